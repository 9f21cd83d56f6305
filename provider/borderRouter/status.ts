import type { WaitTable } from "../waiting/wait";

export type SearchState = "not there" | "found";

/** The wait for the VBR that the system makes for an order. */
export const search: WaitTable<SearchState> = {
    subject: "VBR",
    pending: { "not there": "your turn: buy the multi-cloud connection" },
    target: { found: "the VBR of the connection" },
    onTimeout:
        "Buy the connection as the order sheet says, or check alibaba.vbrId and the region, and run pulumi up again; it goes on where it stopped.",
};
