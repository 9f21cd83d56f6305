import { AsyncLocalStorage } from "node:async_hooks";

/** Until when whatever a wait does may take. */
export interface TimeLimit {
    /** Milliseconds since the epoch. */
    endsAt: number;
    /** Ends it before. */
    signal?: AbortSignal;
}

const limits = new AsyncLocalStorage<TimeLimit>();

/** Runs a look of a wait: the calls in it, however deep they are made, heed the wait's own limit. */
export function withinLimit<Result>(limit: TimeLimit, look: () => Promise<Result>): Promise<Result> {
    return limits.run(limit, look);
}

/** The limit of the wait that this is part of; none outside of a wait. */
export function currentLimit(): TimeLimit {
    return limits.getStore() ?? { endsAt: Infinity };
}
