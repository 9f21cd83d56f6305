// `npm run test:faults [-- --sample 60] [-- --shard 1/4]`: kills and faults, each in a cell of its own, on a real engine; the last line is JSON.
"use strict";

const path = require("node:path");

const { main, prepare, root } = require("./prepare");

main(async () => {
    const environment = await prepare();
    const { runInEnvironment } = require("../dist/cli/runInEnvironment.js");
    const program = path.join(root, "dist", "tests", "faults", "main.js");
    return runInEnvironment([process.execPath, program, ...process.argv.slice(2)], environment);
});
