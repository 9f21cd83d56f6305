// `npm run bench [-- --only NAME]... [-- --json]`: what the package adds to what the clouds and the engine take, each figure beside its bar.
"use strict";

const path = require("node:path");

const { main, prepare, root } = require("./prepare");

main(async () => {
    const environment = await prepare();
    const { runInEnvironment } = require("../dist/cli/runInEnvironment.js");
    const program = path.join(root, "dist", "benchmarks", "main.js");
    return runInEnvironment([process.execPath, program, ...process.argv.slice(2)], environment);
});
