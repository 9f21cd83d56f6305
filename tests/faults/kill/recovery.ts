import type { Rehearsal } from "../../harness/rehearsal";
import { adviceIn, detachByHand } from "./adoptingLine";

/** What the documentation has a person do after a kill. */
export interface Recovery {
    adoptedByHand: number;
    failure?: string;
}

/** More than one answer can be lost at once: the gateway's and the attachment's, say. */
const mostLines = 4;

/**
 * The same command again, after the lock is taken away; its adopting lines are applied as often as it prints some, and removed at last. `destroy` runs no
 * program, so there the lines take an `up`.
 */
export async function recover(
    command: "up" | "destroy",
    args: object,
    { stack, simulator }: Rehearsal,
): Promise<Recovery> {
    let adoptedByHand = 0;
    let adopt = {};
    for (let lines = 0; lines <= mostLines; lines++) {
        const outcome = await stack[lines === 0 ? command : "up"]();
        if (!outcome.failed) {
            break;
        }
        const advice = adviceIn(outcome);
        if (advice.lines === 0 || lines === mostLines) {
            return { adoptedByHand, failure: outcome.diagnostics.join(" / ") };
        }
        adoptedByHand += advice.lines;
        adopt = { ...adopt, ...advice.adopt };
        if (advice.detach !== undefined) {
            await detachByHand(advice.detach, simulator);
        }
        await stack.setArgs({ ...args, adopt });
    }
    if (adoptedByHand === 0) {
        return { adoptedByHand };
    }
    await stack.setArgs(args);
    const last = await stack[command]();
    const steps = command === "up" ? Object.keys(last.steps) : [];
    if (last.failed || steps.length > 0) {
        return {
            adoptedByHand,
            failure: `after the line was removed: ${JSON.stringify(last.steps)} ${last.diagnostics.join(" / ")}`,
        };
    }
    return { adoptedByHand };
}
