import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";

/**
 * An attachment is not deleted while an association, a propagation or a custom route exists, unless by force (P43). Codes and
 * texts: the page of DeleteTransitRouterVbrAttachment.
 */
export function requireUnused({ alibaba }: World, attachmentId: string): void {
    const tables = [...alibaba.routeTables.values()];
    const isOf = (leg: { attachmentId: string }): boolean => leg.attachmentId === attachmentId;
    if (tables.some(({ associations }) => associations.some(isOf))) {
        throw new CloudError(
            "OperationFailed.RouteTableAssociationExist",
            "Operation failed because TransitRouterRouteTable exists",
        );
    }
    if (tables.some(({ propagations }) => propagations.some(isOf))) {
        throw new CloudError(
            "OperationFailed.RouteTablePropagationExist",
            "The specified TransitRouterAttachment has configured RouteTablePropagation. Please remove the configuration first.",
        );
    }
    const leadsIn = [...alibaba.vpcRouteTables.values()].some(({ entries }) =>
        entries.some(({ type, nextHopId }) => type === "Custom" && nextHopId === attachmentId),
    );
    if (leadsIn) {
        throw new CloudError(
            "InstanceReferenced.VpcRouteEntry",
            "The specified attachment is referenced by vpc route entry.",
        );
    }
}
