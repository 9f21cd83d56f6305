import { defaultLimitSeconds } from "../../provider/waiting/wait";
import { UsageError } from "../arguments";
import { idsAmong } from "../link/ids";
import type { StackChoice } from "../link/stack";

export const goalNames = ["backend", "available", "bgp-up"] as const;
export type GoalName = (typeof goalNames)[number];

/** What tells which link is meant. */
export const idNames = ["vbrId", "accessPointId", "connectionId", "virtualInterfaceId", "bgpPeerId"] as const;
export type WaitIds = Partial<Record<(typeof idNames)[number], string>>;

/** The stack is read where it is named, or where the IDs do not suffice. */
export interface WaitRequest extends StackChoice {
    goal: GoalName;
    /** 0: one look. */
    timeoutSeconds: number;
    ids: WaitIds;
}

/** As commander hands them over. */
export interface WaitOptions extends WaitIds {
    for: GoalName;
    timeout?: string;
    stack?: string;
    link?: string;
    json?: true;
}

export function requestOf({ for: goal, timeout, stack, link, ...given }: WaitOptions): WaitRequest {
    return {
        goal,
        timeoutSeconds: timeout === undefined ? defaultLimitSeconds : parseTimeout(timeout),
        stack,
        link,
        ids: idsAmong(idNames, given),
    };
}

/** `90s`, `20m`, `2h`, `1h30m`; `0` is one look. */
function parseTimeout(text: string): number {
    if (text === "0") {
        return 0;
    }
    const [, hours = "0", minutes = "0", seconds = "0"] = /^(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
    const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (total === 0 || !Number.isSafeInteger(total)) {
        throw new UsageError(`--timeout is "${text}"; give a duration such as 30s, 20m or 1h30m, or 0 for one look.`);
    }
    return total;
}
