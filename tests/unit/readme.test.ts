import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "chai";

import { findScenario, scenarioNames } from "../../simulator/scenarios/index";
import { guesses } from "../../simulator/world/guesses";

const root = path.resolve(__dirname, "..", "..", "..");
const requireTool = createRequire(path.join(root, "tools", "_.js"));
/** What the check of the package deploys. */
const { programOfReadme } = requireTool("./checkPackage/project") as { programOfReadme: () => string };
const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The rows of the table below a heading, without the backticks. */
function tableBelow(heading: string): string[][] {
    const lines = readme.split("\n");
    const first = lines.findIndex((line) => line.startsWith(`| ${heading} `)) + 2;
    const length = lines.slice(first).findIndex((line) => !line.startsWith("|"));
    return lines.slice(first, first + length).map((line) =>
        line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim().replaceAll("`", "")),
    );
}

describe("the README", () => {
    it("shows the quickstart to the letter", () => {
        const quickstart = readFileSync(path.join(root, "examples", "quickstart", "index.ts"), "utf8");
        expect(programOfReadme()).to.equal(quickstart);
    });

    it("shows a program of ten lines, imports and the comment aside", () => {
        const own = programOfReadme()
            .split("\n")
            .filter((line) => line !== "" && !/^(import |\/\/)/.test(line));
        expect(own.length).to.equal(10);
    });

    it("lists every scenario, as it describes itself", () => {
        expect(tableBelow("scenario")).to.deep.equal(
            scenarioNames.map((name) => [name, findScenario(name).description]),
        );
    });

    it("lists every guess: the question, what is assumed, and what else may be", () => {
        expect(tableBelow("guess")).to.deep.equal(
            Object.entries(guesses).map(([name, { question, assumed, alternatives }]) => [
                name,
                question,
                assumed,
                alternatives.join(", "),
            ]),
        );
    });
});
