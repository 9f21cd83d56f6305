import { CloudCallError } from "../clouds/errors";
import type { Turn } from "../reporting/progress";
import type { Reporter } from "../reporting/reporter";
import type { Clock } from "./clock";
import { nextLookMilliseconds } from "./pace";
import { WaitReads } from "./sharedReads";
import { withinLimit } from "./timeLimit";
import { interruptedText, stillText, timeOutText, type LastLook } from "./waitTexts";

/** A wait as a person can review it: every known state, and what it means. A state that is in no list keeps waiting, and is shown. */
export interface WaitTable<State extends string> {
    /** What is waited for, such as "AWS hosted connection". */
    subject: string;
    /** The same where it is said whose turn it is, such as "hosted connection". Default: the subject. */
    stage?: string;
    /** Whose turn it is meanwhile. */
    pending: Partial<Record<State, Turn>>;
    /** Whose turn it is in a state that is in no list, and as long as none was seen. */
    otherwise: Turn;
    /** Ends the wait; the text says what it has come to. */
    target: Partial<Record<State, string>>;
    /** Ends the wait well, with a warning. */
    warn?: Partial<Record<State, string>>;
    /** Ends the wait at once; the text is the fix. */
    fatal?: Partial<Record<State, string>>;
    /** What to do when the time is over. */
    onTimeout: string;
}

/** One look at the cloud. */
export interface Look<State extends string, Value> {
    state: State;
    value: Value;
    /** What the table cannot know, such as the candidates for a choice; shown while it waits, and at the time-out. */
    detail?: string;
    /** The same, where the time-out says it in other words. */
    note?: string;
}

export interface WaitOptions<State extends string, Value> {
    table: WaitTable<State>;
    look(): Promise<Look<State, Value>>;
    /** What to do when the time is over, in the place of the table's own words; asked for only then. */
    adviseAtTimeOut?(): Promise<string>;
    timeoutSeconds: number;
    clock: Clock;
    reporter: Reporter;
    /** Ends the wait after the look that is under way, which may be writing: with its reason, or, at an `Interruption`, like a time-out. */
    signal?: AbortSignal;
}

/** The time that the last look has at least: it begins when the limit is reached. */
const lastLookMilliseconds = 5000;

/** A wait that ended before its goal although nothing has failed: the next `up` goes on. */
export class WaitEnded extends Error {}

/** The time is over. */
export class WaitTimedOut extends WaitEnded {}

/** Why a signal aborts that stands for the user: the engine was asked to stop. */
export class Interruption extends Error {}

/** The default limit: CI jobs, and the credentials that they get, last about that long; the next `up` goes on. */
export const defaultLimitSeconds = 2700;

/**
 * Looks until the state is a target one. Throws on a fatal state, on an error that lasts, and when the time is over, in the middle of a look too. Errors
 * that pass by themselves slow the looks down until one succeeds.
 */
export async function waitFor<State extends string, Value>(options: WaitOptions<State, Value>): Promise<Value> {
    const { table, clock, reporter, timeoutSeconds, signal } = options;
    const limitMilliseconds = timeoutSeconds * 1000;
    const startedAt = clock.now();
    const stage = { name: table.stage ?? table.subject, limitMilliseconds };
    let last: LastLook | undefined;
    let hasReported = false;
    let failedLooks = 0;
    const reads = new WaitReads();
    const endIfInterrupted = (error: unknown): never => {
        throw error instanceof Interruption ? new WaitEnded(interruptedText(table.subject, last, clock.now())) : error;
    };
    for (;;) {
        const endsAt = Math.max(startedAt + limitMilliseconds, clock.now() + lastLookMilliseconds);
        const { result: seen, ageMilliseconds } = await reads
            .look(clock, () => withinLimit({ endsAt, signal }, () => lookOnce(options, last)))
            .catch(endIfInterrupted);
        const now = clock.now();
        const waitedMilliseconds = now - startedAt;
        if (seen instanceof CloudCallError) {
            failedLooks += 1;
        } else {
            failedLooks = 0;
            last = { ...seen, since: last?.state === seen.state ? last.since : now };
            const end = endIn(table, seen.state, reporter);
            if (end !== undefined) {
                if (hasReported) {
                    reporter.progress({ ...stage, state: end, turn: undefined, waitedMilliseconds });
                }
                return seen.value;
            }
        }
        const hindrance = seen instanceof CloudCallError ? seen.said : undefined;
        if (waitedMilliseconds >= limitMilliseconds) {
            const onTimeout = (await options.adviseAtTimeOut?.()) ?? table.onTimeout;
            throw new WaitTimedOut(timeOutText({ ...table, onTimeout }, limitMilliseconds, last, hindrance, now));
        }
        reporter.progress({
            ...stage,
            state: last?.state ?? "not seen yet",
            turn: meaningIn(table.pending, last?.state) ?? table.otherwise,
            waitedMilliseconds,
            note: hindrance ?? last?.detail ?? last?.note,
        });
        hasReported = true;
        const pause = Math.max(nextLookMilliseconds(waitedMilliseconds, failedLooks) - ageMilliseconds, 0);
        await clock.sleep(Math.min(pause, limitMilliseconds - waitedMilliseconds), signal).catch(endIfInterrupted);
    }
}

/** The look, or an error that passes by itself. */
async function lookOnce<State extends string, Value>(
    options: WaitOptions<State, Value>,
    last: LastLook | undefined,
): Promise<Look<State, Value> | CloudCallError> {
    try {
        return await options.look();
    } catch (error) {
        if (error instanceof CloudCallError && error.kind === "passing") {
            return error;
        }
        if (error instanceof CloudCallError && error.kind === "expired" && last !== undefined) {
            throw new Error(`${stillText(options.table.subject, last, options.clock.now())}. ${error.message}`, {
                cause: error,
            });
        }
        throw error;
    }
}

/** What the wait has come to; undefined: it goes on. */
function endIn<State extends string>(table: WaitTable<State>, state: State, reporter: Reporter): string | undefined {
    const fix = meaningIn<string>(table.fatal, state);
    if (fix !== undefined) {
        throw new Error(`${table.subject} is "${state}". ${fix}`);
    }
    const warning = meaningIn<string>(table.warn, state);
    if (warning !== undefined) {
        reporter.warn(`${table.subject} is "${state}": ${warning}`);
        return state;
    }
    return meaningIn(table.target, state);
}

/** Of the table's own words alone: a state that is called like a member of every object, "constructor" say, is in no table. */
export function meaningIn<Meaning>(
    states: Readonly<Record<string, Meaning | undefined>> = {},
    state = "",
): Meaning | undefined {
    return Object.hasOwn(states, state) ? states[state] : undefined;
}
