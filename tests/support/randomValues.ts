import fc, { type Arbitrary } from "fast-check";

/** Texts that have broken servers before, among any others. */
const awkward = [
    "",
    " ",
    "__proto__",
    "constructor",
    "toString",
    "\u0000",
    "\uffff",
    "é".repeat(28),
    "*".repeat(300),
    "(".repeat(300),
    "[".repeat(300),
    "9".repeat(400),
    "-1",
    "0x10",
    "1e9",
    "NaN",
    "true",
    "%",
    "%E0%A4%A",
    "]]>",
    "<!--",
    "\r\n",
];

export const text: Arbitrary<string> = fc.oneof(
    fc.constantFrom(...awkward),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.nat().map(String),
);

/** What the parts of a parameter's name may be: `Filter.1.Value.2`, and what it may not. */
const part: Arbitrary<string> = fc.oneof(
    fc.constantFrom("1", "2", "999999999", "0", "-1", "Key", "Value", "Name", "Tag", "ResourceType", ""),
    fc.constantFrom("__proto__", "constructor", "toString", "valueOf", "length"),
    text,
);

/** Parameters of a form: names that the service knows with anything behind them, some of them twice. */
export function form(names: readonly string[], values: readonly string[]): Arbitrary<[string, string][]> {
    const name = fc
        .tuple(fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 8 }, text), fc.array(part, { maxLength: 4 }))
        .map((parts) => parts.flat().join("."));
    return fc.array(fc.tuple(name, fc.oneof(fc.constantFrom(...values), text)), { maxLength: 8 });
}

/** A JSON object of members that the service knows with anything in them, also what is no value of theirs. */
export function members(names: readonly string[], values: readonly unknown[]): Arbitrary<Record<string, unknown>> {
    const value: Arbitrary<unknown> = fc.letrec((tie) => ({
        value: fc.oneof(
            { maxDepth: 4, withCrossShrink: true },
            fc.oneof(fc.constantFrom(...values), text, fc.double({ noNaN: true }), fc.constantFrom(null, true)),
            fc.array(tie("value"), { maxLength: 3 }),
            fc.dictionary(fc.oneof(fc.constantFrom(...names, "toString", "__proto__"), text), tie("value"), {
                maxKeys: 4,
            }),
        ),
    })).value;
    return fc.dictionary(fc.oneof(fc.constantFrom(...names), text), value, { maxKeys: 8 });
}

/** How the engine writes what is not known yet. */
export const unknownMarker = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Any text, an awkward one or a huge one among them. */
export const anyText: Arbitrary<string> = fc.oneof(
    { arbitrary: text, weight: 20 },
    fc.constantFrom(unknownMarker, "a".repeat(10_000)),
);

const nested: Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        anyText,
        fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, NaN, Infinity, 2 ** 53, null, true, false)),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "length"), text), tie("value"), {
            maxKeys: 4,
            noNullPrototype: true,
        }),
    ),
})).value;

/**
 * Anything that JSON or the engine can hold: of any type, nested, huge, with names that every object has. One of two thousand, since to make each anew would
 * take longer than all that is tried with it.
 */
export const anyValue: Arbitrary<unknown> = fc.constantFrom(null, {}, [], "", 0, ...fc.sample(nested, runs(2000)));

/** Objects with some of these members: each mostly as it should be, now and then anything else, and sometimes others beside them. */
export function almost(likely: Readonly<Record<string, Arbitrary<unknown>>>): Arbitrary<Record<string, unknown>> {
    const members = Object.fromEntries(
        Object.entries(likely).map(([name, arbitrary]) => [
            name,
            fc.oneof({ arbitrary, weight: 4 }, fc.constant(unknownMarker), anyValue),
        ]),
    );
    return fc
        .tuple(fc.record(members, { requiredKeys: [] }), fc.dictionary(text, anyValue, { maxKeys: 1 }))
        .map(([known, others]) => ({ ...others, ...known }));
}

/** How often a property of a function is tried, which costs no request. */
export const cases = 10_000;

/** Reproducible: a failure prints the seed and the shortest request that shows it. */
export function runs(count: number): { seed: number; numRuns: number } {
    return { seed: Number(process.env.FUZZ_SEED ?? 20261125), numRuns: count };
}

/** As many cases as CI wants of each property, from the seed of all of them. */
export const manyRuns = runs(cases);
