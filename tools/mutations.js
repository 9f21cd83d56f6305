// `npm run test:mutations [-- --rule P12]`: breaks each rule of the physics in turn, and demands that a test which names the rule fails.
"use strict";

const path = require("node:path");
const { parseArgs } = require("node:util");

const { installPackages, main, root, say } = require("./prepare");
const catalogue = require("./mutations/catalogue");
const { compile, runMutations } = require("./mutations/run");

const rules = Array.from({ length: 44 }, (_, index) => `P${index + 1}`);

main(async () => {
    const chosen = readRule();
    installPackages();
    compile(root);
    say(`Breaking ${chosen ?? "every rule of the physics"}: each time a test of that name must fail.`);
    const interruption = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"]) {
        process.on(signal, () => interruption.abort());
    }
    return runMutations({
        root,
        rules: chosen === undefined ? rules : [chosen],
        catalogue: catalogue.filter(({ rule }) => chosen === undefined || rule === chosen),
        testFolders: [path.join("tests", "unit", "world"), path.join("tests", "wire")],
        interrupted: interruption.signal,
    });
});

function readRule() {
    let values;
    try {
        ({ values } = parseArgs({ options: { rule: { type: "string" } } }));
    } catch (error) {
        throw new Error(`${error.message.split(". ")[0]}. Write: npm run test:mutations -- [--rule RULE]`);
    }
    if (values.rule !== undefined && !rules.includes(values.rule)) {
        throw new Error(`--rule is "${values.rule}"; it must be one of P1 to ${rules.at(-1)}.`);
    }
    return values.rule;
}
