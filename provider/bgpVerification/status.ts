import type { WaitTable } from "../waiting/wait";

export type BgpState = "down" | "up on AWS alone" | "up on Alibaba alone" | "settling" | "up";

/** The wait for BGP. Each side's reading lags by itself, so both must say up several times in a row. */
export const bgpUp: WaitTable<BgpState> = {
    subject: "BGP",
    pending: {
        down: "both sides are connecting",
        "up on AWS alone": "waiting for Alibaba's reading",
        "up on Alibaba alone": "waiting for AWS's reading",
        settling: "up on both sides, looking again",
    },
    target: { up: "up on both sides" },
    onTimeout: "",
};
