import type { RouteMap } from "../../../../../provider/clouds/network";
import { passing, route } from "../../../../support/linkFacts";
import { makeGateway } from "../../../../support/samples";
import { set, type CauseCase } from "./case";

const upAgain = "Run pulumi refresh and then pulumi up";

/** Gateway, route tables and packets at AWS, and how many routes either side takes. */
export const awsRouteCases: readonly CauseCase[] = [
    {
        cause: "too-many-prefixes-to-aws",
        when: "the table of the VBR has more than 100 of others",
        change: ({ alibaba }) => {
            const entries = alibaba.transitRouterRouteTables?.[0]?.entries;
            const [, sample] = entries ?? [];
            for (let index = 0; index < 100 && sample !== undefined; index += 1) {
                entries?.push({ ...sample, destinationCidrBlock: `172.17.${index}.0/24` });
            }
        },
        says: "Alibaba Cloud publishes 101 prefixes to vbr-1, AWS takes 100: over that it closes the session.",
        fix: "Deny some by an outgoing route map, or aggregate them by a route prefix of the VBR.",
    },
    {
        cause: "gateway-not-attached",
        when: "somebody has detached it",
        change: ({ aws }) => set(aws.vpnGateway, { attachments: [{ vpcId: "vpc-aws", state: "detached" }] }),
        says: "Virtual private gateway vgw-1 is attached to no VPC (vpc-aws detached); it must be to vpc-aws.",
        fix: `${upAgain}, which attaches one.`,
    },
    {
        cause: "gateway-not-attached",
        when: "somebody has deleted it",
        change: ({ aws }) => Object.assign(aws, { vpnGateways: [], vpnGateway: undefined }),
        says: "Virtual private gateway vgw-1 is not there.",
        fix: `${upAgain}, which attaches one.`,
    },
    {
        cause: "virtual-interface-on-another-gateway",
        when: "it is on one beside the link's",
        change: ({ aws }) => {
            const other = makeGateway({ vpnGatewayId: "vgw-9" });
            set(aws.virtualInterface, { virtualGatewayId: "vgw-9" });
            aws.vpnGateways?.push(other);
            aws.vpnGateway = other;
        },
        says: "Virtual interface dxvif-1 is on vgw-9, the link's gateway is vgw-1.",
        fix: `${upAgain} with allowOutage: true, which makes the interface anew.`,
    },
    {
        cause: "gateway-on-another-vpc",
        when: "somebody has moved it",
        change: ({ aws }) => set(aws.vpnGateway, { attachments: [{ vpcId: "vpc-9", state: "attached" }] }),
        says: "Virtual private gateway vgw-1 is attached to vpc-9, the link's VPC is vpc-aws.",
        fix: "Detach it from vpc-9, run pulumi refresh, then pulumi up.",
    },
    {
        cause: "allowed-prefixes",
        when: "they are too narrow",
        change: ({ aws }) => {
            aws.directConnectGateway = {
                directConnectGatewayId: "dx-gw",
                name: "link",
                amazonSideAsn: 64512,
                associations: [{ gatewayId: "vgw-1", state: "associated", allowedPrefixes: ["10.0.0.0/24"] }],
            };
        },
        says: "Direct Connect gateway dx-gw allows 10.0.0.0/24, which leaves 10.0.0.0/16 of vpc-aws out.",
        fix: "Add 10.0.0.0/16 to the association's allowed prefixes.",
    },
    {
        cause: "allowed-prefixes",
        when: "no gateway is associated",
        change: ({ aws }) => {
            const associations = [{ gatewayId: "vgw-1", state: "disassociated", allowedPrefixes: [] }];
            aws.directConnectGateway = {
                directConnectGatewayId: "dx-gw",
                name: "",
                amazonSideAsn: 64512,
                associations,
            };
        },
        says: "Direct Connect gateway dx-gw is associated with no gateway (vgw-1 disassociated), so that AWS advertises nothing.",
        fix: "Associate it with the VPC's virtual private gateway or transit gateway.",
    },
    {
        cause: "propagation-off",
        when: "in a table of the link's",
        change: ({ aws }) => set(aws.routeTables?.[0], { propagatingVpnGatewayIds: [] }),
        says: "Route propagation of vgw-1 is off in rtb-1 of vpc-aws.",
        fix: `${upAgain}, which turns it on.`,
    },
    {
        cause: "propagation-off",
        when: "in every table, where nobody says which are the link's",
        change: ({ aws, given }) => {
            given.routeTableIds = undefined;
            set(aws.routeTables?.[0], { propagatingVpnGatewayIds: [], routes: [] });
        },
        says: "Route propagation of vgw-1 is off in rtb-1 of vpc-aws.",
        fix: "Turn it on in the tables of the subnets that are to reach Alibaba Cloud.",
    },
    {
        cause: "subnet-uses-another-table",
        when: "it is none of the link's",
        change: ({ aws }) => {
            const [first] = aws.routeTables ?? [];
            if (first !== undefined) {
                const other = { isMain: false, subnetIds: ["subnet-1"], propagatingVpnGatewayIds: [] };
                aws.routeTables?.push({ ...first, ...other, routeTableId: "rtb-9" });
            }
        },
        says: "Subnets subnet-1 use rtb-9, which is none of rtb-1.",
        fix: "If they are to reach Alibaba Cloud, add rtb-9 to aws.routeTableIds and run pulumi up.",
    },
    {
        cause: "propagated-routes-limit",
        when: "a route that AWS has accepted found no room",
        change: ({ aws }) => {
            const [table] = aws.routeTables ?? [];
            const blocks = Array.from({ length: 100 }, (_, index) => `192.168.${index}.0/24`);
            set(table, { routes: blocks.map((block) => route(block, "vgw-1", "EnableVgwRoutePropagation")) });
        },
        says: "rtb-1 has 100 propagated routes, its limit is 100: 1 that AWS has accepted are not in it.",
        fix: "Aggregate the routes towards AWS, or ask AWS to raise the limit.",
    },
    {
        cause: "static-route-wins",
        when: "of the same block",
        change: ({ aws }) => {
            aws.routeTables?.[0]?.routes.push(route("172.16.1.0/24", "nat-1", "CreateRoute"));
        },
        says: "rtb-1 has a static route of 172.16.1.0/24 to nat-1, which wins over the one to vgw-1.",
        fix: "Remove 172.16.1.0/24 from rtb-1.",
    },
    {
        cause: "cidr-overlap",
        when: "a secondary block of the VPC at AWS covers a vSwitch",
        change: ({ aws }) => set(aws.vpc, { cidrBlocks: ["10.0.0.0/16", "172.16.0.0/20"] }),
        says: "172.16.1.0/24 of vpc-ali at Alibaba Cloud and 172.16.0.0/20 of vpc-aws at AWS overlap: each VPC takes such addresses for its own.",
        fix: "Give one of them other addresses.",
    },
    {
        cause: "too-many-routes-to-alibaba",
        when: "AWS advertises more than the peer takes",
        change: ({ aws, alibaba }) => {
            set(alibaba.bgpPeer, { routeLimit: 1 });
            aws.virtualInterfaceRoutes?.push({ direction: "advertised", cidrBlock: "10.1.0.0/16", asPath: [64512] });
        },
        says: "AWS advertises 2 routes, bgp-backend takes 1 and drops the others.",
        fix: "Aggregate them, or have the BGP group's route quota raised.",
    },
    {
        cause: "as-path-loop",
        when: "a route from another AWS gateway has the same ASN in its path",
        change: ({ alibaba }) => {
            const entries = alibaba.transitRouterRouteTables?.[0]?.entries;
            const [sample] = entries ?? [];
            if (sample !== undefined) {
                const other = { attachmentId: "tr-attach-9", originResourceId: "vbr-9", asPath: ["45104", "64512"] };
                entries?.push({ ...sample, ...other, destinationCidrBlock: "10.9.0.0/16" });
            }
        },
        says: "AWS drops 10.9.0.0/16: the path has ASN 64512, its gateway's own (45104 64512).",
        fix: "Give each AWS gateway behind the CEN an ASN of its own.",
    },
    {
        cause: "packet-filter",
        when: "no security group at AWS lets Alibaba Cloud in",
        change: ({ aws }) => set(aws.securityGroups?.[0], { rules: passing("172.16.0.0/16").slice(1) }),
        says: "No security group of vpc-aws allows ingress from 172.16.1.0/24.",
        fix: "Allow it in the security groups of the instances (sg-1).",
    },
    {
        cause: "packet-filter",
        when: "a network ACL at Alibaba Cloud denies AWS",
        change: ({ alibaba }) => {
            const [acl] = alibaba.vpcs?.[0]?.networkAcls ?? [];
            const [ingress] = passing("10.0.0.0/8");
            if (ingress !== undefined) {
                acl?.rules.push({ ...ingress, policy: "deny", priority: 1 });
            }
        },
        says: "Network ACL nacl-1 of vpc-ali (vsw-1) denies ingress from 10.0.1.0/24.",
        fix: "Allow it in nacl-1, both ways: a network ACL does not remember connections.",
    },
    {
        cause: "mtu",
        when: "the virtual interface takes jumbo frames",
        change: ({ aws }) => set(aws.virtualInterface, { mtu: 9001 }),
        says: "The virtual interface takes packets of 9001 bytes, the VBR of 1500: larger ones are lost.",
        fix: "Set the virtual interface's MTU to 1500, and clamp the MSS of TCP where ICMP is filtered.",
    },
];

/** A map that denies everything on one way. */
export function denyAll(changes: Partial<RouteMap>): RouteMap {
    return {
        routeMapId: "cenrmap-1",
        cenId: "cen-1",
        routeTableId: "vtb-tr",
        transmitDirection: "RegionOut",
        mapResult: "Deny",
        priority: 10,
        destinationCidrBlocks: [],
        cidrMatchMode: undefined,
        sourceInstanceIds: [],
        destinationInstanceIds: [],
        sourceChildInstanceTypes: [],
        destinationChildInstanceTypes: [],
        ...changes,
    };
}
