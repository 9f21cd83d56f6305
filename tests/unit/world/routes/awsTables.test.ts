import { expect } from "chai";

import type { AwsRoute, AwsVpnConnection } from "../../../../simulator/world/awsState";
import { chosenByGateway } from "../../../../simulator/world/routes/awsGatewayRoutes";
import { chosenByAwsTable } from "../../../../simulator/world/routes/awsTables";
import { joinAndWait, only, type Joined } from "../joined";
import { awsCidr, flowsOf, itFlips, manyCidrBlocks, vSwitches } from "./flows";

function route(destinationCidrBlock: string, gatewayId: string, fields: Partial<AwsRoute> = {}): AwsRoute {
    return { destinationCidrBlock, gatewayId, state: "active", origin: "CreateRoute", ...fields };
}

function addVpnConnection({ world, gateway }: Joined, fields: Partial<AwsVpnConnection>): void {
    const id = `vpn-${world.aws.vpnConnections.size + 1}`;
    world.aws.vpnConnections.set(id, {
        vpnConnectionId: id,
        vpnGatewayId: gateway.vpnGatewayId,
        state: "available",
        staticRoutes: [],
        bgpRoutes: [],
        ...fields,
    });
}

function setVSwitchCidr({ world }: Joined, cidrBlock: string): void {
    for (const vSwitch of only(world.alibaba.vpcs.values()).vSwitches.slice(0, 1)) {
        vSwitch.cidrBlock = cidrBlock;
    }
}

/** Where the main table leads for an address, after a change. */
function target(address: string, change: (joined: Joined) => unknown): string | undefined {
    const joined = joinAndWait();
    change(joined);
    joined.world.changed();
    joined.clock.advance(joined.world.durations.routeInstallation);
    return chosenByAwsTable(joined.mainTable, address)?.gatewayId;
}

/** What the VPN gateway sends packets to the first vSwitch over, after a change. */
function over(change: (joined: Joined) => unknown): string | undefined {
    const joined = joinAndWait();
    change(joined);
    joined.world.changed();
    return chosenByGateway(joined.world, joined.gateway.vpnGatewayId, "172.16.1.9")?.over.kind;
}

const withoutSession = ({ connection }: Joined): unknown => (connection.connectionState = "down");
const bgpRoutes = (destinationCidrBlock: string, ...asPath: number[]): AwsVpnConnection["bgpRoutes"] => [
    { destinationCidrBlock, asPath },
];

describe("route tables of AWS", () => {
    itFlips([
        {
            title: "P34: learn nothing without propagation",
            flip: ({ mainTable }) => mainTable.propagatingVgws.pop(),
            expected: { byAws: [] },
        },
        {
            title: "P34: learn nothing of a gateway that is attached to another VPC",
            flip: ({ gateway }) => gateway.attachments.forEach((attachment) => (attachment.vpcId = "vpc-other")),
            expected: { byAws: [], byTransitRouter: [], byVpc: [], received: 0 },
        },
        {
            title: "P34: learn what comes over the gateway's VPN connections too",
            flip: (joined) => addVpnConnection(joined, { bgpRoutes: bgpRoutes("192.168.1.0/24", 65010) }),
            expected: { byAws: [...vSwitches, "192.168.1.0/24"] },
        },
        {
            title: "P34: learn nothing over a VPN connection of another gateway",
            flip: (joined) => addVpnConnection(joined, { vpnGatewayId: "vgw-2", staticRoutes: ["192.168.1.0/24"] }),
            expected: {},
        },
        {
            title: "P34: learn nothing over a VPN connection that is not there yet",
            flip: (joined) => addVpnConnection(joined, { state: "pending", staticRoutes: ["192.168.1.0/24"] }),
            expected: {},
        },
        {
            title: "P35: hold a local route for each of the VPC's CIDRs, in the place of a propagated one",
            flip: ({ vpc }) => vpc.cidrBlocks.push("172.16.1.0/24"),
            expected: { byAws: vSwitches.slice(1), received: 2 },
        },
        {
            title: "P35: hold a static route in the place of a propagated one of the same destination",
            flip: ({ mainTable }) => mainTable.routes.push(route("172.16.1.0/24", "igw-1")),
            expected: { byAws: vSwitches.slice(1) },
        },
    ]);

    it("P34: of which propagation is on for one alone, the others learn nothing", () => {
        const { mainTable, otherTable } = joinAndWait();
        expect(mainTable.routes.map(({ gatewayId }) => gatewayId)).to.deep.equal([
            "local",
            "vgw-00000001",
            "vgw-00000001",
        ]);
        expect(otherTable.routes.map(({ gatewayId }) => gatewayId)).to.deep.equal(["local"]);
    });

    it("P34: hold 100 propagated routes, those that were there first", () => {
        const joined = joinAndWait();
        addVpnConnection(joined, { staticRoutes: manyCidrBlocks(98) });
        joined.world.changed();
        const before = flowsOf(joined).byAws;
        expect(before).to.deep.equal([...vSwitches, ...manyCidrBlocks(98)]);
        addVpnConnection(joined, { staticRoutes: ["10.6.0.0/24"] });
        joined.world.aws.vpnConnections = new Map([...joined.world.aws.vpnConnections].reverse());
        joined.world.changed();
        expect(flowsOf(joined).byAws).to.deep.equal(before);
        joined.world.aws.vpnConnections.delete("vpn-1");
        joined.world.changed();
        expect(flowsOf(joined).byAws).to.deep.equal([...vSwitches, "10.6.0.0/24"]);
    });

    it("P34: hold one route for each destination, however many ways lead there", () => {
        const joined = joinAndWait();
        addVpnConnection(joined, { staticRoutes: ["172.16.1.0/24"] });
        joined.world.changed();
        expect(flowsOf(joined).byAws).to.deep.equal(vSwitches);
    });
});

describe("AWS's choice", () => {
    it("P35: the longest prefix", () => {
        expect(
            target("172.16.1.9", ({ mainTable }) => mainTable.routes.push(route("172.16.0.0/16", "igw-1"))),
        ).to.equal("vgw-00000001");
        expect(
            target("172.16.1.9", ({ mainTable }) => mainTable.routes.push(route("172.16.1.0/25", "igw-1"))),
        ).to.equal("igw-1");
    });

    it("P35: the local route over a propagated one, even a more specific", () => {
        expect(target("10.0.7.9", (joined) => setVSwitchCidr(joined, "10.0.7.0/24"))).to.equal("local");
        expect(target("10.1.7.9", (joined) => setVSwitchCidr(joined, "10.1.7.0/24"))).to.equal("vgw-00000001");
    });

    it("P35: but a more specific static one over the local", () => {
        expect(target("10.0.7.9", ({ mainTable }) => mainTable.routes.push(route("10.0.7.0/24", "eni-1")))).to.equal(
            "eni-1",
        );
    });

    it("P35: a static route over one of a prefix list, in whatever order they stand there", () => {
        const both = [
            route("192.168.0.0/16", "pcx-1", { destinationPrefixListId: "pl-1" }),
            route("192.168.0.0/16", "igw-1"),
        ];
        expect(target("192.168.0.9", ({ mainTable }) => mainTable.routes.push(...both))).to.equal("igw-1");
        expect(target("192.168.0.9", ({ mainTable }) => mainTable.routes.push(...both.slice(0, 1)))).to.equal("pcx-1");
    });

    it("P35: one of a prefix list over a propagated one", () => {
        const ofList = route("172.16.1.0/24", "pcx-1", { destinationPrefixListId: "pl-1" });
        expect(target("172.16.1.9", ({ mainTable }) => mainTable.routes.push(ofList))).to.equal("pcx-1");
        const joined = joinAndWait();
        joined.mainTable.routes.push(ofList);
        joined.world.changed();
        expect(flowsOf(joined).byAws).to.deep.equal(vSwitches);
        joined.mainTable.routes.reverse();
        expect(chosenByAwsTable(joined.mainTable, "172.16.1.9")?.gatewayId).to.equal("pcx-1");
    });

    it("P35: no route for what nothing leads to", () => {
        expect(target("192.168.0.9", () => undefined)).to.equal(undefined);
    });

    it("P35: over Direct Connect before any VPN", () => {
        expect(
            over((joined) =>
                addVpnConnection(joined, { staticRoutes: ["172.16.1.0/24"], bgpRoutes: bgpRoutes("172.16.1.0/24") }),
            ),
        ).to.equal("Direct Connect BGP");
    });

    it("P35: over a VPN with a longer prefix before that", () => {
        expect(over((joined) => addVpnConnection(joined, { staticRoutes: ["172.16.1.0/25"] }))).to.equal("VPN static");
    });

    it("P35: a static route of a VPN before a BGP route of one", () => {
        expect(
            over((joined) => {
                withoutSession(joined);
                addVpnConnection(joined, { bgpRoutes: bgpRoutes("172.16.1.0/24") });
                addVpnConnection(joined, { staticRoutes: ["172.16.1.0/24"] });
            }),
        ).to.equal("VPN static");
    });

    it("P35: of BGP routes the one with the shorter path", () => {
        const joined = joinAndWait();
        withoutSession(joined);
        addVpnConnection(joined, { bgpRoutes: bgpRoutes("172.16.1.0/24", 65010, 65011) });
        addVpnConnection(joined, { bgpRoutes: bgpRoutes("172.16.1.0/24", 65010) });
        joined.world.changed();
        const chosen = chosenByGateway(joined.world, joined.gateway.vpnGatewayId, "172.16.1.9");
        expect(chosen?.over).to.deep.equal({ kind: "VPN BGP", vpnConnectionId: "vpn-2" });
    });

    it("P35: falls back to the VPN when the session is down, of which the table shows nothing", () => {
        const joined = joinAndWait();
        addVpnConnection(joined, { bgpRoutes: bgpRoutes("172.16.1.0/24", 65010) });
        withoutSession(joined);
        joined.world.changed();
        expect(flowsOf(joined).byAws).to.deep.equal(["172.16.1.0/24"]);
        expect(chosenByAwsTable(joined.mainTable, "172.16.1.9")?.gatewayId).to.equal("vgw-00000001");
        expect(chosenByAwsTable(joined.mainTable, "10.0.1.9")).to.include({
            destinationCidrBlock: awsCidr,
            gatewayId: "local",
        });
    });
});
