import { expect } from "chai";

import { routeMapOf } from "../support/routeMap";
import { blocking, startCen, type CenServer } from "./alibabaCen";
import type { Query } from "./alibabaServer";

const incorrectStatus = "IncorrectStatus.Status 400: The resource is not in a valid state for the operation.";
const associate = "AssociateTransitRouterAttachmentWithRouteTable";
const dissociate = "DissociateTransitRouterAttachmentFromRouteTable";
const enable = "EnableTransitRouterRouteTablePropagation";
const disable = "DisableTransitRouterRouteTablePropagation";
const remove = "DeleteTransitRouterVbrAttachment";

describe("writes on one transit router of the Alibaba Cloud wire", () => {
    let server: CenServer;
    let id: string;

    beforeEach(async () => {
        server = await startCen();
        id = await server.attach();
    });

    afterEach(() => server.close());

    const ends = (changes: Query = {}): Query => ({
        TransitRouterAttachmentId: id,
        TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
        ...changes,
    });
    const ask = (action: string, changes?: Query): Promise<string> => server.refusal("cbn", action, ends(changes));
    const settle = (): void => server.clock.advance(server.world.durations.attachmentCreate);
    const done = async (...actions: string[]): Promise<void> => {
        for (const action of actions) {
            expect(await ask(action), action).to.equal("accepted");
            settle();
        }
    };

    for (const [before, first, others] of [
        [[], associate, [enable, "UpdateTransitRouterVbrAttachmentAttribute"]],
        [[], enable, [associate, "UpdateTransitRouterVbrAttachmentAttribute", remove]],
        [[associate, enable], dissociate, [disable, "UpdateTransitRouterVbrAttachmentAttribute"]],
        [[associate, enable], disable, [dissociate, "UpdateTransitRouterVbrAttachmentAttribute"]],
        [[], remove, ["UpdateTransitRouterVbrAttachmentAttribute", remove]],
    ] as const) {
        it(`P39: go one at a time: ${first} keeps the others out until it is through`, async () => {
            await done(...before);
            expect(await ask(first)).to.equal("accepted");
            for (const other of others) {
                expect(await ask(other, { Force: "true" }), other).to.equal(blocking);
            }
            settle();
            expect(await ask(others[0], { Force: "true" })).not.to.equal(blocking);
        });
    }

    it("P39: do not keep one on another transit router out", async () => {
        const { transitRouters, attachments } = server.world.alibaba;
        const router = transitRouters.get(server.ids.transitRouterId);
        const attachment = attachments.get(id);
        if (router === undefined || attachment === undefined) {
            throw new Error("Neither transit router nor attachment.");
        }
        transitRouters.set("tr-2", { ...router, transitRouterId: "tr-2" });
        attachments.set("tr-attach-2", { ...attachment, attachmentId: "tr-attach-2", transitRouterId: "tr-2" });
        expect(await ask(associate)).to.equal("accepted");
        const elsewhere = { TransitRouterAttachmentId: "tr-attach-2" };
        expect(await ask("UpdateTransitRouterVbrAttachmentAttribute", elsewhere)).to.equal("accepted");
    });

    it("P39: are not kept out by what is under way on another transit router", async () => {
        const { attachments, routeTables, routeMaps } = server.world.alibaba;
        const [table] = routeTables.values();
        const attachment = attachments.get(id);
        if (table === undefined || attachment === undefined) {
            throw new Error("Neither table nor attachment.");
        }
        const elsewhere = { transitRouterId: "tr-2", status: "Attaching" as const };
        attachments.set("tr-attach-2", { ...attachment, ...elsewhere, attachmentId: "tr-attach-2" });
        routeTables.set("vtb-2", { ...table, transitRouterRouteTableId: "vtb-2", transitRouterId: "tr-2" });
        const map = routeMapOf({
            routeMapId: "cenrmap-2",
            cenId: attachment.cenId,
            cenRegionId: attachment.regionId,
            transitRouterRouteTableId: "vtb-2",
            transmitDirection: "RegionIn",
            priority: 1,
            status: "Creating",
        });
        routeMaps.set(map.routeMapId, map);
        expect(await ask(associate)).to.equal("accepted");
    });

    it("P39: of two at once one wins", async () => {
        const outcomes = await Promise.all([ask(associate), ask(enable)]);
        expect(outcomes.sort()).to.deep.equal([blocking, "accepted"]);
    });

    it("P39: are refused by the other code where the guess says so", async () => {
        await server.close();
        server = await startCen({ busyTransitRouter: "IncorrectStatus.Status" });
        id = await server.attach();
        expect(await ask(associate)).to.equal("accepted");
        expect(await ask(enable)).to.equal(incorrectStatus);
    });

    it("P43: delete no attachment that is associated or propagates, unless by force", async () => {
        await done(associate, enable);
        expect(await ask(remove)).to.equal(
            "OperationFailed.RouteTableAssociationExist 400: Operation failed because TransitRouterRouteTable exists",
        );
        await done(dissociate);
        expect(await ask(remove)).to.equal(
            "OperationFailed.RouteTablePropagationExist 400: The specified TransitRouterAttachment has configured RouteTablePropagation. Please remove the configuration first.",
        );
        await done(disable, remove);
        expect(await server.attachments()).to.deep.equal([]);
    });

    it("P43: delete no attachment that a custom route leads into, unless by force", async () => {
        const [table] = server.world.alibaba.vpcRouteTables.values();
        table?.entries.push({
            routeEntryId: "rte-1",
            destinationCidrBlock: "10.0.0.0/16",
            type: "Custom",
            nextHopType: "Attachment",
            nextHopId: id,
            status: "Available",
        });
        expect(await ask(remove)).to.equal(
            "InstanceReferenced.VpcRouteEntry 400: The specified attachment is referenced by vpc route entry.",
        );
        expect(await ask(remove, { Force: "true" })).to.equal("accepted");
        expect(table?.entries.map(({ type }) => type)).to.not.include("Custom");
    });

    it("P43: delete one although a synchronised route leads into it, and a custom one into another", async () => {
        const [table] = server.world.alibaba.vpcRouteTables.values();
        const entry = { destinationCidrBlock: "10.0.0.0/16", nextHopType: "Attachment", status: "Available" } as const;
        table?.entries.push(
            { ...entry, routeEntryId: "rte-1", type: "CEN", nextHopId: id },
            { ...entry, routeEntryId: "rte-2", type: "Custom", nextHopId: "tr-attach-another" },
        );
        expect(await ask(remove)).to.equal("accepted");
    });

    it("P43: take what depends on an attachment with it, by force", async () => {
        await done(associate, enable);
        expect(await ask(remove, { Force: "true" })).to.equal("accepted");
        settle();
        expect(await server.attachments()).to.deep.equal([]);
        const [table] = server.world.alibaba.routeTables.values();
        const left = [...(table?.associations ?? []), ...(table?.propagations ?? [])];
        expect(left.map(({ attachmentId }) => attachmentId)).not.to.include(id);
    });
});
