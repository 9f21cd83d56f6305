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

/** Reproducible: a failure prints the seed and the shortest request that shows it. */
export function runs(count: number): { seed: number; numRuns: number } {
    return { seed: Number(process.env.FUZZ_SEED ?? 20261125), numRuns: count };
}
