import { expect } from "chai";
import fc, { type Arbitrary } from "fast-check";

import { BrokenAnswer } from "../../../provider/clouds/brokenAnswer";
import { almost, anyText, anyValue, manyRuns } from "../../support/randomValues";

export const number = fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }).map(String));
export const id = fc.constantFrom("vbr-1", "x");
export const state = fc.oneof(fc.constantFrom("active", "Established", "ordering", "constructor"), anyText);
export const flag = fc.constantFrom(true, false, "true", "false", "True");
export const list = (entry: Arbitrary<unknown>): Arbitrary<unknown> =>
    fc.array(fc.oneof(entry, anyValue), { maxLength: 3 });

/** What tells one entry from another, and what else an answer mostly holds. */
export interface Parsed {
    parse: (value: unknown) => unknown;
    identity: readonly string[];
    /** Where an identity takes not any text. */
    only?: Readonly<Record<string, readonly [string, ...string[]]>>;
    fields: Readonly<Record<string, Arbitrary<unknown>>>;
}

/** What each member of a result is, and of what its lists are. */
function shapeOf(value: unknown): unknown {
    if (Array.isArray(value)) {
        return "a list";
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shapeOf(entry)]))
        : typeof value;
}

/** Whatever the cloud answers, it is read, or called broken. */
export function describeParser(what: string, { parse, identity, only = {}, fields }: Parsed): void {
    const ids = Object.fromEntries(
        identity.map((name) => [name, only[name] === undefined ? id : fc.constantFrom(...only[name])]),
    );

    describe(`the parser of each ${what}, whatever the cloud answers`, function () {
        this.timeout(60_000);

        it("reads it, each member of its type or left out, as long as it has its ID", () => {
            const whole = parse(Object.fromEntries(identity.map((name) => [name, only[name]?.[0] ?? "x"])));
            const types = shapeOf(whole) as Record<string, unknown>;
            fc.assert(
                fc.property(almost(fields), fc.record(ids), (others, own) => {
                    const parsed = parse({ ...others, ...own });
                    if (typeof parsed !== "object" || parsed === null) {
                        return typeof parsed === typeof whole;
                    }
                    return Object.entries(parsed).every(([name, value]) => {
                        const type = types[name];
                        const isTags = name === "tags";
                        return (
                            Object.hasOwn(types, name) &&
                            (isTags ||
                                type === "undefined" ||
                                typeof value === "undefined" ||
                                shapeOf(value) === type) &&
                            !(typeof value === "number" && !Number.isFinite(value))
                        );
                    });
                }),
                manyRuns,
            );
        });

        it("calls it broken without its ID, and never anything else", () => {
            const without = fc.tuple(almost(fields), almost(ids)).map(([others, own]) => ({ ...others, ...own }));
            fc.assert(
                fc.property(fc.oneof({ arbitrary: without, weight: 4 }, anyValue), (answer) => {
                    try {
                        parse(answer);
                        return true;
                    } catch (error) {
                        return error instanceof BrokenAnswer && /^the answer has no \w+$/.test(error.message);
                    }
                }),
                manyRuns,
            );
            expect(() => parse({})).to.throw(BrokenAnswer);
        });
    });
}
