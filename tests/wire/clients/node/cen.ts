import type { Given } from "../guide";
import type { AlibabaClient } from "./clients";
import { first, show, waitFor } from "./steps";

export async function findTransitRouterRouteTable(
    alibaba: AlibabaClient,
    { cenId, transitRouterId }: Given,
): Promise<string> {
    const { Cens } = await alibaba.call<{ Cens: { Cen: { Name: string; Status: string }[] } }>("cbn", "DescribeCens", {
        "Filter.1.Key": "CenId",
        "Filter.1.Value.1": cenId,
    });
    const { TransitRouters } = await alibaba.call<{ TransitRouters: { Type: string }[] }>("cbn", "ListTransitRouters", {
        CenId: cenId,
        TransitRouterId: transitRouterId,
    });
    const { TransitRouterRouteTables } = await alibaba.call<{
        TransitRouterRouteTables: { TransitRouterRouteTableId: string }[];
    }>("cbn", "ListTransitRouterRouteTables", {
        TransitRouterId: transitRouterId,
        TransitRouterRouteTableType: "System",
    });
    const cen = first(Cens.Cen);
    const routeTableId = first(TransitRouterRouteTables).TransitRouterRouteTableId;
    show("CEN", {
        name: cen.Name,
        status: cen.Status,
        transitRouter: first(TransitRouters).Type,
        routeTable: routeTableId,
    });
    return routeTableId;
}

/** Attaches the VBR, has its routes published to AWS, and joins it to the route table that the VPC is in. */
export async function attachToCen(
    alibaba: AlibabaClient,
    { cenId, transitRouterId, vbrId }: Given,
    routeTableId: string,
): Promise<string> {
    const { TransitRouterAttachmentId: attachmentId } = await alibaba.call<{ TransitRouterAttachmentId: string }>(
        "cbn",
        "CreateTransitRouterVbrAttachment",
        {
            CenId: cenId,
            TransitRouterId: transitRouterId,
            VbrId: vbrId,
            AutoPublishRouteEnabled: "true",
            TransitRouterAttachmentName: "console-guide",
            ClientToken: "console-guide-attachment",
        },
    );
    const status = await waitFor("VBR attachment", () => attachmentStates(alibaba, attachmentId), ["Attached"]);
    show("VBR attachment", { id: attachmentId, status: first(status) });

    const leg = { TransitRouterAttachmentId: attachmentId, TransitRouterRouteTableId: routeTableId };
    await alibaba.call("cbn", "AssociateTransitRouterAttachmentWithRouteTable", leg);
    show("association", { status: await waitFor("association", () => associationStates(alibaba, leg), ["Active"]) });
    await alibaba.call("cbn", "EnableTransitRouterRouteTablePropagation", leg);
    show("propagation", { status: await waitFor("propagation", () => propagationStates(alibaba, leg), ["Active"]) });
    return attachmentId;
}

export async function detachFromCen(alibaba: AlibabaClient, attachmentId: string, routeTableId: string): Promise<void> {
    const leg = { TransitRouterAttachmentId: attachmentId, TransitRouterRouteTableId: routeTableId };
    await alibaba.call("cbn", "DisableTransitRouterRouteTablePropagation", leg);
    show("propagation disabled", { left: await waitFor("propagation", () => propagationStates(alibaba, leg), []) });
    await alibaba.call("cbn", "DissociateTransitRouterAttachmentFromRouteTable", leg);
    show("dissociated", { left: await waitFor("association", () => associationStates(alibaba, leg), []) });
    await alibaba.call("cbn", "DeleteTransitRouterVbrAttachment", { TransitRouterAttachmentId: attachmentId });
    const left = await waitFor("VBR attachment", () => attachmentStates(alibaba, attachmentId), []);
    show("VBR attachment deleted", { left: left.length });
}

type Leg = Record<"TransitRouterAttachmentId" | "TransitRouterRouteTableId", string>;

interface Stateful {
    Status: string;
}

const statusOf = ({ Status }: Stateful): string => Status;

async function attachmentStates(alibaba: AlibabaClient, attachmentId: string): Promise<string[]> {
    const { TransitRouterAttachments } = await alibaba.call<{ TransitRouterAttachments: Stateful[] }>(
        "cbn",
        "ListTransitRouterVbrAttachments",
        { TransitRouterAttachmentId: attachmentId },
    );
    return TransitRouterAttachments.map(statusOf);
}

async function associationStates(alibaba: AlibabaClient, leg: Leg): Promise<string[]> {
    const { TransitRouterAssociations } = await alibaba.call<{ TransitRouterAssociations: Stateful[] }>(
        "cbn",
        "ListTransitRouterRouteTableAssociations",
        leg,
    );
    return TransitRouterAssociations.map(statusOf);
}

async function propagationStates(alibaba: AlibabaClient, leg: Leg): Promise<string[]> {
    const { TransitRouterPropagations } = await alibaba.call<{ TransitRouterPropagations: Stateful[] }>(
        "cbn",
        "ListTransitRouterRouteTablePropagations",
        leg,
    );
    return TransitRouterPropagations.map(statusOf);
}
