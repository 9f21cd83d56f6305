import type { RouteTableLeg } from "../clouds/clouds";
import { adoptOr } from "./adoptLine";
import type { UnmanagedSearch } from "./search";

/** An attachment is associated with one route table at most. */
export const unmanagedCenAssociation: UnmanagedSearch = async (inputs, { alibaba }) => {
    const [attachmentId, routeTableId] = endsOf(inputs);
    const found = (await alibaba.listRouteTableAssociations(attachmentId)).find(isThere);
    if (found === undefined) {
        return undefined;
    }
    if (found.routeTableId !== routeTableId) {
        return (
            `Attachment ${attachmentId} is associated with route table ${found.routeTableId}, and with one at most, so not with ${routeTableId} too. ` +
            `Set alibaba.cen.transitRouterRouteTableId: "${found.routeTableId}" if the VPC is associated with that one, or dissociate it (${dissociate(found)}), and run pulumi up again.`
        );
    }
    return (
        `Attachment ${attachmentId} is associated with route table ${routeTableId} already, which this stack does not manage. ` +
        adoptOr(
            "cenAssociationId",
            `${attachmentId}:${routeTableId}`,
            `dissociate it (${dissociate(found)}) and run pulumi up again`,
        )
    );
};

/** An attachment may propagate to any number of route tables, to each of them once. */
export const unmanagedCenPropagation: UnmanagedSearch = async (inputs, { alibaba }) => {
    const [attachmentId, routeTableId] = endsOf(inputs);
    const found = (await alibaba.listRouteTablePropagations(attachmentId)).find(
        (leg) => leg.routeTableId === routeTableId && isThere(leg),
    );
    return (
        found &&
        `Attachment ${attachmentId} propagates to route table ${routeTableId} already, which this stack does not manage. ` +
            adoptOr(
                "cenPropagationId",
                `${attachmentId}:${routeTableId}`,
                `end it (${endPropagation(found)}) and run pulumi up again`,
            )
    );
};

/** What is on its way out is none. */
export function isThere({ status }: RouteTableLeg): boolean {
    return status !== "Dissociating" && status !== "Disabling";
}

export function dissociate({ attachmentId, routeTableId }: RouteTableLeg): string {
    return `aliyun cbn DissociateTransitRouterAttachmentFromRouteTable --TransitRouterAttachmentId ${attachmentId} --TransitRouterRouteTableId ${routeTableId}`;
}

export function endPropagation({ attachmentId, routeTableId }: RouteTableLeg): string {
    return `aliyun cbn DisableTransitRouterRouteTablePropagation --TransitRouterAttachmentId ${attachmentId} --TransitRouterRouteTableId ${routeTableId}`;
}

function endsOf({
    transitRouterAttachmentId,
    transitRouterRouteTableId,
}: Parameters<UnmanagedSearch>[0]): [string, string] {
    return [String(transitRouterAttachmentId), String(transitRouterRouteTableId)];
}
