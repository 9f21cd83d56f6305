import type { LinkFacts } from "../../../../../provider/diagnosis/facts";
import type { TransitRouterRouteEntry } from "../../../../../provider/clouds/network";
import { entry, legs, route } from "../../../../support/linkFacts";
import { denyAll } from "./awsRoutes";
import { set, type CauseCase } from "./case";

const upAgain = "Run pulumi refresh and then pulumi up";

/** CEN, transit router and VPCs at Alibaba Cloud. */
export const cenCases: readonly CauseCase[] = [
    {
        cause: "vbr-not-attached",
        when: "somebody has detached it",
        change: ({ alibaba }) => {
            set(alibaba.borderRouter, { cenIds: [] });
            Object.assign(alibaba, { borderRouterAttachments: [], borderRouterAttachment: undefined });
        },
        says: "vbr-1 is not attached to tr-1.",
        fix: `${upAgain}, which attaches it.`,
    },
    {
        cause: "vbr-in-another-cen",
        when: "it hangs on another one than the link's",
        change: ({ alibaba }) => {
            set(alibaba.borderRouter, { cenIds: ["cen-9"] });
            Object.assign(alibaba, { borderRouterAttachments: [], borderRouterAttachment: undefined });
        },
        says: "vbr-1 is in cen-9, the link's CEN is cen-1.",
        fix: "Detach it from cen-9, then run pulumi up.",
    },
    {
        cause: "vbr-not-associated",
        when: "it is being associated",
        change: ({ alibaba }) => {
            const associations = [{ attachmentId: "tr-attach-1", routeTableId: "vtb-tr", status: "Associating" }];
            set(alibaba.borderRouterAttachment, { associations });
        },
        says: "tr-attach-1 of vbr-1 is associated with no route table (vtb-tr Associating).",
        fix: `${upAgain}, which associates it with vtb-tr.`,
    },
    {
        cause: "vbr-not-propagating",
        when: "it propagates to no table",
        change: ({ alibaba }) => set(alibaba.borderRouterAttachment, { propagations: [] }),
        says: "tr-attach-1 of vbr-1 propagates its routes to no route table.",
        fix: `${upAgain}, which lets it propagate to vtb-tr.`,
    },
    {
        cause: "publishing-off",
        when: "autoPublishRouteEnabled is off",
        change: ({ alibaba }) => set(alibaba.borderRouterAttachment, { autoPublishRouteEnabled: false }),
        says: "tr-attach-1 does not publish routes to vbr-1 (autoPublishRouteEnabled is off), so that AWS hears of none.",
        fix: `${upAgain}, which turns it on.`,
    },
    {
        cause: "vpc-not-attached",
        when: "the VPC is not at the transit router",
        change: ({ alibaba }) => (alibaba.vpcAttachments = []),
        says: "vpc-ali is not attached to tr-1.",
        fix: "Attach it, associate it with the route table and let it propagate.",
    },
    {
        cause: "vpc-not-attached",
        when: "its attachment is associated with no table",
        change: ({ alibaba }) => set(alibaba.vpcAttachments?.[0], { associations: [] }),
        says: "tr-attach-vpc of vpc-ali is associated with no route table.",
        fix: "Let it be associated with vtb-tr.",
    },
    {
        cause: "vpc-not-attached",
        when: "there is none, and nobody says which",
        change: ({ given, alibaba }) => {
            given.alibabaVpcIds = undefined;
            Object.assign(alibaba, { vpcAttachments: [], vpcs: [] });
        },
        says: "No VPC is attached to tr-1, so that AWS can reach none at Alibaba Cloud.",
        fix: "Attach the VPC, associate it with the route table and let it propagate.",
    },
    {
        cause: "different-route-tables",
        when: "the VPC propagates to a table that the VBR does not use",
        change: ({ alibaba }) => {
            set(alibaba.vpcAttachments?.[0], { propagations: legs("tr-attach-vpc", "vtb-9").propagations });
        },
        says: "vpc-ali propagates to vtb-9, vbr-1 uses vtb-tr: vbr-1 does not hear of vpc-ali.",
        fix: "Let vpc-ali propagate to vtb-tr, too.",
    },
    {
        cause: "synchronisation-off",
        when: "autoPublishRouteEnabled of the VPC's attachment is off",
        change: ({ alibaba }) => set(alibaba.vpcAttachments?.[0], { autoPublishRouteEnabled: false }),
        says: "Route synchronisation of vpc-ali is off (tr-attach-vpc), so that its route tables get no route to AWS.",
        fix: "Turn it on at tr-attach-vpc (autoPublishRouteEnabled).",
    },
    {
        cause: "synchronisation-blocked",
        when: "a VPN gateway brings routes by BGP",
        change: ({ alibaba }) => {
            alibaba.vpcs?.[0]?.routeTables?.[0]?.entries.push(entry("10.7.0.0/16", "BGP", "VpnGateway", "vpn-7"));
        },
        says: "vpc-ali takes routes from vpn-7, which blocks route synchronisation with the transit router.",
        fix: "Turn the propagation from vpn-7 off, or detach it.",
    },
    {
        cause: "vpc-route-conflict",
        when: "an entry of the same block is there",
        change: ({ alibaba }) => {
            const [table] = alibaba.vpcs?.[0]?.routeTables ?? [];
            set(table, {
                entries: [entry("10.0.0.0/16", "Custom", "Instance", "i-1")],
                conflicts: [{ destinationCidrBlock: "10.0.0.0/16", instanceId: "vbr-1", status: "conflict" }],
            });
        },
        says: "vtb-vpc of vpc-ali has an entry of its own for 10.0.0.0/16 (to i-1), which wins over the route to AWS.",
        fix: "Delete the entry of 10.0.0.0/16 from vtb-vpc.",
    },
    {
        cause: "vpc-route-conflict",
        when: "the table is full, as CEN says",
        change: ({ alibaba }) => {
            const [table] = alibaba.vpcs?.[0]?.routeTables ?? [];
            const conflicts = [{ destinationCidrBlock: "10.0.0.0/16", instanceId: "vbr-1", status: "overflow" }];
            set(table, { conflicts, entries: [entry("192.168.0.0/24", "Custom", "Instance", "i-1")] });
        },
        says: "vtb-vpc of vpc-ali is full with 1 entries: 10.0.0.0/16 of AWS does not fit.",
        fix: "Ask for a higher quota of custom route entries, or delete some.",
    },
    {
        cause: "vpc-route-conflict",
        when: "the table is full, before anything comes from AWS",
        change: ({ alibaba }) => {
            const [table] = alibaba.vpcs?.[0]?.routeTables ?? [];
            const entries = Array.from({ length: 200 }, (_, index) =>
                entry(`192.168.${index}.0/24`, "Custom", "Instance", "i-1"),
            );
            set(table, { entries });
        },
        says: "vtb-vpc of vpc-ali is full with 200 entries: 10.0.0.0/16 of AWS does not fit.",
        fix: "Ask for a higher quota of custom route entries, or delete some.",
    },
    {
        cause: "vpc-route-conflict",
        when: "CEN says so, and no custom entry explains it",
        change: ({ alibaba }) => {
            const [table] = alibaba.vpcs?.[0]?.routeTables ?? [];
            const conflicts = [{ destinationCidrBlock: "10.0.0.0/16", instanceId: "vbr-1", status: "conflict" }];
            set(table, { conflicts });
        },
        says: "CEN's route of 10.0.0.0/16 does not get into vtb-vpc of vpc-ali (conflict).",
        fix: "Delete the entry of 10.0.0.0/16 from vtb-vpc.",
    },
    {
        cause: "route-map-denies",
        when: "on the way from the VPC to the VBR",
        change: ({ alibaba }) => (alibaba.routeMaps = [denyAll({ destinationInstanceIds: ["vbr-1"] })]),
        says: "Route map cenrmap-1 (RegionOut, priority 10) denies 172.16.1.0/24 from vpc-ali to vbr-1.",
        fix: "Change cenrmap-1, or permit them by a map of a lower priority number.",
    },
    {
        cause: "route-map-denies",
        when: "a route is Rejected, and no map explains it",
        change: (facts) => set(entryOf(facts, "tr-attach-vpc"), { status: "Rejected" }),
        says: "172.16.1.0/24 from tr-attach-vpc is Rejected in vtb-tr.",
        fix: "Look for a route map that denies it, or for another network of the same block.",
    },
    {
        cause: "lost-to-another-source",
        when: "another VBR's is preferred",
        change: (facts) => {
            addRival(facts, {
                attachmentId: "tr-attach-9",
                originResourceId: "vbr-9",
                preference: 10,
                asPath: ["64513"],
            });
            set(entryOf(facts, "tr-attach-1"), { status: "Standby" });
        },
        says: "10.0.0.0/16 from the VBR is Standby in vtb-tr: VBR vbr-9 wins (preference 10 against 50).",
        fix: "Give the VBR's routes a lower preference number by an incoming route map.",
    },
    {
        cause: "asymmetric-backup",
        when: "the VPN's route counts as much as the VBR's",
        change: (facts) => {
            const vpn = { attachmentId: "tr-attach-vpn", originResourceType: "VPN", originResourceId: "vco-1" };
            addRival(facts, { ...vpn, asPath: ["64513"] });
        },
        says: "vtb-tr sends 10.0.0.0/16 over VPN vco-1 too (the VBR's entry is Active), while AWS answers over the circuit.",
        fix: "Give the VBR's routes preference 10 and the VPN's 90 by incoming route maps.",
    },
    {
        cause: "more-specific-backup",
        when: "the VPN tells the transit router a longer prefix",
        change: (facts) => {
            const vpn = { attachmentId: "tr-attach-vpn", originResourceType: "VPN", originResourceId: "vco-1" };
            addRival(facts, { ...vpn, destinationCidrBlock: "10.0.1.0/24", asPath: ["64513"] });
        },
        says: "vtb-tr has 10.0.1.0/24 over VPN vco-1, which is more specific than 10.0.0.0/16 over the VBR and wins.",
        fix: "Let both ways tell prefixes of one length.",
    },
    {
        cause: "more-specific-backup",
        when: "the VPN tells AWS's gateway a longer prefix",
        change: ({ aws }) => {
            aws.routeTables?.[0]?.routes.push(route("172.16.1.128/25", "vgw-1", "EnableVgwRoutePropagation"));
        },
        says: "rtb-1 has 172.16.1.128/25 over a VPN, which is more specific than 172.16.1.0/24 over the circuit and wins.",
        fix: "Let both ways tell prefixes of one length.",
    },
    {
        cause: "vpc-in-another-region",
        when: "no route of it comes from there",
        change: ({ given }) => (given.alibabaVpcIds = ["vpc-ali", "vpc-far"]),
        says: "vpc-far is not in ap-southeast-1, where the VBR is, and no route of it comes from another region.",
        fix: "Attach it to the transit router of its region, and connect that to the one of ap-southeast-1 by an inter-region connection.",
    },
    {
        cause: "grant-missing",
        when: "another account's VBR was never granted, and so never attached",
        change: ({ alibaba }) => {
            set(alibaba.borderRouter, { own: false, cenIds: [] });
            Object.assign(alibaba, { isGranted: false });
            Object.assign(alibaba, { borderRouterAttachments: [], borderRouterAttachment: undefined });
        },
        says: "vbr-1 belongs to another account (most likely 9999999999999999), which has not granted it to cen-1.",
        fix: "Ask Alibaba Cloud to grant it to cen-1 of account 1234567890123456, then run pulumi up.",
    },
];

function entryOf({ alibaba }: LinkFacts, attachment: string): TransitRouterRouteEntry | undefined {
    return alibaba.transitRouterRouteTables?.[0]?.entries?.find(({ attachmentId }) => attachmentId === attachment);
}

/** An entry beside the VBR's. */
function addRival(facts: LinkFacts, changes: Partial<TransitRouterRouteEntry>): void {
    const sample = entryOf(facts, "tr-attach-1");
    if (sample !== undefined) {
        facts.alibaba.transitRouterRouteTables?.[0]?.entries?.push({ ...sample, ...changes });
    }
}
