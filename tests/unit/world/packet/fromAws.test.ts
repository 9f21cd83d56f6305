import type { AwsRoute } from "../../../../simulator/world/awsState";
import { overDirectConnectGateway } from "../routes/directConnectGateway";
import { forward, itStops } from "./packets";

function route(destinationCidrBlock: string, gatewayId: string, fields: Partial<AwsRoute> = {}): AwsRoute {
    return { destinationCidrBlock, gatewayId, state: "active", origin: "CreateRoute", ...fields };
}

describe("a packet on its way out of AWS", () => {
    itStops([
        {
            title: "the subnet's table has no route",
            flip: ({ mainTable }) => mainTable.propagatingVgws.pop(),
            expected: forward("no-route"),
        },
        {
            title: "the subnet's own table has none, whatever the main table has",
            flip: ({ packet, world, otherTable }) => {
                const subnet = world.aws.subnets.get(packet.from.subnetId);
                Object.assign(subnet ?? {}, { routeTableId: otherTable.routeTableId });
            },
            expected: forward("no-route"),
        },
        {
            title: "the main table counts, wherever it stands among the tables",
            flip: ({ world: { aws } }) => {
                const tables = [...aws.routeTables].reverse();
                aws.routeTables.clear();
                tables.forEach(([id, table]) => aws.routeTables.set(id, table));
            },
            expected: "arrives",
        },
        {
            title: "what stops a packet first is said, not what would stop it later",
            flip: ({ mainTable, world }) => {
                mainTable.propagatingVgws.pop();
                world.alibaba.securityGroups.forEach((group) => (group.rules = []));
            },
            expected: forward("no-route"),
        },
        {
            title: "a static route leads to something that is gone",
            flip: ({ mainTable }) => mainTable.routes.push(route("172.16.1.0/24", "pcx-1", { state: "blackhole" })),
            expected: forward("blackhole", "pcx-1"),
        },
        {
            title: "a static route leads elsewhere",
            flip: ({ mainTable }) => mainTable.routes.push(route("172.16.1.0/24", "igw-1")),
            expected: forward("leads-elsewhere", "igw-1"),
        },
        {
            title: "a static route leads elsewhere, whatever transit gateway there is",
            flip: (joined) => {
                overDirectConnectGateway(joined, { gatewayId: "tgw-1", gatewayType: "transitGateway" });
                joined.mainTable.routes.push(route("172.16.1.0/24", "igw-1"));
            },
            expected: forward("leads-elsewhere", "igw-1"),
        },
        {
            title: "a static route leads to the gateway as the propagated one does",
            flip: ({ mainTable, gateway }) => {
                mainTable.propagatingVgws = [];
                mainTable.routes.push(route("172.16.0.0/16", gateway.vpnGatewayId));
            },
            expected: "arrives",
        },
        {
            title: "a static route leads to a gateway that is attached no more",
            flip: ({ mainTable, gateway }) => {
                gateway.attachments = [];
                mainTable.routes.push(route("172.16.0.0/16", gateway.vpnGatewayId));
            },
            expected: forward("blackhole", "vgw-00000001"),
        },
        {
            title: "a static route leads to a gateway that is being detached",
            flip: ({ mainTable, gateway }) => {
                gateway.attachments.forEach((attachment) => (attachment.state = "detaching"));
                mainTable.routes.push(route("172.16.0.0/16", gateway.vpnGatewayId));
            },
            expected: forward("blackhole", "vgw-00000001"),
        },
        {
            title: "a static route leads to a gateway that is attached to another VPC",
            flip: ({ mainTable, gateway }) => {
                gateway.attachments.forEach((attachment) => (attachment.vpcId = "vpc-other"));
                mainTable.routes.push(route("172.16.0.0/16", gateway.vpnGatewayId));
            },
            expected: forward("blackhole", "vgw-00000001"),
        },
        {
            title: "a static route leads to a gateway that has no route itself",
            flip: ({ mainTable, gateway, attachment }) => {
                attachment.autoPublishRouteEnabled = false;
                mainTable.routes.push(route("172.16.0.0/16", gateway.vpnGatewayId));
            },
            expected: forward("gateway", "vgw-00000001"),
        },
        {
            title: "AWS's VPC has the address itself (P35)",
            flip: ({ vpc }) => vpc.cidrBlocks.push("172.16.0.0/16"),
            expected: forward("local-route"),
        },
        {
            title: "neither side has missed the session yet",
            flip: ({ borderRouter }) => (borderRouter.vlanId = 1999),
            expected: forward("session", "dxvif-00000001"),
        },
        {
            title: "the packet is longer than the virtual interface lets pass",
            flip: ({ packet }) => (packet.bytes = 1501),
            expected: forward("mtu", "dxvif-00000001"),
        },
        {
            title: "the packet is longer than the VBR lets pass, whatever the virtual interface does",
            flip: ({ packet, vif }) => {
                vif.mtu = 8500;
                packet.bytes = 1501;
            },
            expected: forward("mtu"),
        },
        {
            title: "the transit router's table of the VBR has no entry for the VPC (P29)",
            flip: ({ systemTable }) => systemTable.propagations.shift(),
            expected: forward("no-route"),
        },
    ]);
});
