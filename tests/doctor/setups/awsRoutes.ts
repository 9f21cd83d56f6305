import { learnedOverSessions } from "../../../simulator/world/routes/learned";
import { overDirectConnectGateway } from "../../unit/world/routes/directConnectGateway";
import type { Setup } from "../setup";
import { shown, stopped } from "../symptoms";

/** A network of Alibaba Cloud's that AWS learns of last. */
const lateCidr = "172.16.9.0/24";

/** What AWS's gateways and route tables do with the routes of a session that is up. */
export const awsRouteSetups: Setup[] = [
    {
        cause: "allowed-prefixes",
        how: "the Direct Connect gateway is associated with nothing",
        breaks(link) {
            overDirectConnectGateway(link, {});
            link.world.aws.directConnectGateways.get("dcgw-1")?.associations.splice(0);
        },
        shows: stopped("Alibaba to AWS", "no-route"),
        touches: ["virtual interface's gateway"],
        needs: ["virtual interface", "gateway's attachment"],
    },
    {
        cause: "allowed-prefixes",
        how: "the Direct Connect gateway allows half of the VPC's CIDR block",
        breaks: (link) => {
            overDirectConnectGateway(link, { allowedPrefixes: ["10.0.0.0/17"] });
        },
        shows: stopped("Alibaba to AWS", "no-route"),
        touches: ["virtual interface's gateway"],
        needs: ["virtual interface", "gateway's attachment", "CIDR blocks at AWS"],
    },
    {
        cause: "propagation-off",
        how: "in one of two tables",
        breaks: ({ mainTable }) => (mainTable.propagatingVgws = []),
        shows: stopped("AWS to Alibaba", "no-route"),
        touches: ["propagation at AWS"],
        needs: ["gateway's attachment"],
    },
    {
        cause: "subnet-uses-another-table",
        how: "one that is not among the link's",
        breaks({ world, awsVpc, privateTable }) {
            const other = {
                ...privateTable,
                routeTableId: "rtb-unlisted",
                routes: [],
                propagatingVgws: [],
                tags: new Map(),
            };
            world.aws.routeTables.set(other.routeTableId, other);
            for (const subnet of world.aws.subnets.values()) {
                if (subnet.vpcId === awsVpc.vpcId && subnet.routeTableId === privateTable.routeTableId) {
                    subnet.routeTableId = other.routeTableId;
                }
            }
        },
        shows: stopped("AWS to Alibaba", "no-route"),
        touches: ["subnets' tables"],
    },
    {
        cause: "propagated-routes-limit",
        how: "a VPN connection brought a hundred before",
        async breaks({ bench, world, gateway, vpc, vpcTable }) {
            world.aws.vpnConnections.set("vpn-office", {
                vpnConnectionId: "vpn-office",
                vpnGatewayId: gateway.vpnGatewayId,
                state: "available",
                staticRoutes: [],
                bgpRoutes: Array.from({ length: 100 }, (_, index) => ({
                    destinationCidrBlock: `192.168.${index}.0/24`,
                    asPath: [65010],
                })),
            });
            world.changed();
            await bench.pass(1);
            vpc.vSwitches.push({
                vSwitchId: "vsw-late",
                cidrBlock: lateCidr,
                zoneId: "ap-southeast-1a",
                routeTableId: vpcTable.routeTableId,
                networkAclId: undefined,
            });
        },
        shows: shown(`AWS has accepted ${lateCidr}, and no table has it`, ({ world, mainTable, privateTable }) => {
            const accepted = learnedOverSessions(world).byAws.flatMap(({ routes }) => routes);
            const installed = [mainTable, privateTable].flatMap(({ routes }) => routes);
            const isLate = (route: { destinationCidrBlock: string }): boolean =>
                route.destinationCidrBlock === lateCidr;
            return accepted.some(isLate) && !installed.some(isLate);
        }),
        touches: ["propagation at AWS", "VPC"],
        needs: [
            "session",
            "gateway's attachment",
            "virtual interface's gateway",
            "VBR attachment",
            "VBR association",
            "publishing",
            "VPC attachment",
            "VPC propagation",
            "route maps",
        ],
    },
    {
        cause: "static-route-wins",
        how: "to the same CIDR block, over a network interface",
        breaks: ({ mainTable }) =>
            mainTable.routes.push({
                destinationCidrBlock: "172.16.1.0/24",
                gatewayId: "eni-0123456789abcdef0",
                state: "active",
                origin: "CreateRoute",
            }),
        shows: stopped("AWS to Alibaba", "leads-elsewhere"),
        touches: ["static routes at AWS"],
        needs: ["VPC"],
    },
    {
        cause: "cidr-overlap",
        how: "a secondary CIDR block of the VPC at AWS covers Alibaba Cloud's",
        breaks: ({ awsVpc }) => awsVpc.cidrBlocks.push("172.16.0.0/16"),
        shows: stopped("AWS to Alibaba", "local-route"),
        touches: ["CIDR blocks at AWS"],
        needs: ["VPC"],
    },
];
