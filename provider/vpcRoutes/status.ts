import type { WaitTable } from "../waiting/wait";

const alibabasTurn = { turn: "alibaba" } as const;

export type AttachmentState = "Attaching" | "Attached" | "Modifying" | "Detaching" | "Detached";

/** Nothing is joined to an attachment that is still being made. */
export const attachmentReady: WaitTable<AttachmentState> = {
    subject: "VPC attachment",
    pending: { Attaching: alibabasTurn, Modifying: alibabasTurn },
    otherwise: alibabasTurn,
    target: { Attached: "ready" },
    fatal: {
        Detaching: "Somebody is detaching the VPC: attach it again, then run pulumi up again.",
        Detached: "Attach the VPC again, then run pulumi up again.",
    },
    onTimeout:
        "Typical are 20 to 60 seconds; open a ticket with Alibaba Cloud if it stays so, and run pulumi up again.",
};

export type LegState = "not there" | "Associating" | "Enabling" | "Modifying" | "Active" | "Dissociating" | "Disabling";

const underWay = {
    Associating: alibabasTurn,
    Enabling: alibabasTurn,
    Modifying: alibabasTurn,
    Dissociating: alibabasTurn,
    Disabling: alibabasTurn,
} as const;

export function legThere(subject: string): WaitTable<LegState> {
    return {
        subject,
        pending: { ...underWay, "not there": alibabasTurn },
        otherwise: alibabasTurn,
        target: { Active: "ready" },
        onTimeout:
            "Typical are 5 to 20 seconds; open a ticket with Alibaba Cloud if it stays so, and run pulumi up again.",
    };
}

export function legGone(subject: string): WaitTable<LegState> {
    return {
        subject,
        pending: { ...underWay, Active: alibabasTurn },
        otherwise: alibabasTurn,
        target: { "not there": "gone" },
        onTimeout: "Take it away in the CEN console, and run the same command again.",
    };
}
