import type { TransitRouterRouteTable } from "../../../simulator/world/alibabaState";
import { overDirectConnectGateway } from "../../unit/world/routes/directConnectGateway";
import { addVpn } from "../../unit/world/routes/flows";
import { addSecondLink } from "../../unit/world/routes/secondLink";
import { ruleOf } from "./ruleOf";
import type { Variant } from "./variant";

/** How routes get from one cloud to the other. */
export const routeVariants: readonly Variant[] = [
    {
        what: "over a Direct Connect gateway that allows just the VPC's CIDR block",
        changes: (link) => {
            overDirectConnectGateway(link, {});
        },
    },
    {
        what: "over a Direct Connect gateway that allows more",
        changes: (link) => {
            overDirectConnectGateway(link, { allowedPrefixes: ["10.0.0.0/8", "192.168.0.0/16"] });
        },
    },
    {
        what: "VBR and VPC in a custom table of the transit router",
        changes({ systemTable, world: { alibaba }, ids }) {
            const { associations, propagations } = systemTable;
            Object.assign(systemTable, { associations: [], propagations: [] });
            const custom = {
                ...systemTable,
                transitRouterRouteTableId: "vtb-custom",
                type: "Custom" as const,
                associations,
                propagations,
                entries: [],
            };
            alibaba.routeTables.set(custom.transitRouterRouteTableId, custom);
            ids.transitRouterRouteTableId = custom.transitRouterRouteTableId;
        },
    },
    {
        what: "VBR and VPC associated with different tables, each propagating to the other's",
        changes({ systemTable, world: { alibaba }, vpcAttachment: { attachmentId } }) {
            const isOfVpc = (leg: { attachmentId: string }): boolean => leg.attachmentId === attachmentId;
            const custom: TransitRouterRouteTable = {
                ...systemTable,
                transitRouterRouteTableId: "vtb-custom",
                type: "Custom",
                associations: systemTable.associations.filter(isOfVpc),
                propagations: systemTable.propagations.filter((leg) => !isOfVpc(leg)),
                entries: [],
            };
            systemTable.associations = systemTable.associations.filter((leg) => !isOfVpc(leg));
            systemTable.propagations = systemTable.propagations.filter(isOfVpc);
            alibaba.routeTables.set(custom.transitRouterRouteTableId, custom);
        },
    },
    {
        what: "a VPN as backup, less preferred on both sides",
        changes(link) {
            const { attachmentId } = addVpn(link, [{ destinationCidrBlock: "10.0.0.0/16", asPath: [65010, 65010] }]);
            link.world.aws.vpnConnections.set("vpn-backup", {
                vpnConnectionId: "vpn-backup",
                vpnGatewayId: link.gateway.vpnGatewayId,
                state: "available",
                staticRoutes: [],
                bgpRoutes: ["172.16.1.0/24", "172.16.2.0/24"].map((destinationCidrBlock) => ({
                    destinationCidrBlock,
                    asPath: [65020],
                })),
                transitRouterAttachmentId: attachmentId,
            });
        },
    },
    {
        what: "a second link on the same transit router, whose gateway has another ASN",
        changes(link) {
            const { useAsn, borderRouter } = addSecondLink({ ...link, vpc: link.awsVpc });
            useAsn(64513);
            borderRouter.vlanId = 1202;
            const { connections, virtualInterfaces } = link.world.aws;
            for (const either of [connections.get("dxcon-2"), virtualInterfaces.get("dxvif-2")]) {
                Object.assign(either ?? {}, { vlan: 1202 });
            }
        },
    },
    {
        what: "a secondary CIDR block at AWS, and a third vSwitch at Alibaba Cloud",
        changes({ awsVpc, vpc, vpcTable, world: { alibaba } }) {
            awsVpc.cidrBlocks.push("10.1.0.0/16");
            for (const { rules } of [...alibaba.securityGroups.values(), ...alibaba.networkAcls.values()]) {
                rules.push(ruleOf("ingress", 50, "allow", "10.1.0.0/16"), ruleOf("egress", 50, "allow", "10.1.0.0/16"));
            }
            vpc.vSwitches.push({
                vSwitchId: "vsw-third",
                cidrBlock: "172.16.3.0/24",
                zoneId: "ap-southeast-1a",
                routeTableId: vpcTable.routeTableId,
                networkAclId: undefined,
            });
        },
    },
];
