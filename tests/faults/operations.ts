import { bgpAuthKeyHandler } from "../../provider/bgpAuthKey/handler";
import { backendConfigurationHandler } from "../../provider/backendConfiguration/handler";
import { unmanagedCenAttachment } from "../../provider/unmanaged/cenAttachment";
import { unmanagedVirtualInterface } from "../../provider/unmanaged/virtualInterface";
import { unmanagedVpnGatewayAttachment } from "../../provider/unmanaged/vpnGateway";
import { bgpVerificationHandler } from "../../provider/bgpVerification/handler";
import { borderRouterHandler } from "../../provider/borderRouter/handler";
import { borderRouterBgpHandler } from "../../provider/borderRouterBgp/handler";
import { circuitActivationHandler } from "../../provider/circuitActivation/handler";
import { hostedConnectionAcceptanceHandler } from "../../provider/hostedConnectionAcceptance/handler";
import { hostedConnectionReleaseHandler } from "../../provider/hostedConnectionRelease/handler";
import { preflightHandler } from "../../provider/preflight/handler";
import { alibabaAccount, awsAccount } from "../support/samples";
import { callLimitSeconds, creating, deleting, reading, updating, type ActionName, type Operation } from "./operation";
import {
    acceptByHand,
    activate,
    amazonIp,
    bgpInputs,
    configureBgp,
    joinBothEnds,
    makeVirtualInterface,
    verified,
} from "./prepared";

const accounts = { ...awsAccount, ...alibabaAccount };
const awsIdentity: ActionName = "awsSts.GetCallerIdentity";
const alibabaIdentity: ActionName = "alibabaSts.GetCallerIdentity";
const ofConnection: ActionName[] = ["directconnect.TagResource", "directconnect.ConfirmConnection"];
const ofBgp: ActionName[] = ["vpc.DescribeBgpGroups", "vpc.DescribeBgpPeers"];
const ofBothEnds: ActionName[] = [
    "directconnect.DescribeConnections",
    "directconnect.DescribeVirtualInterfaces",
    "vpc.DescribeVirtualBorderRouters",
    ...ofBgp,
];
/** Half an hour less than the default, so that a fault that lasts is looked at less often. */
const timeoutSeconds = 300;

/** The life of every dynamic resource, and the looks before an official one is made, as far as they call a cloud. */
export const operations: readonly Operation[] = [
    {
        name: "Preflight create",
        actions: [
            awsIdentity,
            alibabaIdentity,
            ...ofBothEnds.filter((action) => action !== "vpc.DescribeBgpPeers"),
            "ec2.DescribeVpcs",
            "ec2.DescribeRouteTables",
            "ec2.DescribeVpnGateways",
            "cbn.DescribeCens",
            "cbn.ListTransitRouters",
            "vpc.GetPhysicalConnectionServiceStatus",
        ],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            const { virtualInterfaceId } = await makeVirtualInterface(bench);
            const { vbrId, hostedConnectionId: connectionId, cenId, transitRouterId } = bench.ids;
            const { awsVpcId: vpcId, routeTableIds } = bench.ids;
            const aws = { vpcId, routeTableIds, connectionId, adopt: { virtualInterfaceId } };
            const inputs = { vbrId, cenId, transitRouterId, ...aws, ...accounts };
            return creating(preflightHandler, inputs, bench);
        },
    },
    {
        name: "BorderRouter create",
        actions: [alibabaIdentity, "vpc.DescribeVirtualBorderRouters", "cbn.DescribeGrantRulesToCen"],
        limitSeconds: timeoutSeconds,
        bench: { scenario: "foreign-vbr" },
        prepare: (bench) => {
            const { vbrId, cenId } = bench.ids;
            return Promise.resolve(
                creating(borderRouterHandler, { vbrId, cenId, ...alibabaAccount, timeoutSeconds }, bench),
            );
        },
    },
    {
        name: "BorderRouter read",
        actions: ["vpc.DescribeVirtualBorderRouters", "cbn.DescribeGrantRulesToCen"],
        limitSeconds: callLimitSeconds,
        bench: { scenario: "foreign-vbr" },
        async prepare(bench) {
            const { vbrId, cenId } = bench.ids;
            const inputs = { vbrId, cenId, ...alibabaAccount };
            return reading(borderRouterHandler, await borderRouterHandler.create(inputs, bench.context), bench);
        },
    },
    {
        name: "BackendConfiguration create",
        actions: [alibabaIdentity, "vpc.DescribeVirtualBorderRouters", "vpc.DescribeBgpGroups"],
        limitSeconds: timeoutSeconds,
        prepare: (bench) => {
            const inputs = { vbrId: bench.ids.vbrId, ...alibabaAccount, timeoutSeconds };
            return Promise.resolve(creating(backendConfigurationHandler, inputs, bench));
        },
    },
    {
        name: "BackendConfiguration read",
        actions: ["vpc.DescribeVirtualBorderRouters"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            const inputs = { vbrId: bench.ids.vbrId, ...alibabaAccount };
            const created = await backendConfigurationHandler.create(inputs, bench.context);
            return reading(backendConfigurationHandler, created, bench);
        },
    },
    {
        name: "HostedConnectionAcceptance create",
        actions: [awsIdentity, "directconnect.DescribeConnections", ...ofConnection],
        limitSeconds: timeoutSeconds,
        prepare: (bench) => {
            const inputs = { vbrId: bench.ids.vbrId, vlanId: 1101, ...awsAccount, timeoutSeconds };
            return Promise.resolve(creating(hostedConnectionAcceptanceHandler, inputs, bench));
        },
    },
    {
        name: "CircuitActivation create",
        actions: [
            awsIdentity,
            alibabaIdentity,
            "vpc.DescribeVirtualBorderRouters",
            "vpc.DescribeBgpGroups",
            "directconnect.DescribeConnections",
            ...ofConnection,
        ],
        limitSeconds: timeoutSeconds,
        prepare: (bench) =>
            Promise.resolve(
                creating(circuitActivationHandler, { vbrId: bench.ids.vbrId, ...accounts, timeoutSeconds }, bench),
            ),
    },
    {
        name: "CircuitActivation read",
        actions: ["directconnect.DescribeConnections"],
        limitSeconds: callLimitSeconds,
        prepare: async (bench) => reading(circuitActivationHandler, await activate(bench), bench),
    },
    {
        name: "BorderRouter delete",
        actions: [
            awsIdentity,
            alibabaIdentity,
            ...ofBgp,
            "vpc.DeleteBgpPeer",
            "vpc.DeleteBgpGroup",
            "directconnect.DescribeConnections",
            "vpc.DescribeVirtualBorderRouters",
        ],
        limitSeconds: 300,
        async prepare(bench) {
            const { vbrId } = await activate(bench).then(({ outputs }) => outputs);
            const router = await borderRouterHandler.create({ vbrId, ...alibabaAccount, ...awsAccount }, bench.context);
            await configureBgp(bench);
            return deleting(borderRouterHandler, router, bench);
        },
    },
    {
        name: "CircuitActivation delete",
        actions: [
            awsIdentity,
            alibabaIdentity,
            "directconnect.DescribeConnections",
            "vpc.DescribeVirtualBorderRouters",
        ],
        limitSeconds: callLimitSeconds,
        prepare: async (bench) => deleting(circuitActivationHandler, await activate(bench), bench),
    },
    {
        name: "BgpAuthKey create",
        actions: [alibabaIdentity, "vpc.DescribeBgpGroups", "directconnect.DescribeVirtualInterfaces"],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            const { virtualInterfaceId } = await makeVirtualInterface(bench);
            const inputs = { vbrId: bench.ids.vbrId, virtualInterfaceId, ...alibabaAccount };
            return creating(bgpAuthKeyHandler, inputs, bench);
        },
    },
    {
        name: "BorderRouterBgp create",
        actions: [
            alibabaIdentity,
            "vpc.DescribeVirtualBorderRouters",
            ...ofBgp,
            "vpc.CreateBgpGroup",
            "vpc.CreateBgpPeer",
        ],
        limitSeconds: 300,
        async prepare(bench) {
            await acceptByHand(bench);
            return creating(borderRouterBgpHandler, bgpInputs(bench), bench);
        },
    },
    {
        name: "BorderRouterBgp update",
        actions: [
            alibabaIdentity,
            "vpc.DescribeVirtualBorderRouters",
            ...ofBgp,
            "vpc.ModifyBgpGroupAttribute",
            "vpc.ModifyBgpPeerAttribute",
        ],
        limitSeconds: 300,
        bench: { guesses: { peerOutsideSubnet: "accepted" } },
        async prepare(bench) {
            await acceptByHand(bench);
            const created = await configureBgp(bench, { peerIpAddress: "169.254.20.2", peerAsn: 64513 });
            const inputs = { ...bgpInputs(bench), peerIpAddress: amazonIp };
            return updating(borderRouterBgpHandler, created, inputs, bench);
        },
    },
    {
        name: "BorderRouterBgp update of a session that is up",
        actions: [alibabaIdentity, "vpc.DescribeVirtualBorderRouters", ...ofBgp, "vpc.ModifyBgpGroupAttribute"],
        limitSeconds: 300,
        async prepare(bench) {
            await acceptByHand(bench);
            await makeVirtualInterface(bench);
            const created = await configureBgp(bench);
            await bench.pass(60);
            return updating(borderRouterBgpHandler, created, { ...bgpInputs(bench), authKey: "another-key" }, bench);
        },
    },
    {
        name: "BorderRouterBgp read",
        actions: ofBgp,
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            return reading(borderRouterBgpHandler, await configureBgp(bench), bench);
        },
    },
    {
        name: "BorderRouterBgp delete",
        actions: [alibabaIdentity, ...ofBgp, "vpc.DeleteBgpPeer", "vpc.DeleteBgpGroup"],
        limitSeconds: 300,
        async prepare(bench) {
            await acceptByHand(bench);
            return deleting(borderRouterBgpHandler, await configureBgp(bench), bench);
        },
    },
    {
        name: "BgpVerification create",
        actions: [awsIdentity, alibabaIdentity, ...ofBothEnds],
        limitSeconds: timeoutSeconds,
        prepare: async (bench) =>
            creating(bgpVerificationHandler, { ...(await joinBothEnds(bench)), timeoutSeconds }, bench),
    },
    {
        name: "BgpVerification update",
        actions: [awsIdentity, alibabaIdentity, ...ofBothEnds],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            const created = await verified(bench);
            return updating(bgpVerificationHandler, created, created.outputs, bench);
        },
    },
    {
        name: "BgpVerification read",
        actions: ofBothEnds,
        limitSeconds: callLimitSeconds,
        prepare: async (bench) => reading(bgpVerificationHandler, await verified(bench), bench),
    },
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
            return { attempt: () => unmanagedVirtualInterface(inputs, bench.context.clouds) };
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
            return { attempt: () => unmanagedVpnGatewayAttachment(inputs, bench.context.clouds) };
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
                attempt: async () => ({ problem: await unmanagedCenAttachment({ ...ids }, context.clouds) }),
            }),
    },
];
