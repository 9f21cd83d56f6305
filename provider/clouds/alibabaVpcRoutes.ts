import type { AlibabaCloud, RouteTableEnds } from "./clouds";

type Writes =
    | "associateWithRouteTable"
    | "dissociateFromRouteTable"
    | "enablePropagation"
    | "disablePropagation"
    | "setRouteSynchronisation"
    | "tagVpcAttachment"
    | "untagVpcAttachment";

/** Asks CEN for a change, once, however often the call is tried. */
type Order = (subject: string, action: string, change: object) => Promise<void>;

/**
 * What joins a VPC's attachment to the routes of its transit router
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-associatetransitrouterattachmentwithroutetable and its neighbours).
 */
export function vpcRouteWrites(order: Order): Pick<AlibabaCloud, Writes> {
    const onLeg =
        (what: string, action: string) =>
        ({ attachmentId, routeTableId }: RouteTableEnds): Promise<void> =>
            order(`${what} of ${attachmentId}`, action, {
                TransitRouterAttachmentId: attachmentId,
                TransitRouterRouteTableId: routeTableId,
            });
    const ofAttachment = (attachmentId: string): object => ({
        ResourceType: "TransitRouterVpcAttachment",
        ResourceId: [attachmentId],
        // Neither has a token: to do it again changes nothing.
        ClientToken: undefined,
    });
    return {
        associateWithRouteTable: onLeg("association", "AssociateTransitRouterAttachmentWithRouteTable"),
        dissociateFromRouteTable: onLeg("association", "DissociateTransitRouterAttachmentFromRouteTable"),
        enablePropagation: onLeg("propagation", "EnableTransitRouterRouteTablePropagation"),
        disablePropagation: onLeg("propagation", "DisableTransitRouterRouteTablePropagation"),
        setRouteSynchronisation: (attachmentId, isOn) =>
            order(`route synchronisation of ${attachmentId}`, "UpdateTransitRouterVpcAttachmentAttribute", {
                TransitRouterAttachmentId: attachmentId,
                AutoPublishRouteEnabled: isOn,
            }),
        tagVpcAttachment: (attachmentId, tags) =>
            order(`tags of ${attachmentId}`, "TagResources", {
                ...ofAttachment(attachmentId),
                Tag: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
            }),
        untagVpcAttachment: (attachmentId, TagKey) =>
            order(`tags of ${attachmentId}`, "UntagResources", { ...ofAttachment(attachmentId), TagKey }),
    };
}
