import { expect } from "chai";

import {
    blocking,
    dryRunPassed,
    startCen,
    unknownAttachment,
    unknownCen,
    unknownRouter,
    type CenServer,
} from "./alibabaCen";
import { at, fieldsOf, foreignKey, type Query } from "./alibabaServer";

describe("attachments of a VBR on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    it("are Attaching, then Attached, without publishing, association and propagation of their own", async () => {
        const TransitRouterAttachmentId = await server.attach({
            TransitRouterAttachmentName: "aws",
            TransitRouterAttachmentDescription: "to AWS",
            "Tag.1.Key": "team",
            "Tag.1.Value": "network",
        });
        expect(await server.attachments()).to.deep.equal([
            {
                TransitRouterAttachmentId,
                TransitRouterAttachmentName: "aws",
                TransitRouterAttachmentDescription: "to AWS",
                CenId: server.ids.cenId,
                TransitRouterId: server.ids.transitRouterId,
                ResourceType: "VBR",
                Status: "Attached",
                AutoPublishRouteEnabled: false,
                CreationTime: "2026-01-01T00:00:00Z",
                OrderType: "PayByCenOwner",
                Tags: [{ Key: "team", Value: "network" }],
                VbrId: server.order.vbrId,
                VbrOwnerId: 1234567890123456,
                VbrRegionId: "ap-southeast-1",
            },
        ]);
        for (const action of ["ListTransitRouterRouteTableAssociations", "ListTransitRouterRouteTablePropagations"]) {
            expect((await server.call("cbn", action, { TransitRouterAttachmentId })).TotalCount).to.equal(0);
        }
    });

    it("find the Enterprise transit router of a CEN by themselves", async () => {
        await server.attach({ TransitRouterId: undefined });
        expect(fieldsOf(await server.attachments(), "TransitRouterId")).to.deep.equal([[server.ids.transitRouterId]]);
    });

    const refused: [string, (here: CenServer) => Query, string][] = [
        ["an unknown transit router", () => ({ TransitRouterId: "tr-none" }), unknownRouter],
        ["an unknown CEN", () => ({ CenId: "cen-none" }), unknownCen],
        ["another CEN than the transit router's", (here) => ({ CenId: here.addBasicCen() }), unknownRouter],
        [
            "neither CEN nor transit router",
            () => ({ CenId: undefined, TransitRouterId: undefined }),
            "MissingParam.CenIdOrRegionId 400: Either CenId or RegionId must be specified.",
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
            "a name that is a link",
            () => ({ TransitRouterAttachmentName: "https://name" }),
            "InvalidName 400: Name is invalid.",
        ],
        [
            "a description that is too long",
            () => ({ TransitRouterAttachmentDescription: "d".repeat(257) }),
            "InvalidDescription 400: Description is invalid.",
        ],
        ["a reserved tag", () => ({ "Tag.1.Key": "acs:team" }), "IllegalParam.TagKey 400: The tag keys are not valid."],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`are refused with ${what}`, async () => {
            const query = server.newAttachment(changes(server));
            expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", query)).to.equal(
                refusal.replace("{vbr}", server.order.vbrId),
            );
            expect(await server.attachments()).to.deep.equal([]);
        });
    }

    it("are refused for a VBR of another region, one of a Basic transit router, and a second time", async () => {
        const { transitRouters } = server.world.alibaba;
        const router = transitRouters.get(server.ids.transitRouterId);
        const refusal = (changes: Query = {}): Promise<string> =>
            server.refusal("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment(changes));
        Object.assign(router ?? {}, { regionId: "cn-hangzhou" });
        expect(await refusal()).to.match(/^InvalidRegionId 400: The VBR is in ap-southeast-1, .* in cn-hangzhou\.$/);
        Object.assign(router ?? {}, { regionId: "ap-southeast-1", type: "Basic" });
        expect(await refusal()).to.equal(
            "OperationUnsupported.TransitRouterType 400: The specified TransitRouterType does not support the operation.",
        );
        Object.assign(router ?? {}, { type: "Enterprise" });
        await server.attach();
        expect(await refusal()).to.equal(
            `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`,
        );
    });

    it("of a foreign VBR name its owner", async () => {
        await server.close();
        server = await startCen({ borderRouterOwner: "alibaba" });
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment())).to.match(
            /^InvalidVbrOwnerId 400: /,
        );
        await server.attach({ VbrOwnerId: "1000000000000001" });
        expect(fieldsOf(await server.attachments(), "VbrOwnerId")).to.deep.equal([[1000000000000001]]);
    });

    it("are only checked by a dry run, which answers a RequestId alone and leaves the ClientToken unused", async () => {
        const query = server.newAttachment({ ClientToken: "token-1" });
        const answer = await server.call("cbn", "CreateTransitRouterVbrAttachment", { ...query, DryRun: "true" });
        expect(Object.keys(answer)).to.deep.equal(["RequestId"]);
        expect(await server.attachments()).to.deep.equal([]);
        const dryAndWrong = { ...query, VbrId: "vbr-none", DryRun: "true" };
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", dryAndWrong)).to.match(
            /^InvalidVbrId\.NotFound/,
        );
        await server.call("cbn", "CreateTransitRouterVbrAttachment", query);
        expect((await server.attachments()).length).to.equal(1);
    });

    it("are made once for one ClientToken", async () => {
        const query = server.newAttachment({ ClientToken: "token-1" });
        const first = await server.call("cbn", "CreateTransitRouterVbrAttachment", query);
        const again = await server.call("cbn", "CreateTransitRouterVbrAttachment", query);
        expect(again.TransitRouterAttachmentId).to.equal(first.TransitRouterAttachmentId);
        expect((await server.attachments()).length).to.equal(1);
    });

    it("change name, description and publishing, when nothing else is under way", async () => {
        const TransitRouterAttachmentId = await server.attach();
        const update = (changes: Query): Promise<string> =>
            server.refusal("cbn", "UpdateTransitRouterVbrAttachmentAttribute", {
                TransitRouterAttachmentId,
                ...changes,
            });
        const changes = { TransitRouterAttachmentName: "aws", AutoPublishRouteEnabled: "true" };
        const fields = ["TransitRouterAttachmentName", "AutoPublishRouteEnabled"];
        expect(await update({ ...changes, DryRun: "true" })).to.equal(dryRunPassed);
        expect(fieldsOf(await server.attachments(), ...fields)).to.deep.equal([["", false]]);
        expect(await update(changes)).to.equal("accepted");
        expect(fieldsOf(await server.attachments(), ...fields)).to.deep.equal([["aws", true]]);
        expect(await update({ TransitRouterAttachmentId: "tr-attach-none" })).to.equal(unknownAttachment);
        expect(await update({ OrderType: "PayByResourceOwner" })).to.equal("accepted");
        expect(fieldsOf(await server.attachments(), "OrderType")).to.deep.equal([["PayByResourceOwner"]]);
    });

    it("are not updated where they are a VPC's, with texts that are too long or links, or another payer", async () => {
        const TransitRouterAttachmentId = await server.attach();
        const update = (changes: Query): Promise<string> =>
            server.refusal("cbn", "UpdateTransitRouterVbrAttachmentAttribute", {
                TransitRouterAttachmentId,
                ...changes,
            });
        const vpcs = await server.call("cbn", "ListTransitRouterVpcAttachments");
        const [[ofVpc] = []] = fieldsOf(at(vpcs, "TransitRouterAttachments"), "TransitRouterAttachmentId");
        expect(await update({ TransitRouterAttachmentId: String(ofVpc) })).to.equal(unknownAttachment);
        const before = await server.attachments();
        for (const [changes, refusal] of [
            [{ TransitRouterAttachmentName: "n".repeat(129) }, "InvalidName 400: Name is invalid."],
            [{ TransitRouterAttachmentDescription: "http://text" }, "InvalidDescription 400: Description is invalid."],
            [{ OrderType: "Free" }, "IllegalParam.OrderType 400: The specified OrderType is illegal."],
        ] as const) {
            expect(await update({ ...changes, AutoPublishRouteEnabled: "true" })).to.equal(refusal);
        }
        expect(await server.attachments()).to.deep.equal(before);
    });

    it("are Detaching, then gone; the deletion of an unknown one is a success", async () => {
        const TransitRouterAttachmentId = await server.attach();
        const remove = (changes: Query = {}): Promise<string> =>
            server.refusal("cbn", "DeleteTransitRouterVbrAttachment", { TransitRouterAttachmentId, ...changes });
        expect(await remove({ TransitRouterAttachmentId: "tr-attach-none" })).to.equal("accepted");
        expect(await remove({ DryRun: "true" })).to.equal("accepted");
        expect(fieldsOf(await server.attachments(), "Status")).to.deep.equal([["Attached"]]);
        expect(await remove()).to.equal("accepted");
        expect(fieldsOf(await server.attachments(), "Status")).to.deep.equal([["Detaching"]]);
        expect(await remove()).to.equal(blocking);
        server.clock.advance(server.world.durations.attachmentDelete);
        expect(await server.attachments()).to.deep.equal([]);
    });

    it("are narrowed by CEN, transit router and ID, and are the caller's own", async () => {
        const id = await server.attach();
        const { cenId, transitRouterId } = server.ids;
        for (const query of [
            { CenId: cenId },
            { TransitRouterId: transitRouterId },
            { TransitRouterAttachmentId: id },
        ]) {
            expect((await server.attachments(query)).length).to.equal(1);
        }
        expect(await server.attachments({ TransitRouterId: "tr-none" })).to.deep.equal([]);
        expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", { CenId: "cen-none" })).to.equal(
            unknownCen,
        );
        expect((await server.call("cbn", "ListTransitRouterVbrAttachments", {}, foreignKey)).TotalCount).to.equal(0);
        const vpcs = await server.call("cbn", "ListTransitRouterVpcAttachments", { CenId: cenId });
        expect(fieldsOf(at(vpcs, "TransitRouterAttachments"), "VpcId", "Status", "ResourceType")).to.deep.equal([
            [server.ids.alibabaVpcId, "Attached", "VPC"],
        ]);
    });
});
