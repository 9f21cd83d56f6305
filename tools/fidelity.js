// `npm run fidelity`: writes docs/fidelity.md, how true to the clouds each action and stand-in of the simulator is, from simulator/fidelity.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const pageOfFidelity = require("./fidelity/page");

const file = path.join(__dirname, "..", "docs", "fidelity.md");
fs.writeFileSync(file, pageOfFidelity());
process.stdout.write(`${path.relative(process.cwd(), file)} is written.\n`);
