// Runs a command in a terminal without a window, and answers what that shows in the end.
"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");

const { openTerminal } = require("./terminal");

const runInTerminal = path.join(__dirname, "run.py");

/** What would change the picture with who takes it. */
const personal = ["NO_COLOR", "FORCE_COLOR", "CI", "COLORTERM"];

/** `copy` gets what the command writes, as it comes. */
async function capture(command, { columns, rows, copy = () => {} }) {
    const inherited = Object.entries(process.env).filter(([name]) => !personal.includes(name));
    const child = spawn("python3", [runInTerminal, String(columns), String(rows), ...command], {
        env: { ...Object.fromEntries(inherited), TERM: "xterm-256color" },
        stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code, signal) => resolve(code ?? signal));
    });
    const terminal = openTerminal({ columns, rows, answer: (text) => child.stdin.write(text) });
    // What it is told after its end, nobody reads.
    child.stdin.on("error", () => {});
    await terminal.write(`\x1b[1m$ ${command.join(" ")}\x1b[0m\r\n`);
    for await (const data of child.stdout) {
        copy(data);
        await terminal.write(data);
    }
    return { code: await ended, lines: terminal.lines() };
}

module.exports = { capture };
