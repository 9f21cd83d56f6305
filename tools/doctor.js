// `npm run test:doctor [-- --seed 7] [-- --every-pair] [-- --only TEXT] [-- --without CAUSE]`: whether the doctor names what is wrong with a link.
"use strict";

const path = require("node:path");

const { main, prepare, root } = require("./prepare");

main(async () => {
    const environment = await prepare({ engine: false });
    const { runInEnvironment } = require("../dist/cli/runInEnvironment.js");
    const program = path.join(root, "dist", "tests", "doctor", "main.js");
    return runInEnvironment([process.execPath, program, ...process.argv.slice(2)], environment);
});
