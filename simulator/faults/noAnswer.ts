import type { ServerResponse } from "node:http";

/** Thrown for a call of which the client hears nothing: its connection is reset, or it stays silent. */
export class NoAnswer extends Error {
    constructor(readonly how: "reset" | "silence") {
        super(`no answer: ${how}`);
        this.name = "NoAnswer";
    }
}

export function withholdAnswer(response: ServerResponse, { how }: NoAnswer): void {
    if (how === "reset") {
        response.destroy();
    }
}
