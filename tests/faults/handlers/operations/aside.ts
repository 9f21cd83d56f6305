import { unmanagedSearches } from "../../../../provider/beforeCreation";
import { hostedConnectionReleaseHandler } from "../../../../provider/hostedConnectionRelease/handler";
import { awsAccount } from "../../../support/samples";
import { callLimitSeconds, deleting, reading, type Operation } from "../operation";
import { acceptByHand, makeVirtualInterface } from "../prepared";
import { alibabaIdentity, awsIdentity } from "./actions";

/** What stands aside: the hosted connection's end, assumed roles, and the looks before an official resource is made. */
export const operationsAside: readonly Operation[] = [
    {
        name: "HostedConnectionRelease read",
        actions: ["directconnect.DescribeConnections"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            const inputs = { connectionId: bench.ids.hostedConnectionId, made: true, ...awsAccount };
            const created = await hostedConnectionReleaseHandler.create(inputs, bench.context);
            return reading(hostedConnectionReleaseHandler, created, bench);
        },
    },
    {
        name: "HostedConnectionRelease delete",
        actions: [awsIdentity, "directconnect.DeleteConnection"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            const inputs = { connectionId: bench.ids.hostedConnectionId, made: true, ...awsAccount };
            const created = { id: "release", outputs: { ...inputs, onDestroy: "delete" as const } };
            return deleting(hostedConnectionReleaseHandler, created, bench);
        },
    },
    {
        name: "the account that a role of AWS leads to",
        actions: ["awsSts.AssumeRole", awsIdentity],
        limitSeconds: callLimitSeconds,
        bench: {
            configuration: { "aws:assumeRoles": JSON.stringify([{ roleArn: "arn:aws:iam::123456789012:role/link" }]) },
        },
        prepare: ({ context }) => Promise.resolve({ attempt: () => context.clouds.aws.identity() }),
    },
    {
        name: "the account that a role of Alibaba Cloud leads to",
        actions: ["alibabaSts.AssumeRole", alibabaIdentity],
        limitSeconds: callLimitSeconds,
        bench: {
            configuration: {
                "alicloud:assumeRole": JSON.stringify({ roleArn: "acs:ram::1234567890123456:role/link" }),
            },
        },
        prepare: ({ context }) => Promise.resolve({ attempt: () => context.clouds.alibaba.identity() }),
    },
    {
        name: "the look before a virtual interface is made",
        actions: ["directconnect.DescribeVirtualInterfaces"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            await makeVirtualInterface(bench);
            const inputs = { connectionId: bench.ids.hostedConnectionId };
            return { attempt: () => unmanagedSearches.virtualInterface(inputs, bench.context.clouds) };
        },
    },
    {
        name: "the look before a gateway is attached",
        actions: ["ec2.DescribeVpnGateways"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            await makeVirtualInterface(bench);
            const inputs = { vpcId: bench.ids.awsVpcId, vpnGatewayId: "vgw-other" };
            return { attempt: () => unmanagedSearches.vpnGatewayAttachment(inputs, bench.context.clouds) };
        },
    },
    {
        name: "the look before a VBR is attached to a CEN",
        actions: [
            "cbn.ListTransitRouterVbrAttachments",
            "vpc.DescribeVirtualBorderRouters",
            "cbn.DescribeGrantRulesToCen",
        ],
        limitSeconds: callLimitSeconds,
        bench: { scenario: "foreign-vbr" },
        prepare: ({ ids, context }) =>
            Promise.resolve({
                attempt: async () => ({ problem: await unmanagedSearches.cenAttachment({ ...ids }, context.clouds) }),
            }),
    },
    ...(["cenAssociation", "cenPropagation"] as const).map((kind): Operation => ({
        name: `the look before a ${kind} is made`,
        actions: [
            kind === "cenAssociation"
                ? "cbn.ListTransitRouterRouteTableAssociations"
                : "cbn.ListTransitRouterRouteTablePropagations",
        ],
        limitSeconds: callLimitSeconds,
        prepare({ ids, world, context }) {
            // The VPC's attachment has both from the beginning.
            const [transitRouterAttachmentId] = world.alibaba.attachments.keys();
            const inputs = { transitRouterAttachmentId, transitRouterRouteTableId: ids.transitRouterRouteTableId };
            return Promise.resolve({ attempt: () => unmanagedSearches[kind](inputs, context.clouds) });
        },
    })),
];
