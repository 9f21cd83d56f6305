// `npm run screen -- --out FILE.svg [options] -- COMMAND`: runs a command in a terminal of its own, and draws what that shows in the end.
"use strict";

const fs = require("node:fs/promises");
const { parseArgs } = require("node:util");

const { main, say } = require("./prepare");
const { capture } = require("./screen/capture");
const { linesBetween } = require("./screen/lines");
const { drawScreen } = require("./screen/svg");

const usage = "Write: npm run screen -- --out FILE.svg [--columns N] [--rows N] [--from TEXT] [--to TEXT] -- COMMAND";

main(async () => {
    const { out, columns, rows, from, to, command } = readOptions();
    const { code, lines } = await capture(command, { columns, rows, copy: (data) => process.stderr.write(data) });
    const shown = linesBetween(lines, from, to);
    await fs.writeFile(out, drawScreen(shown, { columns, title: command.join(" ") }));
    say(`${out} shows ${shown.length} lines of ${columns} columns; the command ended with exit code ${code}.`);
    return code;
});

function readOptions() {
    let parsed;
    try {
        parsed = parseArgs({
            allowPositionals: true,
            options: {
                out: { type: "string" },
                columns: { type: "string", default: "100" },
                rows: { type: "string", default: "50" },
                from: { type: "string" },
                to: { type: "string" },
            },
        });
    } catch (error) {
        throw new Error(`${error.message.split(". ")[0]}. ${usage}`);
    }
    const { values, positionals } = parsed;
    const [columns, rows] = [Number(values.columns), Number(values.rows)];
    if (values.out === undefined || positionals.length === 0 || !(columns > 0 && rows > 0)) {
        throw new Error(usage);
    }
    return { ...values, columns, rows, command: positionals };
}
