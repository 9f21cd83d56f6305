import { describeDuration } from "./duration";

/** What a wait saw last. */
export interface LastLook {
    state: string;
    detail?: string;
    note?: string;
    /** Since when it is so; milliseconds since the epoch. */
    since: number;
}

export function timeOutText(
    table: { subject: string; onTimeout: string },
    limitMilliseconds: number,
    last: LastLook | undefined,
    hindrance: string | undefined,
    now: number,
): string {
    const state = lastState(table.subject, limitMilliseconds, last, now);
    if (last === undefined && hindrance !== undefined) {
        // Nobody knows whether there is anything to mend but the looking itself.
        return `${state}. The last look failed: ${hindrance} Run the same command again; it goes on where it stopped.`;
    }
    const failed = hindrance === undefined ? [] : [`The last look failed: ${hindrance}`];
    const detail = last?.detail === undefined ? [] : [`${last.detail}.`];
    return [`${state}.`, ...detail, ...failed, table.onTimeout].join(" ");
}

/** A single look, without a limit, has seen nothing last. */
function lastState(subject: string, limitMilliseconds: number, last: LastLook | undefined, now: number): string {
    const limit = describeDuration(limitMilliseconds);
    if (last === undefined) {
        return limitMilliseconds === 0 ? `${subject}: not seen` : `${subject}: not seen within ${limit}`;
    }
    return limitMilliseconds === 0
        ? `${subject} is "${last.state}"`
        : `${subject}: still "${last.state}" after ${limit} (for the last ${describeDuration(now - last.since)})`;
}

export function interruptedText(subject: string, last: LastLook | undefined, now: number): string {
    const state =
        last === undefined ? `${subject}: not seen yet when the wait had to end` : stillText(subject, last, now);
    return `${state}. Pulumi was interrupted: run the same command again; it goes on where it stopped.`;
}

export function stillText(subject: string, { state, since }: LastLook, now: number): string {
    return `${subject}: still "${state}" (for the last ${describeDuration(now - since)}) when the wait had to end`;
}
