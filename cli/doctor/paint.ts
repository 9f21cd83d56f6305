import * as util from "node:util";

/** Colours a text, or leaves it as it is. */
export type Paint = (format: "bold" | "red" | "green" | "dim", text: string) => string;

/** Colours on a terminal alone (https://no-color.org), and only where this Node.js has them: 20.12 and later. */
export function paintFor(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
    const isColoured = stream.isTTY === true && (environment.NO_COLOR ?? "") === "" && "styleText" in util;
    // That of the stream is asked here, not there.
    return isColoured
        ? (format, text) => util.styleText(format, text, { validateStream: false })
        : (_format, text) => text;
}
