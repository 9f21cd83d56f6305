import { expect } from "chai";

import { at, fieldsOf, foreignKey, startAlibaba, type AlibabaServer, type Answer } from "./alibabaServer";

type Query = Record<string, string | undefined>;

const blocking = "Operation.Blocking 400: The operation is blocked by another operation on the transit router.";
const unknownAttachment = "InvalidAttachmentId.NotFound 400: The specified AttachmentId is not found.";
const unknownTable = "InvalidRouteTableId.NotFound 404: The specified RouteTableId is not found.";
const unknownRouter = "InvalidTransitRouterId.NotFound 400: The specified TransitRouterId is not found.";
const unknownCen = "InvalidCenId.NotFound 400: The specified CenId is not found.";
const unsettled = "IncorrectStatus.AttachmentOrRouteTable 400: The resource is not in a valid state for the operation.";

describe("CEN of the Alibaba Cloud wire", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    const newAttachment = (changes: Query = {}): Query => ({
        CenId: server.ids.cenId,
        TransitRouterId: server.ids.transitRouterId,
        VbrId: server.order.vbrId,
        ...changes,
    });
    const attachments = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("cbn", "ListTransitRouterVbrAttachments", query), "TransitRouterAttachments");

    async function attach(changes: Query = {}): Promise<string> {
        const answer = await server.call("cbn", "CreateTransitRouterVbrAttachment", newAttachment(changes));
        server.clock.advance(server.world.durations.attachmentCreate);
        return String(answer.TransitRouterAttachmentId);
    }

    function addBasicCen(): string {
        const ownerId = server.world.accounts.alibabaAccountId;
        server.world.alibaba.cens.set("cen-basic", { cenId: "cen-basic", ownerId, name: "basic", status: "Active" });
        return "cen-basic";
    }

    describe("attachments of a VBR", () => {
        it("are Attaching, then Attached, without publishing, association and propagation of their own", async () => {
            const TransitRouterAttachmentId = await attach({
                TransitRouterAttachmentName: "aws",
                TransitRouterAttachmentDescription: "to AWS",
                "Tag.1.Key": "team",
                "Tag.1.Value": "network",
            });
            expect(await attachments()).to.deep.equal([
                {
                    TransitRouterAttachmentId,
                    TransitRouterAttachmentName: "aws",
                    TransitRouterAttachmentDescription: "to AWS",
                    CenId: server.ids.cenId,
                    TransitRouterId: server.ids.transitRouterId,
                    ResourceType: "VBR",
                    Status: "Attached",
                    AutoPublishRouteEnabled: false,
                    CreationTime: "2026-01-01T00:00:00.000Z",
                    Tags: [{ Key: "team", Value: "network" }],
                    VbrId: server.order.vbrId,
                    VbrOwnerId: 1234567890123456,
                    VbrRegionId: "ap-southeast-1",
                },
            ]);
            for (const action of [
                "ListTransitRouterRouteTableAssociations",
                "ListTransitRouterRouteTablePropagations",
            ]) {
                expect((await server.call("cbn", action, { TransitRouterAttachmentId })).TotalCount).to.equal(0);
            }
        });

        it("find the Enterprise transit router of a CEN by themselves", async () => {
            await attach({ TransitRouterId: undefined });
            expect(fieldsOf(await attachments(), "TransitRouterId")).to.deep.equal([[server.ids.transitRouterId]]);
        });

        const refused: [string, (here: AlibabaServer) => Query, string][] = [
            ["an unknown transit router", () => ({ TransitRouterId: "tr-none" }), unknownRouter],
            ["an unknown CEN", () => ({ CenId: "cen-none" }), unknownCen],
            ["another CEN than the transit router's", () => ({ CenId: addBasicCen() }), unknownRouter],
            [
                "a CEN without a transit router in the region",
                () => ({ CenId: addBasicCen(), TransitRouterId: undefined }),
                unknownRouter,
            ],
            [
                "neither CEN nor transit router",
                () => ({ CenId: undefined, TransitRouterId: undefined }),
                "MissingTransitRouterId 400: TransitRouterId is mandatory for this action.",
            ],
            ["no VBR", () => ({ VbrId: undefined }), "MissingVbrId 400: VbrId is mandatory for this action."],
            [
                "an unknown VBR",
                () => ({ VbrId: "vbr-none" }),
                "InvalidVbrId.NotFound 400: The specified VirutalBorderRouter is not found.",
            ],
            [
                "another owner than the VBR's",
                () => ({ VbrOwnerId: "1000000000000001" }),
                "InvalidVbrOwnerId 400: The VBR {vbr} does not belong to account 1000000000000001.",
            ],
            [
                "a reserved tag",
                () => ({ "Tag.1.Key": "acs:team" }),
                'InvalidTagKey.Malformed 400: The tag key "acs:team" is not valid.',
            ],
        ];
        for (const [what, changes, refusal] of refused) {
            it(`are refused with ${what}`, async () => {
                const query = newAttachment(changes(server));
                expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", query)).to.equal(
                    refusal.replace("{vbr}", server.order.vbrId),
                );
                expect(await attachments()).to.deep.equal([]);
            });
        }

        it("are refused for a VBR of another region, one of a Basic transit router, and a second time", async () => {
            const { transitRouters } = server.world.alibaba;
            const router = transitRouters.get(server.ids.transitRouterId);
            const refusal = (changes: Query = {}): Promise<string> =>
                server.refusal("cbn", "CreateTransitRouterVbrAttachment", newAttachment(changes));
            Object.assign(router ?? {}, { regionId: "cn-hangzhou" });
            expect(await refusal()).to.match(
                /^InvalidRegionId 400: The VBR is in ap-southeast-1, .* in cn-hangzhou\.$/,
            );
            Object.assign(router ?? {}, { regionId: "ap-southeast-1", type: "Basic" });
            expect(await refusal()).to.equal(
                "OperationUnsupported.TransitRouterType 400: The specified TransitRouterType does not support the operation.",
            );
            Object.assign(router ?? {}, { type: "Enterprise" });
            await attach();
            expect(await refusal()).to.equal(
                `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`,
            );
        });

        it("of a foreign VBR name its owner", async () => {
            await server.close();
            server = await startAlibaba({ borderRouterOwner: "alibaba" });
            expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", newAttachment())).to.match(
                /^InvalidVbrOwnerId 400: /,
            );
            await attach({ VbrOwnerId: "1000000000000001" });
            expect(fieldsOf(await attachments(), "VbrOwnerId")).to.deep.equal([[1000000000000001]]);
        });

        it("are only checked by a dry run, which answers a RequestId alone and leaves the ClientToken unused", async () => {
            const query = newAttachment({ ClientToken: "token-1" });
            const answer = await server.call("cbn", "CreateTransitRouterVbrAttachment", { ...query, DryRun: "true" });
            expect(Object.keys(answer)).to.deep.equal(["RequestId"]);
            expect(await attachments()).to.deep.equal([]);
            const dryAndWrong = { ...query, VbrId: "vbr-none", DryRun: "true" };
            expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", dryAndWrong)).to.match(
                /^InvalidVbrId\.NotFound/,
            );
            await server.call("cbn", "CreateTransitRouterVbrAttachment", query);
            expect((await attachments()).length).to.equal(1);
        });

        it("are made once for one ClientToken", async () => {
            const query = newAttachment({ ClientToken: "token-1" });
            const first = await server.call("cbn", "CreateTransitRouterVbrAttachment", query);
            const again = await server.call("cbn", "CreateTransitRouterVbrAttachment", query);
            expect(again.TransitRouterAttachmentId).to.equal(first.TransitRouterAttachmentId);
            expect((await attachments()).length).to.equal(1);
        });

        it("change name, description and publishing, when nothing else is under way", async () => {
            const TransitRouterAttachmentId = await attach();
            const update = (changes: Query): Promise<string> =>
                server.refusal("cbn", "UpdateTransitRouterVbrAttachmentAttribute", {
                    TransitRouterAttachmentId,
                    ...changes,
                });
            const changes = { TransitRouterAttachmentName: "aws", AutoPublishRouteEnabled: "true" };
            const fields = ["TransitRouterAttachmentName", "AutoPublishRouteEnabled"];
            expect(await update({ ...changes, DryRun: "true" })).to.equal("accepted");
            expect(fieldsOf(await attachments(), ...fields)).to.deep.equal([["", false]]);
            expect(await update(changes)).to.equal("accepted");
            expect(fieldsOf(await attachments(), ...fields)).to.deep.equal([["aws", true]]);
            expect(await update({ TransitRouterAttachmentId: "tr-attach-none" })).to.equal(unknownAttachment);
        });

        it("are Detaching, then gone; the deletion of an unknown one is a success", async () => {
            const TransitRouterAttachmentId = await attach();
            const remove = (changes: Query = {}): Promise<string> =>
                server.refusal("cbn", "DeleteTransitRouterVbrAttachment", { TransitRouterAttachmentId, ...changes });
            expect(await remove({ TransitRouterAttachmentId: "tr-attach-none" })).to.equal("accepted");
            expect(await remove({ DryRun: "true" })).to.equal("accepted");
            expect(fieldsOf(await attachments(), "Status")).to.deep.equal([["Attached"]]);
            expect(await remove()).to.equal("accepted");
            expect(fieldsOf(await attachments(), "Status")).to.deep.equal([["Detaching"]]);
            expect(await remove()).to.equal(blocking);
            server.clock.advance(server.world.durations.attachmentDelete);
            expect(await attachments()).to.deep.equal([]);
        });

        it("are narrowed by CEN, transit router and ID, and are the caller's own", async () => {
            const id = await attach();
            const { cenId, transitRouterId } = server.ids;
            for (const query of [
                { CenId: cenId },
                { TransitRouterId: transitRouterId },
                { TransitRouterAttachmentId: id },
            ]) {
                expect((await attachments(query)).length).to.equal(1);
            }
            expect(await attachments({ TransitRouterId: "tr-none" })).to.deep.equal([]);
            expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", { CenId: "cen-none" })).to.equal(
                unknownCen,
            );
            expect((await server.call("cbn", "ListTransitRouterVbrAttachments", {}, foreignKey)).TotalCount).to.equal(
                0,
            );
            const vpcs = await server.call("cbn", "ListTransitRouterVpcAttachments", { CenId: cenId });
            expect(fieldsOf(at(vpcs, "TransitRouterAttachments"), "VpcId", "Status", "ResourceType")).to.deep.equal([
                [server.ids.alibabaVpcId, "Attached", "VPC"],
            ]);
        });
    });

    for (const { what, create, remove, list, answer, states, other } of [
        {
            what: "association",
            create: "AssociateTransitRouterAttachmentWithRouteTable",
            remove: "DissociateTransitRouterAttachmentFromRouteTable",
            list: "ListTransitRouterRouteTableAssociations",
            answer: "TransitRouterAssociations",
            states: ["Associating", "Dissociating"],
            other: "EnableTransitRouterRouteTablePropagation",
        },
        {
            what: "propagation",
            create: "EnableTransitRouterRouteTablePropagation",
            remove: "DisableTransitRouterRouteTablePropagation",
            list: "ListTransitRouterRouteTablePropagations",
            answer: "TransitRouterPropagations",
            states: ["Enabling", "Disabling"],
            other: "AssociateTransitRouterAttachmentWithRouteTable",
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

            it("goes through its states, and P39: keeps every other write on the transit router out", async () => {
                const id = await attach();
                const own = { TransitRouterAttachmentId: id };
                expect(await server.refusal("cbn", create, ends(id, { DryRun: "true" }))).to.equal("accepted");
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
                for (const action of [other, remove, "UpdateTransitRouterVbrAttachmentAttribute"]) {
                    expect(await server.refusal("cbn", action, ends(id)), action).to.equal(blocking);
                }
                settle();
                expect(fieldsOf(await legs(own), "Status")).to.deep.equal([["Active"]]);
                await server.call("cbn", remove, ends(id));
                expect(fieldsOf(await legs(own), "Status")).to.deep.equal([[states[1]]]);
                expect(await server.refusal("cbn", create, ends(id))).to.equal(blocking);
                settle();
                expect(await legs(own)).to.deep.equal([]);
                expect(await server.refusal("cbn", remove, ends(id))).to.equal(unknownAttachment);
            });

            it("is refused while the attachment is not Attached, twice, and with what does not exist", async () => {
                const answerOfCreate = await server.call("cbn", "CreateTransitRouterVbrAttachment", newAttachment());
                const id = String(answerOfCreate.TransitRouterAttachmentId);
                expect(await server.refusal("cbn", create, ends(id))).to.equal(unsettled);
                server.clock.advance(server.world.durations.attachmentCreate);
                for (const action of [create, remove]) {
                    expect(await server.refusal("cbn", action, ends("tr-attach-none"))).to.equal(unknownAttachment);
                    const noTable = ends(id, { TransitRouterRouteTableId: "vtb-none" });
                    expect(await server.refusal("cbn", action, noTable)).to.equal(unknownTable);
                    expect(await server.refusal("cbn", action, ends(id), foreignKey)).to.equal(unknownAttachment);
                }
                await server.call("cbn", create, ends(id));
                settle();
                expect(await server.refusal("cbn", create, ends(id))).to.match(/^InvalidStatus\.Attachment/);
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
                const query = ends(await attach(), { TransitRouterRouteTableId: "vtb-2" });
                expect(await server.refusal("cbn", create, query)).to.equal(
                    "InvalidParameter.TransitRouterRouteTableId 400: The specified parameter TransitRouterRouteTableId is invalid.",
                );
            });

            it("P43: keeps the attachment from being deleted, unless by force", async () => {
                const id = await attach();
                await server.call("cbn", create, ends(id));
                settle();
                expect(await server.refusal("cbn", "DeleteTransitRouterVbrAttachment", ends(id))).to.match(
                    /^OperationFailed\.AttachmentInUse 400: /,
                );
                expect(
                    await server.refusal("cbn", "DeleteTransitRouterVbrAttachment", ends(id, { Force: "true" })),
                ).to.equal("accepted");
                server.clock.advance(server.world.durations.attachmentDelete);
                expect(await attachments()).to.deep.equal([]);
                expect(await legs({ TransitRouterAttachmentId: id })).to.deep.equal([]);
            });

            it("is listed by table, attachment, resource and state, paged, and to its owner alone", async () => {
                const id = await attach();
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

    describe("lists", () => {
        it("are CENs, by ID and name", async () => {
            const { cenId } = server.ids;
            const list = async (key: string, value: string): Promise<unknown[][]> => {
                const query = { "Filter.1.Key": key, "Filter.1.Value.1": value };
                return fieldsOf(at(await server.call("cbn", "DescribeCens", query), "Cens", "Cen"), "CenId", "Status");
            };
            expect(await list("CenId", cenId)).to.deep.equal([[cenId, "Active"]]);
            expect(await list("Name", "backbone")).to.deep.equal([[cenId, "Active"]]);
            expect(await list("Name", "other")).to.deep.equal([]);
            expect((await server.call("cbn", "DescribeCens", {}, foreignKey)).TotalCount).to.equal(0);
        });

        it("are transit routers of a CEN, in one region or all", async () => {
            const { cenId, transitRouterId } = server.ids;
            const list = async (query: Query): Promise<Answer[]> =>
                at(await server.call("cbn", "ListTransitRouters", { CenId: cenId, ...query }), "TransitRouters");
            expect(await list({})).to.deep.equal([
                {
                    TransitRouterId: transitRouterId,
                    CenId: cenId,
                    RegionId: "ap-southeast-1",
                    Type: "Enterprise",
                    Status: "Active",
                    AliUid: 1234567890123456,
                },
            ]);
            expect((await list({ RegionId: undefined, TransitRouterId: transitRouterId })).length).to.equal(1);
            expect(await list({ RegionId: "cn-hangzhou" })).to.deep.equal([]);
            expect(await list({ TransitRouterId: "tr-none" })).to.deep.equal([]);
            expect(await server.refusal("cbn", "ListTransitRouters")).to.equal(
                "MissingCenId 400: CenId is mandatory for this action.",
            );
            expect(await server.refusal("cbn", "ListTransitRouters", { CenId: cenId }, foreignKey)).to.equal(
                unknownCen,
            );
        });

        it("are route tables of a transit router, by type and ID", async () => {
            const { transitRouterId: TransitRouterId, transitRouterRouteTableId } = server.ids;
            const list = async (query: Query): Promise<Answer[]> =>
                at(
                    await server.call("cbn", "ListTransitRouterRouteTables", { TransitRouterId, ...query }),
                    "TransitRouterRouteTables",
                );
            const system = [
                {
                    TransitRouterRouteTableId: transitRouterRouteTableId,
                    TransitRouterId,
                    TransitRouterRouteTableName: "",
                    TransitRouterRouteTableType: "System",
                    TransitRouterRouteTableStatus: "Active",
                },
            ];
            expect(await list({ TransitRouterRouteTableType: "System" })).to.deep.equal(system);
            expect(await list({ "TransitRouterRouteTableIds.1": transitRouterRouteTableId })).to.deep.equal(system);
            expect(await list({ TransitRouterRouteTableType: "Custom" })).to.deep.equal([]);
            expect(await server.refusal("cbn", "ListTransitRouterRouteTables")).to.match(/^MissingTransitRouterId/);
            expect(
                await server.refusal("cbn", "ListTransitRouterRouteTables", { TransitRouterId: "tr-none" }),
            ).to.equal(unknownRouter);
        });

        it("are route entries of a table, one for each vSwitch, by destination, state and next hop", async () => {
            const { transitRouterRouteTableId: TransitRouterRouteTableId, alibabaVpcId } = server.ids;
            server.world.changed();
            const list = async (query: Query = {}): Promise<Answer[]> =>
                at(
                    await server.call("cbn", "ListTransitRouterRouteEntries", { TransitRouterRouteTableId, ...query }),
                    "TransitRouterRouteEntries",
                );
            const [first, ...others] = await list();
            const { TransitRouterRouteEntryId, TransitRouterRouteEntryNextHopId, ...entry } = first ?? {};
            expect(TransitRouterRouteEntryId).to.match(/^rte-/);
            expect(entry).to.deep.equal({
                TransitRouterRouteEntryDestinationCidrBlock: "172.16.1.0/24",
                TransitRouterRouteEntryNextHopType: "Attachment",
                TransitRouterRouteEntryNextHopResourceType: "VPC",
                TransitRouterRouteEntryNextHopResourceId: alibabaVpcId,
                TransitRouterRouteEntryOriginResourceType: "VPC",
                TransitRouterRouteEntryOriginResourceId: alibabaVpcId,
                TransitRouterRouteEntryType: "Propagated",
                TransitRouterRouteEntryStatus: "Active",
            });
            expect(others.length).to.equal(1);
            const found = async (query: Query): Promise<number> => (await list(query)).length;
            expect(await found({ TransitRouterRouteEntryDestinationCidrBlock: "172.16.2.0/24" })).to.equal(1);
            expect(await found({ TransitRouterRouteEntryStatus: "Rejected" })).to.equal(0);
            const nextHop = String(TransitRouterRouteEntryNextHopId);
            expect(await found({ TransitRouterRouteEntryNextHopId: nextHop })).to.equal(2);
            expect(await server.refusal("cbn", "ListTransitRouterRouteEntries")).to.match(/^MissingTransitRouterRoute/);
            const unknown = { TransitRouterRouteTableId: "vtb-none" };
            expect(await server.refusal("cbn", "ListTransitRouterRouteEntries", unknown)).to.equal(unknownTable);
        });

        it("come in pages of at most 100, by tokens that this very list gave", async () => {
            server.world.changed();
            const table = { TransitRouterRouteTableId: server.ids.transitRouterRouteTableId };
            for (const MaxResults of ["0", "101"]) {
                expect(await server.refusal("cbn", "ListTransitRouterRouteEntries", { ...table, MaxResults })).to.equal(
                    "IllegalParam.MaxResults 400: The specified MaxResults is illegal.",
                );
            }
            const first = await server.call("cbn", "ListTransitRouterRouteEntries", { ...table, MaxResults: "1" });
            const NextToken = String(first.NextToken);
            const second = await server.call("cbn", "ListTransitRouterRouteEntries", { ...table, NextToken });
            expect(
                fieldsOf(at(second, "TransitRouterRouteEntries"), "TransitRouterRouteEntryDestinationCidrBlock"),
            ).to.deep.equal([["172.16.2.0/24"]]);
            const illegal = "IllegalParam.NextToken 400: The specified NextToken is invalid.";
            expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", { NextToken })).to.equal(illegal);
            const madeUp = { ...table, NextToken: "x" };
            expect(await server.refusal("cbn", "ListTransitRouterRouteEntries", madeUp)).to.equal(illegal);
        });
    });

    describe("tags of attachments", () => {
        const ofVbr = (id: string, more: Query = {}): Query => ({
            ResourceType: "TransitRouterVbrAttachment",
            "ResourceId.1": id,
            ...more,
        });
        const tagsOf = async (query: Query): Promise<unknown[][]> =>
            fieldsOf(
                at(await server.call("cbn", "ListTagResources", query), "TagResources", "TagResource"),
                "TagKey",
                "TagValue",
            );

        it("are set, overwritten, listed and removed", async () => {
            const id = await attach({ "Tag.1.Key": "team", "Tag.1.Value": "a" });
            const tags = { "Tag.1.Key": "team", "Tag.1.Value": "b", "Tag.2.Key": "cost" };
            await server.call("cbn", "TagResources", ofVbr(id, tags));
            expect(await tagsOf(ofVbr(id))).to.deep.equal([
                ["team", "b"],
                ["cost", ""],
            ]);
            await server.call("cbn", "UntagResources", ofVbr(id, { "TagKey.1": "team" }));
            expect(await tagsOf(ofVbr(id))).to.deep.equal([["cost", ""]]);
            await server.call("cbn", "UntagResources", ofVbr(id, { All: "true" }));
            expect(await tagsOf(ofVbr(id))).to.deep.equal([]);
        });

        it("are found by tag, with or without a value", async () => {
            await attach({ "Tag.1.Key": "team", "Tag.1.Value": "a" });
            const by = (Key: string, Value?: string): Promise<unknown[][]> =>
                tagsOf({ ResourceType: "TransitRouterVbrAttachment", "Tag.1.Key": Key, "Tag.1.Value": Value });
            expect(await by("team")).to.deep.equal([["team", "a"]]);
            expect(await by("team", "a")).to.deep.equal([["team", "a"]]);
            expect(await by("team", "b")).to.deep.equal([]);
            expect(await by("cost")).to.deep.equal([]);
        });

        it("are refused where they are none", async () => {
            const id = await attach();
            const refusal = (more: Query): Promise<string> => server.refusal("cbn", "TagResources", ofVbr(id, more));
            const key = { "Tag.1.Key": "team" };
            expect(await refusal({ ResourceType: undefined, ...key })).to.match(/^MissingResourceType 400: /);
            expect(await refusal({ ResourceType: "Cloud", ...key })).to.match(/^InvalidResourceType\.NotFound 404: /);
            expect(await refusal({ ResourceType: "TransitRouterVpcAttachment", ...key })).to.equal(unknownAttachment);
            expect(await refusal({ "ResourceId.1": undefined, ...key })).to.match(/^MissingResourceId 400: /);
            expect(await refusal({ "ResourceId.1": "tr-attach-none", ...key })).to.equal(unknownAttachment);
            expect(await refusal({})).to.match(/^MissingTag 400: /);
            expect(await refusal({ "Tag.1.Key": "" })).to.match(/^(MissingTag|InvalidTagKey\.Malformed) 400: /);
            expect(await refusal({ "Tag.1.Key": "x".repeat(65) })).to.match(/^InvalidTagKey\.Malformed 400: /);
            expect(await refusal({ "Tag.1.Key": "http://a" })).to.match(/^InvalidTagKey\.Malformed 400: /);
            expect(await refusal({ ...key, "Tag.1.Value": "x".repeat(129) })).to.match(/^InvalidTagValue\.Malformed/);
            expect(await refusal({ ...key, "Tag.2.Key": "team" })).to.match(/^Duplicate\.TagKey 400: /);
            const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`]));
            expect(await refusal(many)).to.match(/^NumberExceed\.Tags 400: /);
            expect(await tagsOf(ofVbr(id))).to.deep.equal([]);
        });
    });

    describe("children of a Basic CEN", () => {
        const child = (changes: Query = {}): Query => ({
            CenId: addBasicCen(),
            ChildInstanceId: server.order.vbrId,
            ChildInstanceType: "VBR",
            ChildInstanceRegionId: "ap-southeast-1",
            ...changes,
        });
        const children = async (query: Query = {}): Promise<Answer[]> =>
            at(
                await server.call("cbn", "DescribeCenAttachedChildInstances", { CenId: addBasicCen(), ...query }),
                "ChildInstances",
                "ChildInstance",
            );

        it("are Attaching, Attached, Detaching, gone", async () => {
            await server.call("cbn", "AttachCenChildInstance", child());
            expect(await children()).to.deep.equal([
                {
                    CenId: "cen-basic",
                    ChildInstanceId: server.order.vbrId,
                    ChildInstanceType: "VBR",
                    ChildInstanceRegionId: "ap-southeast-1",
                    ChildInstanceOwnerId: 1234567890123456,
                    ChildInstanceAttachTime: "2026-01-01T00:00:00.000Z",
                    Status: "Attaching",
                },
            ]);
            const notYet =
                "InvalidOperation.ChildInstanceStatus 409: The child-instance is not in a valid state for the operation.";
            expect(await server.refusal("cbn", "DetachCenChildInstance", child())).to.equal(notYet);
            server.clock.advance(server.world.durations.attachmentCreate);
            expect(fieldsOf(await children(), "Status")).to.deep.equal([["Attached"]]);
            await server.call("cbn", "DetachCenChildInstance", child());
            expect(fieldsOf(await children(), "Status")).to.deep.equal([["Detaching"]]);
            expect(await server.refusal("cbn", "DetachCenChildInstance", child())).to.equal(notYet);
            server.clock.advance(server.world.durations.attachmentDelete);
            expect(await children()).to.deep.equal([]);
        });

        it("are listed by type and region", async () => {
            await server.call("cbn", "AttachCenChildInstance", child());
            expect((await children({ ChildInstanceType: "VBR" })).length).to.equal(1);
            expect(await children({ ChildInstanceType: "VPC" })).to.deep.equal([]);
            expect(await children({ ChildInstanceRegionId: "cn-hangzhou" })).to.deep.equal([]);
            expect(await server.refusal("cbn", "DescribeCenAttachedChildInstances")).to.match(/^MissingCenId 400: /);
        });

        it("are refused where they are none, or attached in the other way", async () => {
            const refusal = (changes: Query): Promise<string> =>
                server.refusal("cbn", "AttachCenChildInstance", child(changes));
            expect(await refusal({ CenId: "cen-none" })).to.match(/^ParameterCenInstanceId 400: /);
            expect(await refusal({ ChildInstanceId: "vbr-none" })).to.match(/^ParameterInstanceId 400: /);
            expect(await refusal({ ChildInstanceType: "VPC" })).to.match(/^ParameterInstanceId 400: /);
            expect(await refusal({ ChildInstanceType: "ECS" })).to.equal(
                "ParameterIllegal.ChildInstanceType 400: The parameter of child instance type is illegal.",
            );
            expect(await refusal({ ChildInstanceRegionId: "cn-hangzhou" })).to.equal(
                "ParameterIllegal.ChildInstanceRegionId 400: The parameter of child instance region id is illegal.",
            );
            for (const name of ["CenId", "ChildInstanceId", "ChildInstanceType", "ChildInstanceRegionId"]) {
                expect(await refusal({ [name]: undefined })).to.equal(
                    `Missing${name} 400: ${name} is mandatory for this action.`,
                );
            }
            expect(await server.refusal("cbn", "DetachCenChildInstance", child())).to.match(/^ParameterInstanceId/);
            await attach();
            const attached = `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`;
            expect(await refusal({})).to.equal(attached);
        });

        it("keep the VBR from a transit router", async () => {
            await server.call("cbn", "AttachCenChildInstance", child());
            expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", newAttachment())).to.equal(
                `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`,
            );
        });
    });
});
