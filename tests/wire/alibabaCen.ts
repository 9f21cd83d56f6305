import type { Guesses } from "../../simulator/world/guesses";
import {
    at,
    region,
    startAlibaba,
    type AlibabaOptions,
    type AlibabaServer,
    type Answer,
    type Query,
} from "./alibabaServer";

/** The Alibaba side, and the calls that bring its VBR to its CEN. */
export interface CenServer extends AlibabaServer {
    newAttachment(changes?: Query): Query;
    /** Makes an attachment and waits until it is there. */
    attach(changes?: Query): Promise<string>;
    attachments(query?: Query): Promise<Answer[]>;
    /** The ID of a second CEN, which has no Enterprise transit router. */
    addBasicCen(): string;
    /** The VBR as a child of that CEN. */
    newChild(changes?: Query): Query;
    /** Attaches it, and waits until it is there. */
    attachChild(changes?: Query): Promise<void>;
    children(query?: Query): Promise<Answer[]>;
    /** A VPC as the world's own, but that hangs on nothing. */
    addVpc(vpcId: string, ownerId?: string): void;
}

export async function startCen(guesses: Partial<Guesses> = {}, options: AlibabaOptions = {}): Promise<CenServer> {
    const server = await startAlibaba(guesses, options);
    const newAttachment = (changes: Query = {}): Query => ({
        CenId: server.ids.cenId,
        TransitRouterId: server.ids.transitRouterId,
        VbrId: server.order.vbrId,
        ...changes,
    });
    const addBasicCen = (): string => {
        const { accounts, alibaba } = server.world;
        const cenId = "cen-basic";
        if (!alibaba.cens.has(cenId)) {
            alibaba.cens.set(cenId, { cenId, ownerId: accounts.alibabaAccountId, name: "basic", status: "Active" });
        }
        return cenId;
    };
    const newChild = (changes: Query = {}): Query => ({
        CenId: addBasicCen(),
        ChildInstanceId: server.order.vbrId,
        ChildInstanceType: "VBR",
        ChildInstanceRegionId: region,
        ...changes,
    });
    return {
        ...server,
        newAttachment,
        async attach(changes) {
            const answer = await server.call("cbn", "CreateTransitRouterVbrAttachment", newAttachment(changes));
            server.clock.advance(server.world.durations.attachmentCreate);
            return String(answer.TransitRouterAttachmentId);
        },
        attachments: async (query) =>
            at(await server.call("cbn", "ListTransitRouterVbrAttachments", query), "TransitRouterAttachments"),
        addBasicCen,
        newChild,
        async attachChild(changes) {
            await server.call("cbn", "AttachCenChildInstance", newChild(changes));
            server.clock.advance(server.world.durations.attachmentCreate);
        },
        children: async (query) =>
            at(
                await server.call("cbn", "DescribeCenAttachedChildInstances", { CenId: addBasicCen(), ...query }),
                "ChildInstances",
                "ChildInstance",
            ),
        addVpc(vpcId, ownerId = server.world.accounts.alibabaAccountId) {
            const [vpc] = server.world.alibaba.vpcs.values();
            if (vpc !== undefined) {
                server.world.alibaba.vpcs.set(vpcId, { ...vpc, vpcId, ownerId });
            }
        },
    };
}

export const blocking = "Operation.Blocking 400: The operation is blocked by another operation on the transit router.";
export const unknownAttachment = "InvalidAttachmentId.NotFound 400: The specified AttachmentId is not found.";
export const dryRunPassed = "DryRunOperation 400: Request validation has been passed with DryRun flag set.";
export const unknownTable = "InvalidRouteTableId.NotFound 404: The specified RouteTableId is not found.";
export const unknownRouter = "InvalidTransitRouterId.NotFound 400: The specified TransitRouterId is not found.";
export const unknownCen = "InvalidCenId.NotFound 400: The specified CenId is not found.";
