import type { RouteTableLeg } from "../clouds/clouds";
import { dissociate } from "../unmanaged/cenRouteTables";
import type { BasicCenFacts, RouteFacts, TransitRouterFacts, VpcRouteFacts } from "./facts";
import type { Cause, Way } from "./missing";

const makesIt = "or name the VPC in alibaba.vpcs and set alibaba.manageVpcRoutes: true, which does that";
const remake = "Run pulumi refresh, after which pulumi up makes it.";

/**
 * The VBR's part of what has to stand before a route travels
 * (https://www.alibabacloud.com/help/en/cen/user-guide/routing-of-an-enterprise-edition-transit-router), whoever the link is for.
 */
export function missingLegsOfVbr(cen: RouteFacts["cen"]): Cause[] {
    return cen.kind === "Basic CEN" ? vbrAtBasicCen(cen) : vbrAtTransitRouter(cen);
}

/** A VPC's part. */
export function missingLegsOfVpc(cen: RouteFacts["cen"], vpc: VpcRouteFacts): Cause[] {
    return cen.kind === "Basic CEN" ? vpcAtBasicCen(cen, vpc) : vpcAtTransitRouter(cen, vpc);
}

/** Whether the VBR's part holds one way. */
export function vbrLets(cen: RouteFacts["cen"], way: Way): boolean {
    const isAttached = cen.kind === "Basic CEN" ? cen.vbrStatus === "Attached" : cen.vbr?.status === "Attached";
    return isAttached && missingLegsOfVbr(cen).every((leg) => leg.way !== way);
}

function vbrAtTransitRouter({ vbr, transitRouterId, routeTableId }: TransitRouterFacts): Cause[] {
    if (vbr?.status !== "Attached") {
        return [
            leg(
                "to AWS",
                vbr?.status,
                `the VBR is ${vbr?.status ?? "not attached"} at transit router ${transitRouterId}`,
                remake,
            ),
        ];
    }
    const { attachmentId, associations, propagations, autoPublishRouteEnabled } = vbr;
    const isOfTable = (each: RouteTableLeg): boolean => each.routeTableId === routeTableId;
    return [
        ...joined("to Alibaba Cloud", associations.find(isOfTable), {
            says: `VBR attachment ${attachmentId} is not associated with route table ${routeTableId}`,
            fix: `Associate it (${associate(attachmentId, routeTableId)}).`,
        }),
        ...(autoPublishRouteEnabled
            ? []
            : [
                  leg(
                      "to Alibaba Cloud",
                      undefined,
                      `the transit router does not publish its routes to VBR attachment ${attachmentId}`,
                      `Let it publish them (aliyun cbn UpdateTransitRouterVbrAttachmentAttribute --TransitRouterAttachmentId ${attachmentId} --AutoPublishRouteEnabled true).`,
                  ),
              ]),
        ...joined("to AWS", propagations.find(isOfTable), {
            says: `VBR attachment ${attachmentId} does not propagate to route table ${routeTableId}`,
            fix: `Let it propagate (${propagate(attachmentId, routeTableId)}).`,
        }),
    ];
}

function vpcAtTransitRouter(cen: TransitRouterFacts, { vpcId, attachment }: VpcRouteFacts): Cause[] {
    const { transitRouterId, routeTableId, vbr } = cen;
    // An update that is under way leaves the routes as they were.
    if (attachment === undefined || !["Attached", "Modifying"].includes(attachment.status)) {
        return [
            leg(
                "to Alibaba Cloud",
                attachment?.status,
                `VPC ${vpcId} is ${attachment?.status ?? "not attached"} at transit router ${transitRouterId}`,
                "Attach it, in the CEN console or by alicloud.cen.TransitRouterVpcAttachment; a VPC of another region hangs on that region's transit router, and needs an inter-region connection.",
            ),
        ];
    }
    const { attachmentId, associations, propagations, autoPublishRouteEnabled, status } = attachment;
    const [association] = associations;
    return [
        ...joined(
            "to Alibaba Cloud",
            propagations.find((each) => each.routeTableId === routeTableId),
            {
                says: `VPC ${vpcId} does not propagate to route table ${routeTableId}`,
                fix: `Let it propagate (${propagate(attachmentId, routeTableId)}), ${makesIt}.`,
            },
        ),
        ...(association === undefined || isLearnedFrom(association, cen)
            ? joined("to AWS", association, {
                  says: `VPC ${vpcId} is not associated with route table ${routeTableId}`,
                  fix: `Associate it (${associate(attachmentId, routeTableId)}), ${makesIt}.`,
              })
            : [
                  leg(
                      "to AWS",
                      undefined,
                      `VPC ${vpcId} is associated with route table ${association.routeTableId}, to which the VBR does not propagate: the VBR is in ${routeTableId}`,
                      `Set alibaba.cen.transitRouterRouteTableId: "${association.routeTableId}", or move the VPC to ${routeTableId} (${dissociate(association)}; ${associate(attachmentId, routeTableId)}).`,
                  ),
              ]),
        ...(autoPublishRouteEnabled
            ? []
            : [
                  leg(
                      "to AWS",
                      status,
                      `route synchronisation to VPC ${vpcId} is off`,
                      `Turn it on (aliyun cbn UpdateTransitRouterVpcAttachmentAttribute --TransitRouterAttachmentId ${attachmentId} --AutoPublishRouteEnabled true), ${makesIt}.`,
                  ),
              ]),
    ];

    /** The VBR's own table, or another one to which it propagates. */
    function isLearnedFrom(own: RouteTableLeg, { routeTableId: table }: TransitRouterFacts): boolean {
        return (
            own.routeTableId === table ||
            vbr?.propagations.some((each) => each.routeTableId === own.routeTableId) === true
        );
    }
}

/** On a Basic CEN each child learns the routes of all the others: that both are its children is all there is. */
function vbrAtBasicCen({ cenId, vbrStatus }: BasicCenFacts): Cause[] {
    return vbrStatus === "Attached"
        ? []
        : [leg("to AWS", vbrStatus, `the VBR is ${vbrStatus ?? "not attached"} at CEN ${cenId}`, remake)];
}

function vpcAtBasicCen({ cenId }: BasicCenFacts, { vpcId, childStatus }: VpcRouteFacts): Cause[] {
    return childStatus === "Attached"
        ? []
        : [
              leg(
                  "to Alibaba Cloud",
                  childStatus,
                  `VPC ${vpcId} is ${childStatus ?? "not attached"} at CEN ${cenId}`,
                  "Attach it, in the CEN console or by alicloud.cen.InstanceAttachment.",
              ),
          ];
}

function joined(way: Way, found: RouteTableLeg | undefined, { says, fix }: Pick<Cause, "says" | "fix">): Cause[] {
    if (found?.status === "Active") {
        return [];
    }
    return [leg(way, found?.status, found === undefined ? says : `${says} (${found.status})`, fix)];
}

function leg(way: Way, status: string | undefined, says: string, fix: string): Cause {
    return status !== undefined && ["Attaching", "Associating", "Enabling", "Modifying"].includes(status)
        ? { way, stage: "leg under way", says, fix: "Wait until Alibaba Cloud has done it." }
        : { way, stage: "leg missing", says, fix };
}

function associate(attachmentId: string, routeTableId: string): string {
    return `aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId ${attachmentId} --TransitRouterRouteTableId ${routeTableId}`;
}

function propagate(attachmentId: string, routeTableId: string): string {
    return `aliyun cbn EnableTransitRouterRouteTablePropagation --TransitRouterAttachmentId ${attachmentId} --TransitRouterRouteTableId ${routeTableId}`;
}
