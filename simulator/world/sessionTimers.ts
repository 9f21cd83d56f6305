import type { BgpGroup, BgpPeer, BorderRouter } from "./alibabaState";
import type { Side } from "./sessionRules";
import type { World } from "./world";

/** BGP's timers, in seconds. */
export interface Timers {
    hold: number;
    keepalive: number;
}

/** The least that AWS takes: the Direct Connect FAQ on BGP timers. */
export const leastTimers: Timers = { hold: 3, keepalive: 1 };

/** P14: the shorter hold time of both sides; a keepalive comes at least three times in it (RFC 4271, 4.2 and 4.4). */
export function agreedTimers({ durations }: World, group: BgpGroup): Timers {
    const hold = Math.min(group.hold, durations.bgpHoldAws);
    const offered = Math.min(group.keepalive, durations.bgpKeepaliveAws);
    return { hold, keepalive: Math.min(offered, Math.floor(hold / 3)) };
}

/** What AWS's routers run BFD with: 300 ms, three times (the Direct Connect user guide). */
const bfdOfAws = { intervalMilliseconds: 300, multiplier: 3 };

/** P15: AWS's end is on by itself and single-hop; Alibaba Cloud's has to be enabled, for one hop. */
function formsBfd({ enableBfd, bfdMultiHop }: BgpPeer): boolean {
    return enableBfd && bfdMultiHop === 1;
}

/** When a side misses the other without being told: after the hold time, or with BFD by its detection time (RFC 5880, 6.8.4). */
export function secondsToNotice(side: Side, hold: number, peer: BgpPeer, borderRouter: BorderRouter): number {
    if (!formsBfd(peer)) {
        return hold;
    }
    const { intervalMilliseconds, multiplier } = bfdOfAws;
    const milliseconds =
        side === "aws"
            ? borderRouter.detectMultiplier * Math.max(intervalMilliseconds, borderRouter.minTxInterval)
            : multiplier * Math.max(intervalMilliseconds, borderRouter.minRxInterval);
    return Math.min(hold, milliseconds / 1000);
}
