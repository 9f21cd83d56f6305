// Required by mocha before the tests: loads one file of the build from MUTATED_SOURCE instead of from the disk.
"use strict";

const { MUTATED_FILE, MUTATED_SOURCE } = process.env;
const load = require.extensions[".js"];

require.extensions[".js"] = (module, filename) => {
    if (filename === MUTATED_FILE) {
        module._compile(MUTATED_SOURCE, filename);
    } else {
        load(module, filename);
    }
};
