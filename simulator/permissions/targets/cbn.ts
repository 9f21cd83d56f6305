import type { ActionContext, ActionInput } from "../../action";
import { everything, idIn, idsIn, optionalId, type ServicePermissions, type TargetsOf } from "../target";

/**
 * https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-ram, and "RAM authorization" of each action's page. Where a page names several
 * types of which none is marked as required, each is demanded of which the call names one: the stricter reading (I).
 */

type IdOf = (context: ActionContext, input: ActionInput) => string;

const cen =
    (type: string, idOf: IdOf): TargetsOf =>
    (context, input) => [{ resource: `acs:cen:*:${context.caller.accountId}:${type}/${idOf(context, input)}` }];

const all =
    (...parts: TargetsOf[]): TargetsOf =>
    (context, input) =>
        parts.flatMap((part) => part(context, input));

const any: IdOf = () => "*";
const parameter =
    (name: string): IdOf =>
    (_context, input) =>
        idIn(input, name);

const cenInstance = cen("ceninstance", parameter("CenId"));
/** Of the CEN that the call names, or whose attachment it names; of none where the attachment is gone. */
const cenOfList: TargetsOf = (context, input) => {
    const { attachments } = context.world.alibaba;
    const cenId = optionalId(input, "CenId") ?? attachments.get(idIn(input, "TransitRouterAttachmentId"))?.cenId;
    return cenId === undefined ? [] : cen("ceninstance", () => cenId)(context, input);
};
const attachment = cen("centransitrouterattachment", parameter("TransitRouterAttachmentId"));
const transitRouter = cen("centransitrouter", parameter("TransitRouterId"));
const routeTable = cen("centransitrouterroutetable", parameter("TransitRouterRouteTableId"));

const child: TargetsOf = ({ caller }, input) => {
    const type = input.ChildInstanceType === "VPC" ? "vpc" : "virtualborderrouter";
    return [{ resource: `acs:vpc:*:${caller.accountId}:${type}/${idIn(input, "ChildInstanceId")}` }];
};

/** Either form, since the page names a CEN's alone. */
const tagged: TargetsOf = (context, input) =>
    idsIn(input, "ResourceId").flatMap((id) =>
        ["ceninstance", "centransitrouterattachment"].flatMap((type) => cen(type, () => id)(context, input)),
    );

export const cbn: ServicePermissions = {
    prefix: "cen",
    actions: {
        DescribeCens: cen("ceninstance", any),
        ListTransitRouters: all(cenInstance, cen("centransitrouter", any)),
        ListTransitRouterRouteTables: all(transitRouter, cen("centransitrouterroutetable", any)),
        ListTransitRouterRouteEntries: all(routeTable, cen("centransitrouterroutentry", any)),
        ListTransitRouterVpcAttachments: all(cenOfList, attachment),
        ListTransitRouterVbrAttachments: all(cenOfList, attachment),
        CreateTransitRouterVbrAttachment: all(cenInstance, transitRouter),
        UpdateTransitRouterVbrAttachmentAttribute: attachment,
        DeleteTransitRouterVbrAttachment: attachment,
        UpdateTransitRouterVpcAttachmentAttribute: attachment,
        AssociateTransitRouterAttachmentWithRouteTable: attachment,
        DissociateTransitRouterAttachmentFromRouteTable: attachment,
        ListTransitRouterRouteTableAssociations: all(attachment, routeTable),
        EnableTransitRouterRouteTablePropagation: attachment,
        DisableTransitRouterRouteTablePropagation: attachment,
        ListTransitRouterRouteTablePropagations: all(attachment, routeTable),
        CreateCenRouteMap: cenInstance,
        DescribeCenRouteMaps: everything,
        DeleteCenRouteMap: cenInstance,
        DescribeRouteConflict: everything,
        AttachCenChildInstance: all(cenInstance, child),
        DetachCenChildInstance: all(cenInstance, child),
        DescribeCenAttachedChildInstances: cenInstance,
        DescribeCenAttachedChildInstanceAttribute: cenInstance,
        DescribeGrantRulesToCen: everything,
        GrantInstanceToTransitRouter: everything,
        RevokeInstanceFromTransitRouter: everything,
        DescribeGrantRulesToResource: everything,
        ListTagResources: tagged,
        TagResources: tagged,
        UntagResources: tagged,
    },
};
