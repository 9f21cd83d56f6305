import type * as net from "node:net";

let watching = false;

/**
 * A wait ends with its engine: when the engine goes, the host's standard input ends, and nobody would read the result. The host by itself would poll on
 * and stay alive for ever (measured: after a SIGKILL of the CLI).
 */
export function endWithEngine(input: Pick<net.Socket, "on" | "resume"> & { unref?(): void } = process.stdin): void {
    if (watching) {
        return;
    }
    watching = true;
    input.on("end", () => process.exit(1));
    input.resume();
    // Reading must not keep a host alive that has nothing left to do.
    input.unref?.();
}
