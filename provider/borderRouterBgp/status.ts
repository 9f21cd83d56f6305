import type { Turn } from "../reporting/progress";
import type { WaitTable } from "../waiting/wait";

const alibabasTurn: Turn = { turn: "alibaba" };

export type BgpObjectState = "not there" | "Pending" | "Available" | "Modifying" | "Deleting" | "Deleted";

function table(subject: string): WaitTable<BgpObjectState> {
    return {
        subject,
        pending: { "not there": alibabasTurn, Pending: alibabasTurn, Modifying: alibabasTurn },
        otherwise: alibabasTurn,
        target: { Available: "ready" },
        fatal: { Deleting: "Somebody is deleting it; run pulumi up again.", Deleted: "Run pulumi up again." },
        onTimeout:
            "Typical are 5 to 20 seconds; open a ticket with Alibaba Cloud if it stays so, and run pulumi up again.",
    };
}

export const groupReady = table("BGP group");
export const peerReady = table("BGP peer");

/** Alibaba Cloud deletes a group only when it is Available; what is going or gone needs no deletion. */
export const settled: WaitTable<BgpObjectState> = {
    subject: "BGP before its deletion",
    pending: { Pending: alibabasTurn, Modifying: alibabasTurn },
    otherwise: alibabasTurn,
    target: { Available: "ready", Deleting: "going", Deleted: "gone", "not there": "gone" },
    onTimeout: "Open a ticket with Alibaba Cloud if it stays so, and run pulumi destroy again.",
};

function goneTable(subject: string): WaitTable<BgpObjectState> {
    return {
        subject,
        pending: { Pending: alibabasTurn, Available: alibabasTurn, Modifying: alibabasTurn, Deleting: alibabasTurn },
        otherwise: alibabasTurn,
        target: { "not there": "gone", Deleted: "gone" },
        onTimeout: "Delete it in the Alibaba Cloud console, and run pulumi destroy again.",
    };
}

export const groupGone = goneTable("BGP group");
export const peerGone = goneTable("BGP peer");
