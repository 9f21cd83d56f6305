import type { ExpectedAccounts } from "../accounts";
import type { WaitTable } from "../waiting/wait";
import type { ConnectionFinding, ConnectionSearch } from "./find";

export type AcceptanceState =
    | "not there"
    | "not recognised"
    | "ordering"
    | "pending"
    | "available"
    | "down"
    | "down so far"
    | "deleting"
    | "deleted"
    | "rejected";

/**
 * The wait from AWS's offer to a connection that can carry a VIF (connectionState of DescribeConnections,
 * https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Connection.html). `down` was seen after an acceptance
 * (hashicorp/terraform-provider-aws#26565).
 */
export const acceptance: WaitTable<AcceptanceState> = {
    subject: "AWS hosted connection",
    stage: "hosted connection",
    pending: {
        "not there": { turn: "alibaba", to: "offer it" },
        "not recognised": { turn: "alibaba", to: "show which one is the VBR's" },
        ordering: { turn: "aws", to: "take the acceptance" },
        pending: { turn: "aws", to: "set the port up" },
        "down so far": { turn: "alibaba", to: "bring its end of the circuit up" },
    },
    otherwise: { turn: "aws" },
    target: { available: "ready" },
    warn: { down: "accepted, but the far end is not up yet; ask both supports if it stays so" },
    fatal: {
        rejected: "Ask Alibaba Cloud to issue the connection again.",
        deleting: "Ask Alibaba Cloud to issue the connection again.",
        deleted: "Ask Alibaba Cloud to issue the connection again.",
    },
    onTimeout: "Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.",
};

/** What to say while none is recognised: nothing is offered here, or the candidates, none of which is accepted by a guess. */
export function describeSearch(
    { candidates, ended }: ConnectionFinding,
    { vbrId, vlanId, connectionId }: ConnectionSearch,
    { awsAccountId, awsRegion }: ExpectedAccounts,
): { state: "not there" | "not recognised"; detail: string } {
    const place = `AWS account ${awsAccountId ?? ""} in ${awsRegion ?? ""}`;
    if (candidates.length === 0 && ended !== undefined) {
        const { connectionId: id, connectionState, vlan } = ended;
        return {
            state: "not there",
            detail: `${id} of VLAN ${vlan ?? ""} is ${connectionState}: if it was ${vbrId}'s, only Alibaba Cloud can issue it again`,
        };
    }
    if (candidates.length === 0) {
        const missing = connectionId === undefined ? "nothing is offered to" : `${connectionId} is not in`;
        return { state: "not there", detail: `${missing} ${place}; the order must name both` };
    }
    const list = candidates
        .map(
            (candidate) =>
                `${candidate.connectionId} "${candidate.connectionName}" VLAN ${candidate.vlan ?? "none"} ${candidate.connectionState}`,
        )
        .join("; ");
    if (connectionId !== undefined) {
        return { state: "not there", detail: `${connectionId} is not in ${place}, but: ${list}` };
    }
    const why =
        vlanId === undefined ? `${vbrId} has no VLAN yet to tell by` : `none has the VLAN ${vlanId} of ${vbrId}`;
    return { state: "not recognised", detail: `${why}: ${list}; aws.connectionId chooses one` };
}
