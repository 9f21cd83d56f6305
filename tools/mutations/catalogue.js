"use strict";

const path = require("node:path");

/**
 * What breaks each rule of the physics, condition by condition. Each file of the catalogue has, by the file of the code and by the rule, rows of: what is
 * broken, as the table says it; the text that stands in the file exactly once; what stands there instead.
 */
const areas = [
    "circuit",
    "link",
    "session",
    "readings",
    "announced",
    "transitRouter",
    "routeMaps",
    "vpcTables",
    "awsTables",
    "packetWays",
    "packetFilters",
    "operations",
].map((area) => require(path.join(__dirname, "catalogue", area)));

const mutations = areas.flatMap((area) =>
    Object.entries(area).flatMap(([file, rules]) =>
        Object.entries(rules).flatMap(([rule, rows]) =>
            rows.map(([what, find, replace]) => ({ rule, what, file, find, replace })),
        ),
    ),
);

module.exports = mutations.sort((a, b) => Number(a.rule.slice(1)) - Number(b.rule.slice(1)));
