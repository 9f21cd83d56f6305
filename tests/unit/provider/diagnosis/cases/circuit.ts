import { makeConnection } from "../../../../support/samples";
import { fall, set, type CauseCase } from "./case";

const upAgain = "Run pulumi refresh and then pulumi up";

/** Hosted connection, circuit, VBR and virtual interface. */
export const circuitCases: readonly CauseCase[] = [
    {
        cause: "no-hosted-connection",
        when: "the one that is named is not in the account",
        change: ({ aws }) => Object.assign(aws, { connections: [], connection: undefined }),
        says: "AWS account 123456789012 in ap-southeast-1 does not have dxcon-1, in any state.",
        fix: "Wait for the offer; if the order names another peer vendor UID or region than these, open a ticket with Alibaba Cloud.",
    },
    {
        cause: "not-accepted",
        when: "it is ordering",
        change: ({ aws }) => set(aws.connection, { connectionState: "ordering" }),
        says: "Hosted connection dxcon-1 is ordering: nobody has accepted it.",
        fix: "Run pulumi up, or accept it in the Direct Connect console.",
    },
    {
        cause: "connection-ended",
        when: "it is rejected",
        change: ({ aws }) => set(aws.connection, { connectionState: "rejected" }),
        says: "Hosted connection dxcon-1 is rejected.",
        fix: "Ask Alibaba Cloud to issue the connection again, then run pulumi refresh.",
    },
    {
        cause: "foreign-connection",
        when: "another partner's was accepted, and the right one waits",
        change: (facts) => {
            const { aws } = facts;
            fall(facts);
            set(aws.connection, { vlan: 205, partnerName: "Example Carrier" });
            set(aws.virtualInterface, { vlan: 205 });
            aws.connections?.push(makeConnection({ connectionId: "dxcon-2", connectionState: "ordering" }));
        },
        says: 'Hosted connection dxcon-1 (VLAN 205, 1Gbps, partner "Example Carrier") is another circuit\'s: vbr-1 has VLAN 101, 1Gbps.',
        fix: "Set aws.connectionId to dxcon-2, then run pulumi up.",
    },
    {
        cause: "backend-not-finished",
        when: "VLAN and addresses are not there yet",
        change: ({ alibaba }) => {
            set(alibaba.borderRouter, {
                vlanId: undefined,
                localGatewayIp: "",
                physicalConnectionStatus: "Approved",
                status: "unconfirmed",
            });
        },
        says: "Alibaba Cloud has not finished vbr-1: it is unconfirmed, the circuit is Approved, it has no VLAN, it has no addresses.",
        fix: "Wait; open a ticket with Alibaba Cloud if it stays so.",
    },
    {
        cause: "circuit-locked",
        when: "a bill is open",
        change: ({ alibaba }) => set(alibaba.borderRouter, { physicalConnectionBusinessStatus: "FinancialLocked" }),
        says: "Circuit pc-1 is FinancialLocked; it must be Normal.",
        fix: "Pay the open bill of the circuit in the Alibaba Cloud console.",
    },
    {
        cause: "circuit-locked",
        when: "the state is one that nobody knows",
        change: ({ alibaba }) => set(alibaba.borderRouter, { physicalConnectionBusinessStatus: "Frozen" }),
        says: "Circuit pc-1 is Frozen; it must be Normal.",
        fix: "Settle that in the Alibaba Cloud console.",
    },
    {
        cause: "subscription-over",
        when: "its end has passed",
        change: ({ alibaba }) => set(alibaba.borderRouter, { expireTime: "2025-12-31T16:00:00Z" }),
        says: "The subscription of circuit pc-1 ended at 2025-12-31T16:00:00Z.",
        fix: "Renew the circuit's subscription in the Alibaba Cloud console.",
    },
    {
        cause: "vbr-terminated",
        when: "somebody has terminated it",
        change: ({ alibaba }) => set(alibaba.borderRouter, { status: "terminated" }),
        says: "vbr-1 is terminated; it must be active.",
        fix: "Recover the VBR in the Alibaba Cloud console.",
    },
    {
        cause: "vbr-terminated",
        when: "it is not there",
        change: ({ alibaba }) => Object.assign(alibaba, { borderRouters: [], borderRouter: undefined }),
        says: "Alibaba Cloud account 1234567890123456 in ap-southeast-1 does not have vbr-1.",
        fix: "Compare ID, account and region; buy the connection if there is none.",
    },
    {
        cause: "outbound-billing-not-opened",
        when: "the account has never opened it",
        change: ({ alibaba }) => (alibaba.outboundBillingOpened = false),
        says: "Alibaba Cloud account 1234567890123456 has not opened billing of outbound traffic.",
        fix: "Open it in the Express Connect console (it costs by traffic), then run pulumi up.",
    },
    {
        cause: "circuit-down",
        when: "the connection is down",
        change: ({ aws }) => set(aws.connection, { connectionState: "down" }),
        says: "Hosted connection dxcon-1 is down; it must be available.",
        fix: "Wait if AWS has announced maintenance, which takes it down for hours; else ask both supports about the circuit.",
    },
    {
        cause: "circuit-down",
        when: "AWS is at work on it",
        change: ({ aws }) => set(aws.connection, { connectionState: "pending" }),
        says: "Hosted connection dxcon-1 is pending; it must be available.",
        fix: "Wait: AWS sets the port up.",
    },
    {
        cause: "aws-maintenance",
        when: "BGP is down, and nothing differs",
        change: fall,
        says: "Both sides mirror each other (BGP is down at AWS, Idle at Alibaba Cloud).",
        fix: "Wait two minutes after a change, or if AWS has announced maintenance, which takes sessions down for hours; if it stays so, ask both supports.",
    },
    {
        cause: "no-virtual-interface",
        when: "it was deleted",
        change: ({ aws }) => set(aws.virtualInterface, { virtualInterfaceState: "deleted" }),
        says: "Virtual interface dxvif-1 is deleted.",
        fix: `${upAgain}, which makes one.`,
    },
    {
        cause: "no-virtual-interface",
        when: "somebody has made another one in its place",
        change: ({ aws }) => {
            const { virtualInterface } = aws;
            Object.assign(aws, {
                virtualInterface: undefined,
                virtualInterfaces: [{ ...virtualInterface, virtualInterfaceId: "dxvif-2" }],
            });
        },
        says: "Virtual interface dxvif-1 is not there.",
        fix: 'Take dxvif-2 over, which is on the connection: run pulumi refresh, and pulumi up with adopt: { virtualInterfaceId: "dxvif-2" }.',
    },
    {
        cause: "virtual-interface-not-confirmed",
        when: "it is confirming",
        change: ({ aws }) => set(aws.virtualInterface, { virtualInterfaceState: "confirming" }),
        says: "Virtual interface dxvif-1 is confirming.",
        fix: "Confirm it in the Direct Connect console.",
    },
    {
        cause: "virtual-interface-on-another-connection",
        when: "it is on another one than the link's",
        change: ({ aws }) => set(aws.virtualInterface, { connectionId: "dxcon-9" }),
        says: "Virtual interface dxvif-1 is on dxcon-9, the link's connection is dxcon-1.",
        fix: "Delete it and run pulumi refresh; pulumi up makes one on dxcon-1.",
    },
    {
        cause: "failover-test",
        when: "one is running",
        change: (facts) => {
            fall(facts);
            set(facts.aws.virtualInterface, { virtualInterfaceState: "testing" });
        },
        says: "A failover test holds BGP on dxvif-1 down.",
        fix: "Wait until it is over, or stop it in the Direct Connect console.",
    },
];
