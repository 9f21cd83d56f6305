// Runs a command that may take minutes: says that it is still at it, has a limit, and leaves no process behind.
"use strict";

const { spawn } = require("node:child_process");
const os = require("node:os");

const heartbeatMilliseconds = 15_000;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Resolves, with what the command wrote on stdout, when it ended well. Rejects with one line, and with everything that it wrote as `output`; where a
 * signal interrupted us, with `exitCode` instead.
 */
function runPatiently(command, values, { cwd, env, subject, limitSeconds, say }) {
    const startedAt = Date.now();
    const seconds = () => Math.round((Date.now() - startedAt) / 1000);
    return new Promise((resolve, reject) => {
        let failure;
        const end = (error) => {
            failure ??= error;
            endGroup(child);
        };
        const interrupt = (signal) =>
            end(
                Object.assign(new Error(`${subject} was interrupted.`), {
                    exitCode: 128 + os.constants.signals[signal],
                }),
            );
        const heartbeat = setInterval(() => say(`  still at it, ${seconds()} s`), heartbeatMilliseconds);
        const limit = setTimeout(
            () => end(new Error(`${subject} did not finish within ${limitSeconds} s.`)),
            limitSeconds * 1000,
        );
        // Before the command starts: a signal must never find us without a handler, and leave the command behind.
        for (const signal of signals) {
            process.on(signal, interrupt);
        }
        // A process group of its own, so that what the command has started ends with it.
        const child = spawn(command, values, {
            cwd,
            env: env ?? process.env,
            stdio: ["ignore", "pipe", "pipe"],
            detached: true,
        });
        let stdout = "";
        let stderr = "";
        let output = "";
        child.stdout.on("data", (data) => {
            stdout += data;
            output += data;
        });
        child.stderr.on("data", (data) => {
            stderr += data;
            output += data;
        });
        const settle = (code, signal) => {
            clearInterval(heartbeat);
            clearTimeout(limit);
            for (const each of signals) {
                process.off(each, interrupt);
            }
            if (failure === undefined && code === 0) {
                say(`  done in ${seconds()} s`);
                resolve(stdout);
                return;
            }
            failure ??= new Error(`${subject} failed (${signal ?? `exit code ${code}`}): ${lastLinesOf(stderr)}.`);
            reject(failure.exitCode === undefined ? Object.assign(failure, { output }) : failure);
        };
        child.on("error", (error) => {
            failure = new Error(
                error.code === "ENOENT"
                    ? `There is no "${command}" on PATH.`
                    : `"${command}" could not be started: ${error.message}.`,
            );
            settle();
        });
        child.on("close", settle);
    });
}

function endGroup({ pid }) {
    try {
        process.kill(-pid, "SIGKILL");
    } catch (error) {
        // It has ended by itself.
        if (error.code !== "ESRCH") {
            throw error;
        }
    }
}

function lastLinesOf(text) {
    return text.trim().split("\n").slice(-5).join(" / ") || "it said nothing";
}

module.exports = runPatiently;
