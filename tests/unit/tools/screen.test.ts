import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "chai";

import { root } from "../../harness/project";

interface Piece {
    column: number;
    columns: number;
    text: string;
    bold: boolean;
    dim: boolean;
    underline: boolean;
    color?: number | string;
    background?: number | string;
}

const requireTool = createRequire(path.join(root, "tools", "_.js"));
const { openTerminal } = requireTool("./screen/terminal") as {
    openTerminal: (options: { columns: number; rows: number; answer?: (text: string) => void }) => {
        write(data: string): Promise<void>;
        lines(): Piece[][];
    };
};
const { linesBetween, textOf } = requireTool("./screen/lines") as {
    linesBetween: (lines: Piece[][], from?: string, to?: string) => Piece[][];
    textOf: (pieces: Piece[]) => string;
};
const { drawScreen } = requireTool("./screen/svg") as {
    drawScreen: (lines: Piece[][], options: { columns: number; title: string }) => string;
};
const { capture } = requireTool("./screen/capture") as {
    capture: (
        command: string[],
        size: { columns: number; rows: number },
    ) => Promise<{ code: number; lines: Piece[][] }>;
};

const plain = { bold: false, dim: false, underline: false, color: undefined, background: undefined };

async function shown(data: string, columns = 20): Promise<Piece[][]> {
    const terminal = openTerminal({ columns, rows: 3 });
    await terminal.write(data);
    return terminal.lines();
}

describe("the picture of a terminal", () => {
    it("knows each look of the text, and what is written over", async () => {
        const lines = await shown(
            "old line\r\n\x1b[1A\x1b[1;38;5;2m+ \x1b[0m made\x1b[K\r\n\x1b[4;38;2;1;2;255mx \x1b[0m\x1b[2;42my",
        );
        expect(lines).to.deep.equal([
            [
                { ...plain, column: 0, columns: 2, text: "+ ", bold: true, color: 2 },
                { ...plain, column: 2, columns: 5, text: " made" },
            ],
            [
                { ...plain, column: 0, columns: 2, text: "x ", underline: true, color: "#0102ff" },
                { ...plain, column: 2, columns: 1, text: "y", dim: true, background: 2 },
            ],
        ]);
    });

    it("keeps what has scrolled out, wraps at the edge, and gives a wide character two columns", async () => {
        const lines = await shown("1\r\n2\r\n3\r\n4 阿里 6789\r\n\r\n", 10);
        expect(lines.map(textOf)).to.deep.equal(["1", "2", "3", "4 阿里 678", "9"]);
        expect(lines[3]).to.deep.equal([{ ...plain, column: 0, columns: 10, text: "4 阿里 678" }]);
    });

    it("answers where the cursor is, which the engine asks and waits for", async () => {
        const answers: string[] = [];
        const terminal = openTerminal({ columns: 10, rows: 3, answer: (text) => answers.push(text) });
        await terminal.write("ab\x1b[6n");
        expect(answers).to.deep.equal(["\x1b[1;3R"]);
    });

    it("is cut to what lies between two texts", async () => {
        const lines = await shown("a\r\nb\r\nc\r\nb\r\nd");
        expect(linesBetween(lines, "b", "b").map(textOf)).to.deep.equal(["b", "c", "b"]);
        expect(() => linesBetween(lines, "x")).to.throw('The screen shows nothing from "x" to "".');
    });

    it("is text at fixed columns, in the terminal's colours", async () => {
        const lines = await shown("\x1b[1;38;5;2m+ \x1b[0m a<b&c\r\n\x1b[4;38;5;196;48;5;232m \x1b[0m");
        expect(drawScreen(lines, { columns: 20, title: "a & b" }).split("\n").slice(1)).to.deep.equal([
            "<title>a &amp; b</title>",
            '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
            `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3" style="white-space:pre">`,
            '<text x="16" y="29" textLength="8.4" fill="#3fb950" font-weight="bold">+</text>',
            '<text x="41.2" y="29" textLength="42">a&lt;b&amp;c</text>',
            '<rect x="16" y="34" width="8.4" height="18" fill="#080808"/>',
            "</g>",
            "</svg>",
            "",
        ]);
    });

    it("is taken of a command in a terminal of that size, whose exit code it keeps", async () => {
        const script = "test -t 0 && test -t 1 && stty size; echo in colour: ${NO_COLOR-yes}; exit 3";
        const { code, lines } = await capture(["sh", "-c", script], { columns: 90, rows: 30 });
        expect(code).to.equal(3);
        expect(lines.map(textOf)).to.deep.equal([`$ sh -c ${script}`, "30 90", "in colour: yes"]);
    });
});
