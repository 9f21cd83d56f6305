import { defaultLimitSeconds } from "../../provider/waiting/wait";
import { UsageError } from "../arguments";

export const goalNames = ["backend", "available", "bgp-up"] as const;
export type GoalName = (typeof goalNames)[number];

/** What tells which link is meant. */
export interface LinkIds {
    vbrId?: string;
    accessPointId?: string;
    connectionId?: string;
    virtualInterfaceId?: string;
    bgpPeerId?: string;
}

export interface WaitRequest {
    goal: GoalName;
    /** 0: one look. */
    timeoutSeconds: number;
    /** The stack whose state and configuration are read. Default: the selected one, where the IDs do not suffice. */
    stack?: string;
    /** The component's name, where the stack holds several. */
    link?: string;
    ids: LinkIds;
}

/** As commander hands them over. */
export interface WaitOptions extends LinkIds {
    for: GoalName;
    timeout?: string;
    stack?: string;
    link?: string;
    json?: true;
}

const idPrefixes: Record<keyof LinkIds, { option: string; prefix: string }> = {
    vbrId: { option: "--vbr-id", prefix: "vbr-" },
    accessPointId: { option: "--access-point-id", prefix: "ap-" },
    connectionId: { option: "--connection-id", prefix: "dxcon-" },
    virtualInterfaceId: { option: "--virtual-interface-id", prefix: "dxvif-" },
    bgpPeerId: { option: "--bgp-peer-id", prefix: "bgp-" },
};

export function requestOf({ for: goal, timeout, stack, link, ...given }: WaitOptions): WaitRequest {
    const ids: LinkIds = {};
    for (const [name, { option, prefix }] of Object.entries(idPrefixes) as [
        keyof LinkIds,
        { option: string; prefix: string },
    ][]) {
        const id = given[name];
        if (id !== undefined && !id.startsWith(prefix)) {
            throw new UsageError(`${option} is "${id}"; give an ID that begins with "${prefix}".`);
        }
        ids[name] = id;
    }
    return {
        goal,
        timeoutSeconds: timeout === undefined ? defaultLimitSeconds : parseTimeout(timeout),
        stack,
        link,
        ids,
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
