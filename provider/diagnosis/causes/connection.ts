import { hasEnded } from "../../hostedConnectionAcceptance/find";
import type { HostedConnection } from "../../clouds/clouds";
import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { isUp } from "../session";

/** What the product sells. */
const bandwidth = "1Gbps";

/** The AWS hosted connection. */
export const connectionCauses: readonly Cause[] = [
    {
        name: "no-hosted-connection",
        find: ({ given, aws: { connections, connection, identity }, alibaba: { borderRouter } }) => {
            if (connections === undefined || connection !== undefined) {
                return [];
            }
            const place = identity === undefined ? "AWS" : `AWS account ${identity.accountId} in ${identity.region}`;
            const what =
                given.connectionId ??
                `a hosted connection of VLAN ${borderRouter?.vlanId ?? "unknown"} (${borderRouter?.vbrId ?? "no VBR"})`;
            return [
                {
                    says: `${place} does not have ${what}, in any state.`,
                    fix: "Wait for the offer; if the order names another peer vendor UID or region than these, open a ticket with Alibaba Cloud.",
                },
            ];
        },
    },
    {
        name: "not-accepted",
        find: ({ aws: { connection } }) =>
            isIn(connection, "ordering", "requested")
                ? [
                      {
                          says: `Hosted connection ${connection.connectionId} is ${connection.connectionState}: nobody has accepted it.`,
                          fix: "Run pulumi up, or accept it in the Direct Connect console.",
                      },
                  ]
                : [],
    },
    {
        name: "connection-ended",
        find: ({ aws: { connection } }) =>
            connection !== undefined && hasEnded(connection.connectionState)
                ? [
                      {
                          says: `Hosted connection ${connection.connectionId} is ${connection.connectionState}.`,
                          fix: "Ask Alibaba Cloud to issue the connection again, then run pulumi refresh.",
                      },
                  ]
                : [],
    },
    { name: "foreign-connection", find: findForeign },
    {
        name: "circuit-down",
        find: ({ aws: { connection } }) => {
            if (connection === undefined || hasEnded(connection.connectionState)) {
                return [];
            }
            const { connectionId, connectionState } = connection;
            const says = `Hosted connection ${connectionId} is ${connectionState}; it must be available.`;
            if (connectionState === "pending") {
                return [{ says, fix: "Wait: AWS sets the port up." }];
            }
            return ["available", "ordering", "requested"].includes(connectionState)
                ? []
                : [
                      {
                          says,
                          fix: "Wait if AWS has announced maintenance, which takes it down for hours; else ask both supports about the circuit.",
                      },
                  ];
        },
    },
];

function findForeign(facts: LinkFacts): ReturnType<Cause["find"]> {
    const connection = foreignConnection(facts);
    const { borderRouter } = facts.alibaba;
    if (connection === undefined || borderRouter === undefined) {
        return [];
    }
    const right = facts.aws.connections?.find((other) => isMeantFor(other, borderRouter.vlanId));
    return [
        {
            says: `Hosted connection ${connection.connectionId} (VLAN ${connection.vlan ?? "none"}, ${connection.bandwidth}, partner "${connection.partnerName}") is another circuit's: ${borderRouter.vbrId} has VLAN ${borderRouter.vlanId ?? "none"}, ${bandwidth}.`,
            fix: `Set aws.connectionId to ${right?.connectionId ?? "the VBR's own"}, then run pulumi up.`,
        },
    ];
}

/** The link's connection where it is another circuit's: it has another VLAN than the VBR, and its kind, or another offer, says that no one translates. */
export function foreignConnection(facts: LinkFacts): HostedConnection | undefined {
    const { connection, connections = [] } = facts.aws;
    const vlanId = facts.alibaba.borderRouter?.vlanId;
    if (connection === undefined || vlanId === undefined || connection.vlan === vlanId || isUp(facts)) {
        return undefined;
    }
    const isOther =
        connection.bandwidth !== bandwidth ||
        !isOfAlibaba(connection.partnerName) ||
        connections.some((other) => isMeantFor(other, vlanId));
    return isOther && facts.given.vlanMayDiffer !== true ? connection : undefined;
}

/** How AWS names the partner of this product is not documented: it has the company's name. */
export function isOfAlibaba(partnerName: string): boolean {
    return /alibaba|aliyun/i.test(partnerName);
}

function isMeantFor(connection: HostedConnection, vlanId: number | undefined): boolean {
    return connection.vlan === vlanId && connection.bandwidth === bandwidth && !hasEnded(connection.connectionState);
}

function isIn(connection: HostedConnection | undefined, ...states: string[]): connection is HostedConnection {
    return connection !== undefined && states.includes(connection.connectionState);
}
