import { overDirectConnectGateway } from "./directConnectGateway";
import { awsCidr, itFlips, nothing } from "./flows";

const unheard = { byTransitRouter: [], byVpc: [], received: 0 };

function learns(...cidrBlocks: string[]): { byTransitRouter: string[]; byVpc: string[]; received: number } {
    return { byTransitRouter: cidrBlocks, byVpc: cidrBlocks, received: cidrBlocks.length };
}

describe("what AWS announces", () => {
    itFlips([
        {
            title: "P19: the VPC's secondary CIDR blocks too, and no subnets",
            flip: ({ vpc }) => vpc.cidrBlocks.push("10.9.0.0/16"),
            expected: learns(awsCidr, "10.9.0.0/16"),
        },
        {
            title: "P22, P34: nothing while the gateway is being attached; and it propagates nothing",
            flip: ({ gateway }) => gateway.attachments.forEach((attachment) => (attachment.state = "attaching")),
            expected: { ...unheard, byAws: [] },
        },
        {
            title: "P22: nothing while the gateway is being detached",
            flip: ({ gateway }) => gateway.attachments.forEach((attachment) => (attachment.state = "detaching")),
            expected: { ...unheard, byAws: [] },
        },
        {
            title: "P44: nothing of a VPC in another region than the connection's",
            flip: ({ vpc }) => (vpc.region = "eu-west-1"),
            expected: unheard,
        },
        {
            title: "P44: a VPC in another region over a Direct Connect gateway",
            flip: (joined) => {
                joined.vpc.region = "eu-west-1";
                overDirectConnectGateway(joined, {});
            },
            expected: {},
        },
        {
            title: "P20: over a Direct Connect gateway and a VGW a CIDR block for which a wider prefix is allowed",
            flip: (joined) => overDirectConnectGateway(joined, { allowedPrefixes: ["10.0.0.0/8"] }),
            expected: {},
        },
        {
            title: "P20: no CIDR block for which only a narrower prefix is allowed",
            flip: (joined) => overDirectConnectGateway(joined, { allowedPrefixes: ["10.0.0.0/17"] }),
            expected: unheard,
        },
        {
            title: "P20: no CIDR block for which no prefix is allowed",
            flip: (joined) => {
                joined.vpc.cidrBlocks.push("10.9.0.0/16");
                overDirectConnectGateway(joined, { allowedPrefixes: [awsCidr, "10.10.0.0/16"] });
            },
            expected: {},
        },
        {
            title: "P20: nothing over a gateway that is still being associated; and it propagates nothing",
            flip: (joined) => overDirectConnectGateway(joined, { state: "associating" }),
            expected: { ...unheard, byAws: [] },
        },
        {
            title: "P20: still everything while the association is updated",
            flip: (joined) => overDirectConnectGateway(joined, { state: "updating" }),
            expected: {},
        },
        {
            title: "P22: over a Direct Connect gateway nothing of a VGW that is not attached",
            flip: (joined) => {
                joined.gateway.attachments = [];
                overDirectConnectGateway(joined, {});
            },
            expected: { ...unheard, byAws: [] },
        },
        {
            title: "P21: over a Direct Connect gateway and a transit gateway the allowed prefixes themselves",
            flip: (joined) =>
                overDirectConnectGateway(joined, {
                    gatewayId: "tgw-1",
                    gatewayType: "transitGateway",
                    allowedPrefixes: ["10.0.0.0/8", "192.168.0.0/16"],
                }),
            expected: { ...learns("10.0.0.0/8", "192.168.0.0/16"), byAws: [] },
        },
        {
            title: "P37: nothing once the virtual interface is being deleted; and both sides withdraw their routes",
            flip: ({ vif }) => (vif.virtualInterfaceState = "deleting"),
            expected: nothing,
        },
        {
            title: "P16: nothing once the session has fallen; and both sides withdraw their routes",
            flip: ({ connection }) => (connection.connectionState = "down"),
            expected: nothing,
        },
        {
            title: "P23: nothing of what Alibaba Cloud has announced to it",
            flip: ({ systemTable }) => systemTable.associations.splice(0),
            expected: { byAws: [], byVpc: [], byTransitRouter: [awsCidr], advertised: 0 },
        },
    ]);
});
