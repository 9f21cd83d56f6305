// `npm run test:mutations [-- --rule P12]`: breaks each rule of the physics in turn, and demands that a test which names the rule fails.
"use strict";

const { parseArgs } = require("node:util");

const { main, say } = require("./prepare");
const { prepareToMutate, runMutation } = require("./mutations/run");
const catalogue = require("./mutations/catalogue");

/** Each waits for a mocha of its own. */
const atOnce = 2;
const rules = Array.from({ length: 44 }, (_, index) => `P${index + 1}`);

main(async () => {
    const chosen = readRule();
    const missing = rules.filter((rule) => !catalogue.some((mutation) => mutation.rule === rule));
    if (missing.length > 0) {
        throw new Error(`No mutation breaks ${missing.join(", ")}. Add one to tools/mutations/catalogue.`);
    }
    const mutations = catalogue.filter(({ rule }) => chosen === undefined || rule === chosen);
    const workshop = prepareToMutate(atOnce);
    const survivors = [];
    try {
        const queue = [...mutations];
        const work = async (place) => {
            for (let mutation = queue.shift(); mutation !== undefined; mutation = queue.shift()) {
                const { caughtBy, others } = await runMutation(place, mutation);
                if (caughtBy.length === 0) {
                    survivors.push(mutation);
                }
                process.stdout.write(`${lineOf(mutation, caughtBy, others)}\n`);
            }
        };
        await Promise.all(workshop.places.map(work));
    } finally {
        workshop.remove();
    }
    process.stdout.write(`mutations: ${mutations.length - survivors.length} of ${mutations.length} caught\n`);
    return survivors.length === 0 ? 0 : 1;
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
    say(`Breaking ${values.rule ?? "every rule of the physics"}; each must make a test of its name fail.`);
    return values.rule;
}

function lineOf({ rule, what }, [first, ...more], others) {
    const count = more.length + others;
    const also = count === 0 ? "" : ` and ${count} more`;
    return `${rule.padEnd(4)} ${what}: ${first === undefined ? `SURVIVED (${others} other tests fail)` : `"${first}"${also}`}`;
}
