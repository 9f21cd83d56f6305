import type { AlibabaLists } from "./alibabaLists";
import type { AlibabaCloud, RouteTableLeg } from "./clouds";
import { fieldsOf, requiredId, stateOf } from "./values";

/**
 * Which route tables of its transit router an attachment is joined to. Either end alone narrows the list
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-listtransitrouterroutetableassociations).
 */
export function routeTableLegs({
    everyToken,
}: AlibabaLists): Pick<AlibabaCloud, "listRouteTableAssociations" | "listRouteTablePropagations"> {
    const legs = (what: string, attachmentId: string, action: string, path: string): Promise<RouteTableLeg[]> =>
        everyToken(`${what} of ${attachmentId}`, action, { TransitRouterAttachmentId: attachmentId }, [path], parseLeg);
    return {
        listRouteTableAssociations: (id) =>
            legs("associations", id, "ListTransitRouterRouteTableAssociations", "TransitRouterAssociations"),
        listRouteTablePropagations: (id) =>
            legs("propagations", id, "ListTransitRouterRouteTablePropagations", "TransitRouterPropagations"),
    };
}

function parseLeg(value: unknown): RouteTableLeg {
    const fields = fieldsOf(value);
    return {
        attachmentId: requiredId(fields.TransitRouterAttachmentId, "TransitRouterAttachmentId"),
        routeTableId: requiredId(fields.TransitRouterRouteTableId, "TransitRouterRouteTableId"),
        status: stateOf(fields.Status),
    };
}
