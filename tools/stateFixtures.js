// `node tools/stateFixtures.js`: writes tests/fixtures/state/<version>, the states that the version at hand writes. Once, at its release: what is there is
// never written anew, since it stands for the stacks that users have from that version.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const { main, prepare, root, say } = require("./prepare");
const { version } = require("../package.json");

main(async () => {
    const folder = path.join(root, "tests", "fixtures", "state", version);
    if (fs.existsSync(folder)) {
        throw new Error(`The fixtures of ${version} are there, and never change. A new version has its own.`);
    }
    process.env.PATH = (await prepare()).PATH;
    const { makeStateFixtures } = require("../dist/tests/harness/stateFixtures/make.js");
    await makeStateFixtures(folder);
    say(`${path.relative(process.cwd(), folder)} is written.`);
    return 0;
});
