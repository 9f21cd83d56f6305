import type { Reporter } from "../reporting/reporter";
import type { Clock } from "./clock";
import { describeDuration } from "./duration";
import { nextLookMilliseconds } from "./pace";

/** A wait as a person can review it: every known state, and what it means. A state that is in no list keeps waiting, and is shown. */
export interface WaitTable<State extends string> {
    /** What is waited for, such as "hosted connection". */
    subject: string;
    pending: Partial<Record<State, string>>;
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
}

export interface WaitOptions<State extends string, Value> {
    table: WaitTable<State>;
    look(): Promise<Look<State, Value>>;
    timeoutSeconds: number;
    clock: Clock;
    reporter: Reporter;
    signal?: AbortSignal;
}

/** Looks until the state is a target one. Throws on a fatal state, and when the time is over. */
export async function waitFor<State extends string, Value>(options: WaitOptions<State, Value>): Promise<Value> {
    const { table, clock, reporter, timeoutSeconds, signal } = options;
    const startedAt = clock.now();
    let last: { state: State; since: number } | undefined;
    for (;;) {
        const { state, value } = await options.look();
        const now = clock.now();
        if (last?.state !== state) {
            last = { state, since: now };
        }
        if (table.target[state] !== undefined) {
            return value;
        }
        if (table.warn?.[state] !== undefined) {
            reporter.warn(`${table.subject} is "${state}": ${table.warn[state]}`);
            return value;
        }
        if (table.fatal?.[state] !== undefined) {
            throw new Error(`${table.subject} is "${state}". ${table.fatal[state]}`);
        }
        const waited = now - startedAt;
        const limit = describeDuration(timeoutSeconds * 1000);
        if (waited >= timeoutSeconds * 1000) {
            const lasted = describeDuration(now - last.since);
            throw new Error(
                `${table.subject}: still "${state}" after ${limit} (for the last ${lasted}). ${table.onTimeout}`,
            );
        }
        const meaning = table.pending[state];
        reporter.progress(
            `${table.subject}: ${state} for ${describeDuration(waited)}, limit ${limit}${meaning ? ` (${meaning})` : ""}`,
        );
        await clock.sleep(Math.min(nextLookMilliseconds(waited), timeoutSeconds * 1000 - waited), signal);
    }
}
