import type { VpcAttachment } from "../../clouds/network";
import { covers } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import type { AttachmentFacts, LinkFacts } from "../facts";
import { activeTables, attachmentOf, isAttached, isOnBasicCen, meantVpcs } from "../networks";

/** What joins the VPCs at Alibaba Cloud to the transit router. */
export const alibabaVpcCauses: readonly Cause[] = [
    { name: "vpc-not-attached", find: (facts) => [...findUnattached(facts), ...findWithoutLegs(facts)] },
    { name: "different-route-tables", find: findDifferentTables },
    {
        name: "synchronisation-off",
        find: (facts) =>
            attachedVpcs(facts)
                .filter(({ autoPublishRouteEnabled, vpcId }) => !autoPublishRouteEnabled && !hasOwnRoutes(vpcId, facts))
                .map(({ attachmentId, vpcId }) => ({
                    says: `Route synchronisation of ${vpcId} is off (${attachmentId}), so that its route tables get no route to AWS.`,
                    fix: `Turn it on at ${attachmentId} (autoPublishRouteEnabled).`,
                })),
    },
    {
        name: "vpc-in-another-region",
        find: (facts) => {
            const region = facts.alibaba.identity?.region ?? "";
            return missingHere(facts).map((vpcId) => ({
                says: `${vpcId} is not in ${region}, where the VBR is, and no route of it comes from another region.`,
                fix: `Attach it to the transit router of its region, and connect that to the one of ${region} by an inter-region connection.`,
            }));
        },
    },
];

/** Those that are named, and of which the region knows nothing: neither VPC, nor attachment, nor a route that came from elsewhere. */
function missingHere({ given, alibaba }: LinkFacts): string[] {
    const { vpcs, vpcAttachments = [], transitRouterRouteTables = [] } = alibaba;
    const entries = transitRouterRouteTables.flatMap((table) => table.entries ?? []);
    return vpcs === undefined
        ? []
        : (given.alibabaVpcIds ?? []).filter(
              (id) =>
                  vpcs.every(({ vpcId }) => vpcId !== id) &&
                  vpcAttachments.every(({ vpcId }) => vpcId !== id) &&
                  entries.every(({ originResourceId }) => originResourceId !== id),
          );
}

function findUnattached(facts: LinkFacts): ReturnType<Cause["find"]> {
    const { given, ids, alibaba } = facts;
    const { cenChildren, vpcAttachments, vpcs, transitRouter } = alibaba;
    const isBasic = isOnBasicCen(facts);
    if (vpcs === undefined || (isBasic ? cenChildren : vpcAttachments) === undefined) {
        return [];
    }
    const place = isBasic ? (ids.cenId ?? "the CEN") : (transitRouter?.transitRouterId ?? ids.transitRouterId ?? "");
    if (given.alibabaVpcIds === undefined && vpcs.length === 0) {
        return [
            {
                says: `No VPC is attached to ${place}, so that AWS can reach none at Alibaba Cloud.`,
                fix: "Attach the VPC, associate it with the route table and let it propagate.",
            },
        ];
    }
    return vpcs
        .filter(({ vpcId }) =>
            isBasic
                ? !(cenChildren ?? []).some((child) => child.childInstanceId === vpcId && isAttached(child))
                : !isAttached(attachmentOf(vpcId, facts)),
        )
        .map(({ vpcId }) => ({
            says: `${vpcId} is not attached to ${place}${stateOf(attachmentOf(vpcId, facts))}.`,
            fix: "Attach it, associate it with the route table and let it propagate.",
        }));
}

function findWithoutLegs(facts: LinkFacts): ReturnType<Cause["find"]> {
    return attachedVpcs(facts).flatMap(({ attachmentId, vpcId, associations, propagations }) => {
        const missing = [
            ...(associations !== undefined && activeTables(associations).length === 0 ? ["associated with"] : []),
            ...(propagations !== undefined && activeTables(propagations).length === 0 ? ["propagating to"] : []),
        ];
        return missing.map((what) => ({
            says: `${attachmentId} of ${vpcId} is ${what} no route table.`,
            fix: `Let it be ${what} ${tablesOfBorderRouter(facts).join(", ") || "the VBR's table"}.`,
        }));
    });
}

/** VPC and VBR exchange only through the tables that each is associated with. */
function findDifferentTables(facts: LinkFacts): ReturnType<Cause["find"]> {
    const { borderRouterAttachment } = facts.alibaba;
    const vbrId = facts.ids.vbrId ?? "the VBR";
    if (borderRouterAttachment === undefined) {
        return [];
    }
    // Where it propagates nowhere yet, that will not help VPCs that use another table than it is to propagate to.
    const meant = facts.given.transitRouterRouteTableId === undefined ? [] : [facts.given.transitRouterRouteTableId];
    return attachedVpcs(facts).flatMap((attachment) => {
        const { vpcId } = attachment;
        const ways = [
            { from: vpcId, to: vbrId, source: attachment, destination: borderRouterAttachment },
            { from: vbrId, to: vpcId, source: borderRouterAttachment, destination: attachment },
        ];
        return ways.flatMap(({ from, to, source, destination }) => {
            const active = activeTables(source.propagations);
            const sent = active.length === 0 && source === borderRouterAttachment ? meant : active;
            const used = activeTables(destination.associations);
            return sent.length === 0 || used.length === 0 || sent.some((table) => used.includes(table))
                ? []
                : [
                      {
                          says: `${from} ${active.length === 0 ? "is to propagate" : "propagates"} to ${sent.join(", ")}, ${to} uses ${used.join(", ")}: ${to} does not hear of ${from}.`,
                          fix: `Let ${from} propagate to ${used.join(", ")}, too.`,
                      },
                  ];
        });
    });
}

function tablesOfBorderRouter({ alibaba: { borderRouterAttachment } }: LinkFacts): string[] {
    return activeTables(borderRouterAttachment?.associations);
}

/** Of the VPCs that the link is for. */
function attachedVpcs(facts: LinkFacts): AttachmentFacts<VpcAttachment>[] {
    return meantVpcs(facts)
        .map(({ vpcId }) => attachmentOf(vpcId, facts))
        .filter((attachment) => attachment !== undefined)
        .filter(isAttached);
}

/** Whether every table of the VPC leads to AWS by entries of the user's own. */
function hasOwnRoutes(id: string, { aws, alibaba }: LinkFacts): boolean {
    const tables = alibaba.vpcs?.find(({ vpcId }) => vpcId === id)?.routeTables ?? [];
    const blocks = aws.vpc?.cidrBlocks ?? [];
    return (
        tables.length > 0 &&
        blocks.length > 0 &&
        tables.every(({ entries }) =>
            blocks.every((block) =>
                entries.some(
                    ({ type, nextHopType, destinationCidrBlock }) =>
                        type === "Custom" && nextHopType === "Attachment" && covers(destinationCidrBlock, block),
                ),
            ),
        )
    );
}

function stateOf(attachment: { status: string } | undefined): string {
    return attachment === undefined ? "" : ` (${attachment.status})`;
}
