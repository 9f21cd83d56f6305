import type { HandlerContext } from "../handler";
import type { WaitOptions } from "../waiting/wait";
import { findEnds, viewOf, type EndIds, type Ends } from "./find";
import type { BgpView } from "./handler";
import { timeOutText } from "./likelyCause";
import { bgpUp, type BgpState } from "./status";

const defaultConsecutiveReads = 3;

/** The wait for BGP: up once so many readings in a row say so; at the time-out, what keeps it down. */
export function watchBgp(
    ids: EndIds,
    { clouds, clock }: Pick<HandlerContext, "clouds" | "clock">,
    consecutiveReads = defaultConsecutiveReads,
): Pick<WaitOptions<BgpState, BgpView>, "table" | "look"> {
    let readings = 0;
    let falls = 0;
    let last: Ends | undefined;
    return {
        table: {
            ...bgpUp,
            get onTimeout() {
                return last === undefined ? "" : timeOutText(last, falls, clock.now());
            },
        },
        look: async () => {
            last = await findEnds(ids, clouds);
            const value = viewOf(last);
            falls += readings > 0 && !isUp(value) ? 1 : 0;
            readings = isUp(value) ? readings + 1 : 0;
            return { state: stateOf(value, readings >= consecutiveReads), value };
        },
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
