import { Socket } from "node:net";

import { currentEngine } from "./engine";

let watching = false;

/**
 * A wait ends with its engine: nobody would read the result. The host by itself would poll on and stay alive for ever (measured: after a SIGKILL of the
 * CLI). The engine holds the host's standard input and serves a connection; either may be the only one that ends: a process between them
 * may keep the input open, and a host that was started by hand has another input.
 */
export function endWithEngine(): void {
    const engine = currentEngine();
    if (watching || engine === undefined) {
        return;
    }
    watching = true;
    const end = (): never => process.exit(1);
    engine.onGone(end);
    if (isPipe()) {
        process.stdin.on("end", end).on("error", end).resume();
        // Reading must not keep a host alive that has nothing left to do.
        process.stdin.unref();
    }
}

/**
 * The null device ends at once and says nothing about an engine, and a terminal is nobody's engine. Told by the kind of stream: after an `fstatSync` of a pipe,
 * Node 20 resolved a symlinked package by its link, so that pnpm's users could not destroy (measured).
 */
function isPipe(): boolean {
    return process.stdin instanceof Socket && !process.stdin.isTTY;
}
