"use strict";

/**
 * What breaks each rule of the physics, at least one way a rule: `find` is the text in `file` that is taken out or turned round, `tests` what must
 * notice (default: all of the world's).
 */
module.exports = [
    ...require("./catalogue/circuit"),
    ...require("./catalogue/session"),
    ...require("./catalogue/routes"),
    ...require("./catalogue/operations"),
];
