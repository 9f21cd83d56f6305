// Holds what the policies of the programs allow (provider/policies) against what their calls demanded, of everything that ran on a real engine under them.
"use strict";

/** Other levels hold users to policies of their own making. */
const level = "e2e";

/** Too little fails the run itself: what a policy does not allow is refused. Too much shows only once all tests ran. */
function judge({ permissions }, isWhole) {
    const { allRows } = require("../../dist/provider/policies/requiredPolicies.js");
    const alone = new Set(allRows.filter((row) => row.officialProviderAlone !== undefined).map(({ action }) => action));
    const ofLevel = permissions.filter((permission) => permission.level === level);
    const demanded = new Set(ofLevel.filter(isDemand).map((permission) => `${permission.demanded} ${permission.of}`));
    const granted = ofLevel.filter((permission) => !isDemand(permission));
    const idle = granted.filter((permission) => !demanded.has(`${permission.granted} ${permission.of}`));
    return {
        judged: granted.length,
        what: "permissions",
        problems: (isWhole ? idle : [])
            .filter(({ granted: action }) => !alone.has(action))
            .map(({ granted: action, of }) => ({ action, path: of, said: "is allowed, and no test called it" })),
    };
}

function isDemand({ demanded }) {
    return demanded !== undefined;
}

module.exports = judge;
