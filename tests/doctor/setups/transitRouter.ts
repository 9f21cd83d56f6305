import type { TransitRouterRouteTable } from "../../../simulator/world/alibabaState";
import { CloudError } from "../../../simulator/world/cloudError";
import { addMap } from "../../unit/world/routes/ownRouteMap";
import type { Link } from "../healthyLink";
import type { Setup } from "../setup";
import { allOf, shown, stopped, type Symptom } from "../symptoms";

const awsUnknown = stopped("Alibaba to AWS", "no-route");
const alibabaUnknown = stopped("AWS to Alibaba", "no-route");

const isAnothers =
    (id: string) =>
    ({ attachmentId }: { attachmentId: string }): boolean =>
        attachmentId !== id;

/** CEN, its transit router, and what of both clouds' routes gets into and out of its tables. */
export const transitRouterSetups: Setup[] = [
    {
        cause: "vbr-not-attached",
        how: "to any CEN",
        breaks: detach,
        shows: awsUnknown,
        touches: ["VBR attachment"],
    },
    {
        cause: "vbr-in-another-cen",
        how: "of the same account",
        breaks(link) {
            const { world, attachment, systemTable, ids } = link;
            const { alibaba } = world;
            const [cen] = alibaba.cens.values();
            const router = alibaba.transitRouters.get(ids.transitRouterId ?? "");
            if (cen === undefined || router === undefined) {
                throw new Error("no CEN");
            }
            detach(link);
            alibaba.cens.set("cen-other", { ...cen, cenId: "cen-other", name: "other" });
            alibaba.transitRouters.set("tr-other", { ...router, transitRouterId: "tr-other", cenId: "cen-other" });
            const leg = { attachmentId: attachment.attachmentId, status: "Active" as const };
            alibaba.routeTables.set("vtb-other", {
                ...systemTable,
                transitRouterRouteTableId: "vtb-other",
                transitRouterId: "tr-other",
                associations: [leg],
                propagations: [leg],
                entries: [],
            });
            Object.assign(attachment, { cenId: "cen-other", transitRouterId: "tr-other" });
            alibaba.attachments.set(attachment.attachmentId, attachment);
        },
        shows: awsUnknown,
        touches: ["VBR attachment"],
    },
    {
        cause: "grant-missing",
        how: "the VBR is another account's, which has granted it to no CEN",
        breaks(link) {
            const { world, borderRouter } = link;
            detach(link);
            borderRouter.ownerId = world.accounts.alibabaVendorAccountId;
            world.alibaba.grants = [];
        },
        shows: allOf(awsUnknown, refusedAttachment()),
        also: ["vbr-not-attached"],
        touches: ["VBR attachment"],
    },
    {
        cause: "vbr-not-associated",
        how: "with any table",
        breaks: ({ systemTable, attachment }) =>
            (systemTable.associations = systemTable.associations.filter(isAnothers(attachment.attachmentId))),
        shows: alibabaUnknown,
        touches: ["VBR association"],
        needs: ["VBR attachment"],
    },
    {
        cause: "vbr-not-propagating",
        how: "to any table",
        breaks: ({ systemTable, attachment }) =>
            (systemTable.propagations = systemTable.propagations.filter(isAnothers(attachment.attachmentId))),
        shows: awsUnknown,
        touches: ["VBR propagation"],
        needs: ["VBR attachment"],
    },
    {
        cause: "publishing-off",
        how: "as an attachment is made, unless one asks for it",
        breaks: ({ attachment }) => (attachment.autoPublishRouteEnabled = false),
        shows: alibabaUnknown,
        touches: ["publishing"],
        needs: ["VBR attachment"],
    },
    {
        cause: "vpc-not-attached",
        how: "to any CEN",
        breaks({ world, systemTable, vpcAttachment: { attachmentId } }) {
            world.alibaba.attachments.delete(attachmentId);
            systemTable.associations = systemTable.associations.filter(isAnothers(attachmentId));
            systemTable.propagations = systemTable.propagations.filter(isAnothers(attachmentId));
        },
        shows: awsUnknown,
        touches: ["VPC attachment"],
    },
    {
        cause: "vpc-not-attached",
        how: "attached, but not propagating",
        breaks: ({ systemTable, vpcAttachment }) =>
            (systemTable.propagations = systemTable.propagations.filter(isAnothers(vpcAttachment.attachmentId))),
        shows: alibabaUnknown,
        touches: ["VPC propagation"],
        needs: ["VPC attachment"],
    },
    {
        cause: "different-route-tables",
        how: "the VPC's is a custom one, to which the VBR does not propagate",
        breaks(link) {
            const { systemTable, vpcAttachment } = link;
            const { attachmentId } = vpcAttachment;
            systemTable.associations = systemTable.associations.filter(isAnothers(attachmentId));
            customTable(link).associations = [{ attachmentId, status: "Active" }];
        },
        shows: awsUnknown,
        touches: ["VPC association"],
        needs: ["VPC attachment", "VBR attachment", "VBR association"],
    },
    {
        cause: "route-map-denies",
        how: "AWS's routes on their way in",
        breaks: (link) =>
            addMap(link, {
                transmitDirection: "RegionIn",
                mapResult: "Deny",
                sourceInstanceIds: [link.borderRouter.vbrId],
            }),
        shows: awsUnknown,
        touches: ["route maps"],
        needs: ["VBR attachment", "VBR propagation"],
    },
    {
        cause: "route-map-denies",
        how: "the VPC's routes on their way out to the VBR",
        breaks: (link) => addMap(link, { mapResult: "Deny", destinationInstanceIds: [link.borderRouter.vbrId] }),
        shows: alibabaUnknown,
        touches: ["route maps"],
        needs: ["VBR attachment", "VBR association", "publishing", "VPC"],
    },
];

function detach({ world, attachment, systemTable }: Link): void {
    world.alibaba.attachments.delete(attachment.attachmentId);
    systemTable.associations = systemTable.associations.filter(isAnothers(attachment.attachmentId));
    systemTable.propagations = systemTable.propagations.filter(isAnothers(attachment.attachmentId));
}

function customTable({ world, systemTable }: Link): TransitRouterRouteTable {
    const table: TransitRouterRouteTable = {
        ...systemTable,
        transitRouterRouteTableId: "vtb-custom",
        type: "Custom",
        name: "workloads",
        associations: [],
        propagations: [],
        entries: [],
    };
    world.alibaba.routeTables.set(table.transitRouterRouteTableId, table);
    return table;
}

/** A dry run, so that nothing is made. */
function refusedAttachment(): Symptom {
    return shown("the CEN may not attach it", ({ bench, borderRouter, ids }) => {
        try {
            bench.official.alibaba.call("cbn", "CreateTransitRouterVbrAttachment", {
                CenId: ids.cenId ?? "",
                TransitRouterId: ids.transitRouterId ?? "",
                VbrId: borderRouter.vbrId,
                VbrOwnerId: borderRouter.ownerId,
                DryRun: "true",
            });
            return false;
        } catch (error) {
            return error instanceof CloudError && error.code === "Forbbiden.AttachChildInstanceAcrossUid";
        }
    });
}
