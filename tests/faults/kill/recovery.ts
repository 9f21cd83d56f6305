import type { Rehearsal } from "../../harness/rehearsal";
import { adviceIn, detachByHand } from "./adoptingLine";

/** What the documentation has a person do after a kill. */
export interface Recovery {
    /** What had to be applied by hand, in order: the name of each argument of `adopt`, and "detach" for the command. */
    lines: string[];
    /** Whether a `destroy` took an `up` with a line. */
    tookAnUp: boolean;
    failure?: string;
}

/** More than one answer can be lost at once: the gateway's and the attachment's, say. */
const mostLines = 4;

/**
 * The same command again, after the lock is taken away; the lines that it prints are applied as often as it prints some, and removed at last. `destroy`
 * runs no program, so there the lines take an `up`.
 */
export async function recover(
    command: "up" | "destroy",
    args: object,
    { stack, simulator }: Rehearsal,
): Promise<Recovery> {
    const recovery: Recovery = { lines: [], tookAnUp: false };
    let adopt = {};
    let next = command;
    let script: string | undefined;
    for (;;) {
        const outcome = await stack[next]();
        if (!outcome.failed) {
            break;
        }
        const advice = adviceIn(outcome);
        if (advice.lines.length === 0 || recovery.lines.length >= mostLines) {
            return { ...recovery, failure: outcome.diagnostics.join(" / ") };
        }
        recovery.lines.push(...advice.lines);
        adopt = { ...adopt, ...advice.adopt };
        script ??= advice.script;
        if (advice.detach !== undefined) {
            await detachByHand(advice.detach, simulator);
        }
        await stack.setArgs({ ...args, adopt });
        if (Object.keys(advice.adopt).length > 0) {
            recovery.tookAnUp ||= next === "destroy";
            next = "up";
        }
    }
    if (recovery.lines.length > 0) {
        // Nothing that the lines leave behind may ask for an outage once more.
        await stack.setArgs({ ...args, allowOutage: false });
        const tidied = script === undefined ? undefined : await stack.run(script);
        if (tidied !== undefined && tidied.exitCode !== 0) {
            return { ...recovery, failure: `${script}: ${tidied.stderr}` };
        }
        const preview = command === "up" ? await stack.preview() : undefined;
        if (preview?.failed) {
            return { ...recovery, failure: `previewed without the line: ${preview.diagnostics.join(" / ")}` };
        }
    }
    if (next === command && (command === "destroy" || recovery.lines.length === 0)) {
        return recovery;
    }
    const last = await stack[command]();
    const steps = Object.entries(command === "up" ? last.steps : {});
    return last.failed || steps.length > 0
        ? {
              ...recovery,
              failure: `after the line was removed: ${JSON.stringify(steps)} ${last.diagnostics.join(" / ")}`,
          }
        : recovery;
}
