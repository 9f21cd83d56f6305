import type { WaitTable } from "../waiting/wait";

export type AcceptanceState =
    "not there" | "ordering" | "pending" | "available" | "down" | "deleting" | "deleted" | "rejected";

/** The wait from AWS's offer to a connection that can carry a VIF. `down` was seen after an acceptance (hashicorp/terraform-provider-aws#26565). */
export const acceptance: WaitTable<AcceptanceState> = {
    subject: "AWS hosted connection",
    pending: {
        "not there": "waiting for Alibaba Cloud to offer it",
        ordering: "waiting for AWS to take the acceptance",
        pending: "waiting for AWS to set the port up",
    },
    target: { available: "ready" },
    warn: { down: "accepted, but the far end is not up yet; ask both supports if it stays so" },
    fatal: {
        rejected: "Ask Alibaba Cloud to issue the connection again.",
        deleting: "Ask Alibaba Cloud to issue the connection again.",
        deleted: "Ask Alibaba Cloud to issue the connection again.",
    },
    onTimeout:
        "If nothing was offered, check that the order names this AWS account and region; else open a ticket. Run pulumi up again; it goes on where it stopped.",
};
