import type { Action, ActionContext, ActionInput, ActionOutput, ServiceName } from "./action";
import { NoAnswer } from "./faults/noAnswer";
import { SpoiledAnswer } from "./faults/spoiledAnswer";
import { authorize } from "./permissions/authorize";
import { noteReading } from "./recording";
import { CloudError } from "./world/cloudError";
import type { ActionRecord } from "./world/world";

const secretNames = /authkey|secret|password|token$/i;

/** Runs an action and keeps a record of it: the one way in, from either wire and from the stand-in providers. */
export function callAction(
    service: ServiceName,
    action: Action,
    context: ActionContext,
    input: ActionInput,
    via: ActionRecord["via"],
): ActionOutput {
    const { world, caller } = context;
    const record: ActionRecord = {
        at: world.clock.now(),
        service,
        action: action.name,
        accountId: caller.accountId,
        mutating: action.mutating,
        input: recordOf(input),
        outcome: "running",
        via,
    };
    remember(world.log, record);
    try {
        for (const watcher of world.watchers) {
            watcher.arrived?.(record);
        }
        authorize(service, action.name, context, input);
        const output = action.run(context, noteReading(service, action.name, input));
        record.outcome = "ok";
        for (const watcher of world.watchers) {
            watcher.done?.(record, output);
        }
        return output;
    } catch (error) {
        // What has taken effect did so, whatever becomes of its answer.
        if (record.outcome !== "ok") {
            record.outcome = codeOf(error);
        }
        throw error;
    }
}

function codeOf(error: unknown): string {
    if (error instanceof CloudError) {
        return error.code;
    }
    return error instanceof NoAnswer || error instanceof SpoiledAnswer ? error.name : "InternalError";
}

/** The log ends here and loses its oldest: a rehearsal makes some hundred calls, and a client that never stops must not fill the memory. */
const mostRecords = 10_000;
/** As JSON; no call of this job comes near. */
const longestInputCharacters = 4_000;

function remember(log: ActionRecord[], record: ActionRecord): void {
    log.push(record);
    if (log.length > mostRecords) {
        log.shift();
    }
}

function recordOf(input: ActionInput): Record<string, unknown> {
    const shown = withoutSecrets(input) as Record<string, unknown>;
    const { length } = JSON.stringify(shown);
    return length > longestInputCharacters ? { "...": `${length} characters` } : shown;
}

/** What is nested deeper than any parameter of these services is left out. */
const deepest = 16;

function withoutSecrets(value: unknown, depth = 0): unknown {
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (depth > deepest) {
        return "...";
    }
    if (Array.isArray(value)) {
        return value.map((entry) => withoutSecrets(entry, depth + 1));
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [
            key,
            secretNames.test(key) && entry !== undefined && key !== "ClientToken"
                ? "***"
                : withoutSecrets(entry, depth + 1),
        ]),
    );
}
