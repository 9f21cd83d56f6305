import type { VpcRouteEntry } from "../../../simulator/world/alibabaState";
import type { Link } from "../healthyLink";
import type { Setup } from "../setup";
import { stopped } from "../symptoms";

const otherRegion = "cn-hongkong";

const awsUnknown = stopped("Alibaba to AWS", "no-route");

const custom = { type: "Custom", nextHopType: "Instance", nextHopId: "i-firewall" } as const;

/** Alibaba Cloud's VPC: what of the transit router's routes gets into its tables. */
export const vpcRouteSetups: Setup[] = [
    {
        cause: "synchronisation-off",
        how: "as an attachment is made, unless one asks for it",
        breaks: ({ vpcAttachment }) => (vpcAttachment.autoPublishRouteEnabled = false),
        shows: awsUnknown,
        touches: ["synchronisation"],
        needs: ["VPC attachment"],
    },
    {
        cause: "synchronisation-blocked",
        how: "by a VPN gateway of the VPC that propagates its BGP routes",
        breaks: (link) => {
            addEntries(link, ["192.168.0.0/16"], { type: "BGP", nextHopType: "VpnGateway", nextHopId: "vpn-1" });
        },
        shows: awsUnknown,
        touches: ["synchronisation"],
        needs: ["VPC attachment"],
    },
    {
        cause: "vpc-route-conflict",
        how: "a custom entry to the same CIDR block",
        breaks: (link) => {
            addEntries(link, ["10.0.0.0/16"], custom);
        },
        shows: stopped("Alibaba to AWS", "leads-elsewhere"),
        touches: ["custom entries of the VPC"],
        needs: ["VPC"],
    },
    {
        cause: "vpc-route-conflict",
        how: "200 custom entries leave no room",
        breaks: (link) => {
            const cidrBlocks = Array.from({ length: 200 }, (_, index) => `192.168.${index}.0/24`);
            addEntries(link, cidrBlocks, custom);
        },
        shows: awsUnknown,
        touches: ["custom entries of the VPC"],
        needs: [
            "session",
            "VBR attachment",
            "VBR propagation",
            "VPC attachment",
            "VPC association",
            "synchronisation",
            "route maps",
            "VPC",
            "virtual interface's gateway",
            "gateway's attachment",
            "CIDR blocks at AWS",
        ],
    },
    {
        cause: "vpc-in-another-region",
        how: "on that region's transit router, which has no connection to the VBR's",
        breaks: moveToAnotherRegion,
        shows: awsUnknown,
        touches: ["VPC", "VPC attachment"],
        needs: ["VBR attachment"],
    },
];

function addEntries(
    { vpcTable }: Link,
    cidrBlocks: string[],
    entry: Pick<VpcRouteEntry, "type" | "nextHopType" | "nextHopId">,
): void {
    for (const destinationCidrBlock of cidrBlocks) {
        vpcTable.entries.push({
            ...entry,
            routeEntryId: `rte-${destinationCidrBlock}`,
            destinationCidrBlock,
            status: "Available",
        });
    }
}

function moveToAnotherRegion({ world, ids, vpc, vpcTable, vpcAttachment, systemTable }: Link): void {
    const { alibaba } = world;
    const router = alibaba.transitRouters.get(ids.transitRouterId ?? "");
    if (router === undefined) {
        throw new Error("no transit router");
    }
    const { attachmentId } = vpcAttachment;
    const leg = { attachmentId, status: "Active" as const };
    alibaba.transitRouters.set("tr-far", { ...router, transitRouterId: "tr-far", regionId: otherRegion });
    alibaba.routeTables.set("vtb-far", {
        ...systemTable,
        transitRouterRouteTableId: "vtb-far",
        transitRouterId: "tr-far",
        associations: [leg],
        propagations: [leg],
        entries: [],
    });
    systemTable.associations = systemTable.associations.filter((other) => other.attachmentId !== attachmentId);
    systemTable.propagations = systemTable.propagations.filter((other) => other.attachmentId !== attachmentId);
    Object.assign(vpcAttachment, { transitRouterId: "tr-far", regionId: otherRegion });
    vpc.regionId = otherRegion;
    vpcTable.regionId = otherRegion;
    for (const vSwitch of vpc.vSwitches) {
        vSwitch.zoneId = `${otherRegion}b`;
    }
}
