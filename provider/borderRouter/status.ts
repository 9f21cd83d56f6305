import type { WaitTable } from "../waiting/wait";
import type { BorderRouterSearch } from "./find";
import { orderInShort, type OrderDetails } from "./orderSheet";

export type SearchState = "not there" | "found";

/** The wait for the VBR that the system makes for an order. */
export function searchFor(wanted: BorderRouterSearch & OrderDetails): WaitTable<SearchState> {
    return {
        subject: "VBR",
        pending: {
            "not there": {
                turn: "yours",
                // Until the VBR is there, nothing tells whether it was bought; and nobody shall buy twice.
                to: `buy the multi-cloud connection, unless you have: ${orderInShort(wanted)}`,
            },
        },
        otherwise: { turn: "alibaba" },
        target: { found: "found" },
        onTimeout:
            "Buy the connection as the order sheet says, or check alibaba.vbrId and the region, and run pulumi up again; it goes on where it stopped.",
    };
}
