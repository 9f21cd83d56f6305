import { backendConfigurationHandler } from "../../../../provider/backendConfiguration/handler";
import { borderRouterHandler } from "../../../../provider/borderRouter/handler";
import { circuitActivationHandler } from "../../../../provider/circuitActivation/handler";
import { hostedConnectionAcceptanceHandler } from "../../../../provider/hostedConnectionAcceptance/handler";
import { preflightHandler } from "../../../../provider/preflight/handler";
import { alibabaAccount, awsAccount } from "../../../support/samples";
import { callLimitSeconds, creating, deleting, reading, type Operation } from "../operation";
import { acceptByHand, activate, configureBgp, makeVirtualInterface } from "../prepared";
import { accounts, alibabaIdentity, awsIdentity, ofBgp, ofBothEnds, ofConnection, timeoutSeconds } from "./actions";

/** The life of what comes before BGP: the look at both clouds, the VBR, the backend, the acceptance. */
export const operationsBeforeBgp: readonly Operation[] = [
    {
        name: "Preflight create",
        actions: [
            awsIdentity,
            alibabaIdentity,
            ...ofBothEnds,
            "ec2.DescribeVpcs",
            "ec2.DescribeRouteTables",
            "ec2.DescribeVpnGateways",
            "cbn.DescribeCens",
            "cbn.ListTransitRouters",
            "cbn.ListTransitRouterRouteTables",
            "cbn.ListTransitRouterRouteEntries",
            "vpc.GetPhysicalConnectionServiceStatus",
        ],
        limitSeconds: callLimitSeconds,
        async prepare(bench) {
            await acceptByHand(bench);
            const { virtualInterfaceId, vpnGatewayId } = await makeVirtualInterface(bench);
            const { vbrId, hostedConnectionId: connectionId, cenId, transitRouterId } = bench.ids;
            const { awsVpcId: vpcId, routeTableIds } = bench.ids;
            const aws = { vpcId, vpnGatewayId, routeTableIds, connectionId, adopt: { virtualInterfaceId } };
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
        // The VBR is asked for the end of its subscription, which may stay unanswered, and then for its attachment.
        limitSeconds: 2 * callLimitSeconds,
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
];
