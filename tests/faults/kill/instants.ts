import type { ActionRecord } from "../../../simulator/world/world";

/** The commands of the quickstart's life that are killed. */
export const jobs = ["up", "change", "destroy"] as const;
export type Job = (typeof jobs)[number];

/** A write: the action, and the how many-eth call of it in its job, from 1. */
export interface Write {
    action: string;
    call: number;
}

/** Right before a write takes effect, or right after it, before its answer leaves; the whole tree of processes, or the command alone. */
export interface KillInstant extends Write {
    at: "before" | "after";
    victims: "tree" | "cli";
}

export function describeInstant({ action, call, at, victims }: KillInstant): string {
    return `${victims === "tree" ? "all processes" : "the command alone"} killed right ${at} ${action}${call === 1 ? "" : ` (${call})`}`;
}

/** The writes of a job that nobody disturbs. */
export function writesAmong(calls: readonly Pick<ActionRecord, "action" | "mutating" | "outcome">[]): Write[] {
    const counts = new Map<string, number>();
    return calls
        .filter(({ mutating, outcome }) => mutating && outcome === "ok")
        .map(({ action }) => {
            const call = (counts.get(action) ?? 0) + 1;
            counts.set(action, call);
            return { action, call };
        });
}

export function instantsOf(writes: readonly Write[]): KillInstant[] {
    return writes.flatMap((write) =>
        (["before", "after"] as const).flatMap((at) =>
            (["tree", "cli"] as const).map((victims) => ({ ...write, at, victims })),
        ),
    );
}
