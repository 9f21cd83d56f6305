import { expect } from "chai";
import fc from "fast-check";

import { matcherOf } from "../../simulator/aws/ec2/wildcards";
import { runs } from "../support/randomValues";

describe("wildcards in the values of EC2's filters", () => {
    const cases: [string, string, boolean][] = [
        ["a", "a", true],
        ["a", "ab", false],
        ["", "", true],
        ["*", "", true],
        ["a*c", "abbc", true],
        ["a*c", "abbcd", false],
        ["a?c", "abc", true],
        ["a?c", "ac", false],
        ["?", "😀", true],
        ["*a*b", "xaxbxb", true],
        ["a.c", "abc", false],
        [String.raw`\*a\?\\`, String.raw`*a?\ `.trim(), true],
        [String.raw`\*`, "x", false],
        ["a\\", "a\\", true],
        ["a*", "a\nb", true],
    ];
    for (const [pattern, text, fits] of cases) {
        it(`${fits ? "let" : "do not let"} ${JSON.stringify(pattern)} stand for ${JSON.stringify(text)}`, () => {
            expect(matcherOf(pattern)(text)).to.equal(fits);
        });
    }

    it("mean what the regular expression of the same pattern means", () => {
        const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
        fc.assert(
            fc.property(short, short, (pattern, text) => {
                const expression = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
                expect(matcherOf(pattern)(text)).to.equal(expression.test(text));
            }),
            runs(2000),
        );
    });

    it("take no longer for a hundred asterisks than for their length: a regular expression would never end", () => {
        expect(matcherOf("*a".repeat(100) + "b")("a".repeat(256))).to.equal(false);
    });
});
