import { expect } from "chai";

import { dryRunPassed, startCen, unknownAttachment, unknownTable, type CenServer } from "./alibabaCen";
import { at, fieldsOf, foreignKey, type Answer, type Query } from "./alibabaServer";

const unsettled = "IncorrectStatus.AttachmentOrRouteTable 400: The resource is not in a valid state for the operation.";

describe("route tables of an attachment on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    for (const { what, create, remove, list, answer, twice, states } of [
        {
            what: "association",
            create: "AssociateTransitRouterAttachmentWithRouteTable",
            remove: "DissociateTransitRouterAttachmentFromRouteTable",
            list: "ListTransitRouterRouteTableAssociations",
            answer: "TransitRouterAssociations",
            twice: "InvalidStatus.AttachmentAssociated 400: The attachment {attachment} has a route table already.",
            states: ["Associating", "Dissociating"],
        },
        {
            what: "propagation",
            create: "EnableTransitRouterRouteTablePropagation",
            remove: "DisableTransitRouterRouteTablePropagation",
            list: "ListTransitRouterRouteTablePropagations",
            answer: "TransitRouterPropagations",
            twice: "InvalidStatus.AttachmentPropagated 400: The attachment {attachment} has a route table already.",
            states: ["Enabling", "Disabling"],
        },
    ]) {
        describe(`the ${what} of an attachment with a route table`, () => {
            const ends = (TransitRouterAttachmentId: string, changes: Query = {}): Query => ({
                TransitRouterAttachmentId,
                TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
                ...changes,
            });
            const legs = async (query: Query): Promise<Answer[]> => at(await server.call("cbn", list, query), answer);
            const settle = (): void => server.clock.advance(server.world.durations.associationOrPropagation);

            it("goes through its states, and removing it can be tried dry too", async () => {
                const id = await server.attach();
                const own = { TransitRouterAttachmentId: id };
                expect(await server.refusal("cbn", create, ends(id, { DryRun: "true" }))).to.equal(dryRunPassed);
                expect(await legs(own)).to.deep.equal([]);
                await server.call("cbn", create, ends(id));
                expect(await legs(own)).to.deep.equal([
                    {
                        TransitRouterAttachmentId: id,
                        TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
                        ResourceId: server.order.vbrId,
                        ResourceType: "VBR",
                        Status: states[0],
                    },
                ]);
                settle();
                expect(await server.refusal("cbn", remove, ends(id, { DryRun: "true" }))).to.equal(dryRunPassed);
                expect(fieldsOf(await legs(own), "Status")).to.deep.equal([["Active"]]);
                await server.call("cbn", remove, ends(id));
                expect(fieldsOf(await legs(own), "Status")).to.deep.equal([[states[1]]]);
                settle();
                expect(await legs(own)).to.deep.equal([]);
                expect(await server.refusal("cbn", remove, ends(id))).to.equal(unknownAttachment);
            });

            it("is refused while the attachment is not Attached, twice, and with what does not exist", async () => {
                const answerOfCreate = await server.call(
                    "cbn",
                    "CreateTransitRouterVbrAttachment",
                    server.newAttachment(),
                );
                const id = String(answerOfCreate.TransitRouterAttachmentId);
                expect(await server.refusal("cbn", create, ends(id))).to.equal(unsettled);
                server.clock.advance(server.world.durations.attachmentCreate);
                for (const [action, httpStatus] of [
                    [create, "404"],
                    [remove, "400"],
                ] as const) {
                    const unknown = unknownAttachment.replace("400", httpStatus);
                    expect(await server.refusal("cbn", action, ends("tr-attach-none"))).to.equal(unknown);
                    const noTable = ends(id, { TransitRouterRouteTableId: "vtb-none" });
                    expect(await server.refusal("cbn", action, noTable)).to.equal(unknownTable);
                    expect(await server.refusal("cbn", action, ends(id), foreignKey)).to.equal(unknown);
                }
                await server.call("cbn", create, ends(id));
                settle();
                expect(await server.refusal("cbn", create, ends(id))).to.equal(twice.replace("{attachment}", id));
            });

            it("is refused with a route table of another transit router", async () => {
                const { transitRouters, routeTables } = server.world.alibaba;
                transitRouters.set("tr-2", {
                    transitRouterId: "tr-2",
                    cenId: server.ids.cenId,
                    regionId: "cn-hangzhou",
                    type: "Enterprise",
                    status: "Active",
                });
                routeTables.set("vtb-2", {
                    transitRouterRouteTableId: "vtb-2",
                    transitRouterId: "tr-2",
                    type: "System",
                    name: "",
                    status: "Active",
                    associations: [],
                    propagations: [],
                    entries: [],
                });
                const query = ends(await server.attach(), { TransitRouterRouteTableId: "vtb-2" });
                expect(await server.refusal("cbn", create, query)).to.equal(
                    "InvalidParameter.TransitRouterRouteTableId 400: The specified parameter TransitRouterRouteTableId is invalid.",
                );
            });

            it("is listed by table, attachment, resource and state, paged, and to its owner alone", async () => {
                const id = await server.attach();
                await server.call("cbn", create, ends(id));
                settle();
                const tableId = server.ids.transitRouterRouteTableId;
                const found = async (query: Query): Promise<number> => (await legs(query)).length;
                expect(await found({ TransitRouterRouteTableId: tableId })).to.equal(2);
                expect(await found({ TransitRouterAttachmentResourceId: server.order.vbrId })).to.equal(1);
                expect(await found({ TransitRouterAttachmentResourceType: "VPC" })).to.equal(1);
                expect(await found({ Status: states[0] })).to.equal(0);
                const first = await server.call("cbn", list, { MaxResults: "1" });
                expect([first.TotalCount, first.MaxResults, at(first, answer).length]).to.deep.equal([2, 1, 1]);
                const second = await server.call("cbn", list, { MaxResults: "1", NextToken: String(first.NextToken) });
                expect(fieldsOf(at(second, answer), "TransitRouterAttachmentId")).to.deep.equal([[id]]);
                expect(second).not.to.have.property("NextToken");
                expect((await server.call("cbn", list, {}, foreignKey)).TotalCount).to.equal(0);
            });
        });
    }
});
