import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "chai";

import { root } from "../../harness/project";

const requireTool = createRequire(path.join(root, "tools", "_.js"));
const { wordWrapper } = requireTool("./demo/wordWrap") as {
    wordWrapper: (columns: number, write: (text: string) => void) => (data: Buffer) => void;
};

/** What comes of the pieces in a terminal of so many columns. */
function wrapped(columns: number, ...pieces: Buffer[]): string {
    let written = "";
    pieces.forEach(wordWrapper(columns, (text) => (written += text)));
    return written;
}

describe("the demo's log in a narrow terminal", () => {
    it("breaks lines between words, and keeps those that fit to the letter, but for spaces at the end", () => {
        expect(wrapped(20, Buffer.from(" + link created (2s) \n + link creating waiting for AWS to\n\n"))).to.equal(
            " + link created (2s)\n + link creating\n        waiting for\n        AWS to\n\n",
        );
    });

    it("gives colours no room", () => {
        expect(wrapped(21, Buffer.from(" \x1b[1m\x1b[38;5;2m+ \x1b[0m link created (2s)\n"))).to.equal(
            " \x1b[1m\x1b[38;5;2m+ \x1b[0m link created (2s)\n",
        );
    });

    it("leaves a word that is longer than a line whole", () => {
        expect(wrapped(10, Buffer.from("a abcdefghijklmnop b\n"))).to.equal("a\n        abcdefghijklmnop\n        b\n");
    });

    it("takes lines, and letters, in pieces", () => {
        const data = Buffer.from("├─ one\ntwo\n");
        expect(wrapped(20, data.subarray(0, 1), data.subarray(1, 8), data.subarray(8))).to.equal("├─ one\ntwo\n");
    });
});
