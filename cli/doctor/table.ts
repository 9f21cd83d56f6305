import Table from "cli-table3";

import type { Row } from "../../provider/diagnosis/diagnose";
import type { Paint } from "./paint";

/** Widths of the columns with the two spaces behind each; together 100. */
const widths = [22, 39, 39];

const noLines = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
    "bottom-right": "",
    left: "",
    "left-mid": "",
    mid: "",
    "mid-mid": "",
    right: "",
    "right-mid": "",
    middle: "",
};

/** Both sides side by side, each row that differs with its fix below it. */
export function tableOf(rows: readonly Row[], paint: Paint): string {
    const table = new Table({
        chars: noLines,
        style: { "padding-left": 0, "padding-right": 2, head: [], border: [] },
        colWidths: widths,
        wordWrap: true,
    });
    table.push(["", "AWS", "Alibaba Cloud"].map((text) => paint("bold", text)));
    const known = rows.filter(hasContent);
    for (const { what, aws, alibaba, fix = "" } of known.filter(({ differs }) => differs)) {
        table.push(cellsOf(`! ${what}`, aws, alibaba).map((text) => paint("red", text)));
        table.push(["", { colSpan: 2, content: paint("dim", `Fix: ${fix}`) }]);
    }
    if (known.some(({ differs }) => differs)) {
        table.push(["", "", ""]);
    }
    for (const { what, aws, alibaba } of known.filter(({ differs }) => !differs)) {
        table.push(cellsOf(`  ${what}`, aws, alibaba));
    }
    return table
        .toString()
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n");
}

function hasContent({ aws, alibaba }: Row): boolean {
    return aws !== "" || alibaba !== "";
}

/** Where one side has nothing of the kind there is a dash. */
function cellsOf(...cells: string[]): string[] {
    return cells.map((cell) => (cell === "" ? "-" : cell));
}
