import type { Stage } from "./progress";

/** Where a handler says what is going on; each message lands on the resource's own line of the engine's display. */
export interface Reporter {
    /** What it waits for right now: ephemeral, rate-limited by the implementation. */
    progress(...stages: readonly Stage[]): void;
    /** Stays, under Diagnostics. */
    warn(line: string): void;
    info(line: string): void;
}
