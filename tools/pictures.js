// `npm run pictures`: draws the pictures of links in docs/ anew, by the code of the command `topology`, of simulated clouds.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const { main, prepare, root, say } = require("./prepare");

main(async () => {
    await prepare({ engine: false });
    const { drawPictures } = require("../dist/tests/harness/pictures.js");
    const { closeWires } = require("../dist/tests/faults/handlers/bench.js");
    for (const [file, text] of Object.entries(await drawPictures())) {
        fs.writeFileSync(path.join(root, "docs", file), text);
        say(`docs/${file} is drawn.`);
    }
    await closeWires();
    return 0;
});
