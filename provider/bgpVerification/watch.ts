import type { HandlerContext } from "../handler";
import type { WaitOptions } from "../waiting/wait";
import { causesText } from "./causes";
import { findEnds, viewOf, type EndIds, type Ends } from "./find";
import type { BgpView } from "./handler";
import { bgpUp, type BgpState } from "./status";
import { timeOutText } from "./timeOutText";

const defaultConsecutiveReads = 3;

/** The wait for BGP: up once so many readings in a row say so; at the time-out, what keeps it down. */
export function watchBgp(
    ids: EndIds,
    context: Pick<HandlerContext, "clouds" | "clock">,
    consecutiveReads = defaultConsecutiveReads,
): Pick<WaitOptions<BgpState, BgpView>, "table" | "look" | "adviseAtTimeOut"> {
    let readings = 0;
    let falls = 0;
    let last: Ends | undefined;
    return {
        table: bgpUp,
        look: async () => {
            last = await findEnds(ids, context.clouds);
            const value = viewOf(last);
            falls += readings > 0 && !isUp(value) ? 1 : 0;
            readings = isUp(value) ? readings + 1 : 0;
            return { state: stateOf(value, readings >= consecutiveReads), value };
        },
        adviseAtTimeOut: async () =>
            last === undefined ? "" : timeOutText(last, falls, await causesText(ids, last, context)),
    };
}

export function isUp({ aws, alibaba }: BgpView): boolean {
    return aws.bgpStatus === "up" && alibaba.bgpStatus === "Established";
}

function stateOf(view: BgpView, settled: boolean): BgpState {
    if (isUp(view)) {
        return settled ? "up" : "settling";
    }
    return saidBy(view);
}

export function saidBy({ aws, alibaba }: BgpView): `AWS ${string}, Alibaba ${string}` {
    return `AWS ${aws.bgpStatus}, Alibaba ${alibaba.bgpStatus}`;
}
