import type { ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { Cloud } from "../cloud";
import { textOf } from "../values";
import type { ResourceKind } from "./kind";
import { partsOf } from "./resourceId";

/**
 * aliyun/terraform-provider-alicloud, `resource_alicloud_cen_transit_router_route_table_association.go`, and that of the propagation: 5 minutes
 * each, and the codes.
 */
const limitSeconds = 300;
const busy = /^(Operation\.Blocking|IncorrectStatus\.Status|Throttling.*)$/;

/** Association and propagation, whose ID is `<attachment>:<route table>`, also for `import`, differ in the names of their actions alone. */
function legKind(create: string, remove: string, list: string, answer: string): ResourceKind {
    const find = (cloud: Cloud, id: string): ActionOutput | undefined => {
        const [attachment, table] = partsOf(id, 2);
        try {
            return cloud.list(
                "cbn",
                list,
                { TransitRouterAttachmentId: attachment, TransitRouterRouteTableId: table },
                answer,
            )[0];
        } catch (error) {
            if (error instanceof CloudError && error.code.endsWith(".NotFound")) {
                return undefined;
            }
            throw error;
        }
    };
    const ends = (id: string): ActionOutput => {
        const [TransitRouterAttachmentId, TransitRouterRouteTableId] = partsOf(id, 2);
        return { TransitRouterAttachmentId, TransitRouterRouteTableId };
    };
    return {
        replaceOnly: ["transitRouterAttachmentId", "transitRouterRouteTableId"],
        computed: [],
        async create(cloud, inputs, made) {
            const id = `${textOf(inputs.transitRouterAttachmentId)}:${textOf(inputs.transitRouterRouteTableId)}`;
            await cloud.repeating("cbn", create, ends(id), limitSeconds, busy);
            made(id);
            await cloud.until(
                `state to become 'Active' of ${id}`,
                () => find(cloud, id)?.Status === "Active",
                limitSeconds,
            );
            return id;
        },
        read(cloud, id) {
            const leg = find(cloud, id);
            return (
                leg && {
                    status: leg.Status,
                    transitRouterAttachmentId: leg.TransitRouterAttachmentId,
                    transitRouterRouteTableId: leg.TransitRouterRouteTableId,
                }
            );
        },
        async delete(cloud, id) {
            if (find(cloud, id) === undefined) {
                return;
            }
            await cloud.repeating("cbn", remove, ends(id), limitSeconds, busy);
            await cloud.until(`${id} to be deleted`, () => find(cloud, id) === undefined, limitSeconds);
        },
    };
}

export const transitRouterRouteTableAssociation = legKind(
    "AssociateTransitRouterAttachmentWithRouteTable",
    "DissociateTransitRouterAttachmentFromRouteTable",
    "ListTransitRouterRouteTableAssociations",
    "TransitRouterAssociations",
);

export const transitRouterRouteTablePropagation = legKind(
    "EnableTransitRouterRouteTablePropagation",
    "DisableTransitRouterRouteTablePropagation",
    "ListTransitRouterRouteTablePropagations",
    "TransitRouterPropagations",
);
