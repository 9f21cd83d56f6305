"use strict";

const fs = require("node:fs");
const path = require("node:path");

function sourceOf(root, file) {
    const place = path.join(root, file);
    return fs.existsSync(place) ? fs.readFileSync(place, "utf8") : "";
}

/** Everything for which the catalogue, or a rule without tests, is to blame: a line each. */
function problemsOf({ root, rules, catalogue, tests }) {
    const withoutMutation = rules.filter((rule) => !catalogue.some((mutation) => mutation.rule === rule));
    const withoutTest = rules.filter((rule) => !tests.some((test) => test.rules.includes(rule)));
    return [
        ...withoutMutation.map((rule) => `${rule}: nothing breaks it. Add a mutation to tools/mutations/catalogue.`),
        ...withoutTest.map((rule) => `${rule}: no test has it in its title.`),
        ...staleAnchors(root, catalogue),
    ];
}

/** A text to break has to stand in its file exactly once. */
function staleAnchors(root, catalogue) {
    return catalogue.flatMap(({ rule, what, file, find }) => {
        const times = sourceOf(root, file).split(find).length - 1;
        return times === 1
            ? []
            : [`${rule}, "${what}": the text to break stands ${times} times in ${file}, not once: ${find}`];
    });
}

module.exports = { problemsOf, sourceOf };
