import { expect } from "chai";

import type { TransitRouterAttachment } from "../../simulator/world/alibabaState";
import { blocking, startCen, unknownAttachment, unknownCen, type CenServer } from "./alibabaCen";
import { at, fieldsOf, foreignKey, type Answer, type Query } from "./alibabaServer";

describe("attachments of a VPC on the Alibaba Cloud wire", () => {
    let server: CenServer;
    let attachment: TransitRouterAttachment;

    beforeEach(async () => {
        server = await startCen();
        [attachment] = [...server.world.alibaba.attachments.values()] as [TransitRouterAttachment];
    });

    afterEach(() => server.close());

    const list = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("cbn", "ListTransitRouterVpcAttachments", query), "TransitRouterAttachments");
    const update = (changes: Query): Promise<string> =>
        server.refusal("cbn", "UpdateTransitRouterVpcAttachmentAttribute", {
            TransitRouterAttachmentId: attachment.attachmentId,
            ...changes,
        });
    const settle = (): void => server.clock.advance(server.world.durations.attachmentUpdate);
    const fields = ["Status", "TransitRouterAttachmentName", "TransitRouterAttachmentDescription"];

    it("are listed with their zones", async () => {
        const vSwitches = server.world.alibaba.vpcs.get(server.ids.alibabaVpcId)?.vSwitches ?? [];
        const [{ ZoneMappings, ...shown } = {}] = await list();
        expect(shown).to.deep.equal({
            TransitRouterAttachmentId: attachment.attachmentId,
            TransitRouterAttachmentName: "workloads",
            TransitRouterAttachmentDescription: "",
            CenId: server.ids.cenId,
            TransitRouterId: server.ids.transitRouterId,
            ResourceType: "VPC",
            Status: "Attached",
            AutoPublishRouteEnabled: true,
            CreationTime: "2026-01-01T00:00:00Z",
            OrderType: "PayByCenOwner",
            ChargeType: "POSTPAY",
            Tags: [],
            VpcId: server.ids.alibabaVpcId,
            VpcOwnerId: 1234567890123456,
            VpcRegionId: "ap-southeast-1",
        });
        expect(fieldsOf(ZoneMappings as Answer[], "VSwitchId", "ZoneId")).to.deep.equal(
            vSwitches.map(({ vSwitchId, zoneId }) => [vSwitchId, zoneId]),
        );
        expect((ZoneMappings as Answer[])[0]?.NetworkInterfaceId).to.match(/^eni-/);
    });

    it("are narrowed by VPC, state, region, payer and tags, and are the caller's own", async () => {
        attachment.tags.set("team", "network");
        const found = async (query: Query): Promise<number> => (await list(query)).length;
        for (const query of [
            { VpcId: server.ids.alibabaVpcId },
            { Status: "Attached" },
            { OrderType: "PayByCenOwner" },
            { "Tag.1.Key": "team" },
            { "Tag.1.Key": "team", "Tag.1.Value": "network" },
        ]) {
            expect(await found(query), JSON.stringify(query)).to.equal(1);
        }
        for (const query of [
            { VpcId: "vpc-none" },
            { Status: "Attaching" },
            { RegionId: "cn-hangzhou" },
            { OrderType: "PayByResourceOwner" },
            { "Tag.1.Key": "owner" },
            { "Tag.1.Key": "team", "Tag.1.Value": "other" },
        ]) {
            expect(await found(query), JSON.stringify(query)).to.equal(0);
        }
        expect((await server.call("cbn", "ListTransitRouterVpcAttachments", {}, foreignKey)).TotalCount).to.equal(0);
        expect(await server.refusal("cbn", "ListTransitRouterVpcAttachments", { CenId: "cen-none" })).to.equal(
            unknownCen,
        );
    });

    it("are Modifying while an update runs, and changed when it is done", async () => {
        const changes = {
            TransitRouterAttachmentName: "hub",
            TransitRouterAttachmentDescription: "to AWS",
            AutoPublishRouteEnabled: "false",
        };
        expect(await update(changes)).to.equal("accepted");
        const shown = [...fields, "AutoPublishRouteEnabled"];
        expect(fieldsOf(await list(), ...shown)).to.deep.equal([["Modifying", "workloads", "", true]]);
        settle();
        expect(fieldsOf(await list(), ...shown)).to.deep.equal([["Attached", "hub", "to AWS", false]]);
        expect(await update({ TransitRouterAttachmentName: "" })).to.equal("accepted");
        settle();
        expect(fieldsOf(await list(), ...shown)).to.deep.equal([["Attached", "", "to AWS", false]]);
    });

    it("carry their routes while an update runs", async () => {
        const destinations = async (): Promise<unknown[][]> =>
            fieldsOf(
                at(
                    await server.call("cbn", "ListTransitRouterRouteEntries", {
                        TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
                    }),
                    "TransitRouterRouteEntries",
                ),
                "TransitRouterRouteEntryDestinationCidrBlock",
            );
        await update({ TransitRouterAttachmentName: "hub" });
        expect(await destinations()).to.deep.equal([["172.16.1.0/24"], ["172.16.2.0/24"]]);
    });

    it("P39: are not updated while another write on the transit router runs, and keep others out themselves", async () => {
        await update({ AutoPublishRouteEnabled: "false" });
        expect(await update({ AutoPublishRouteEnabled: "true" })).to.equal(blocking);
        const attach = server.newAttachment();
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", attach)).to.equal(blocking);
        settle();
        await server.call("cbn", "CreateTransitRouterVbrAttachment", attach);
        expect(await update({ AutoPublishRouteEnabled: "true" })).to.equal(blocking);
    });

    it("are left as they are by a dry run, which answers a RequestId alone", async () => {
        expect(await update({ TransitRouterAttachmentName: "hub", DryRun: "true" })).to.equal("accepted");
        settle();
        expect(fieldsOf(await list(), ...fields)).to.deep.equal([["Attached", "workloads", ""]]);
    });

    it("are updated once for one ClientToken", async () => {
        const ClientToken = "token-1";
        expect(await update({ TransitRouterAttachmentName: "hub", ClientToken })).to.equal("accepted");
        expect(await update({ TransitRouterAttachmentName: "hub", ClientToken })).to.equal("accepted");
        expect(await update({ TransitRouterAttachmentName: "spoke", ClientToken })).to.match(
            /^IdempotentParameterMismatch 400: /,
        );
    });

    it("are not updated where they do not exist, are a VBR's or another account's, or with texts that are too long or links", async () => {
        expect(await update({ TransitRouterAttachmentId: undefined })).to.match(
            /^MissingTransitRouterAttachmentId 400: /,
        );
        expect(await update({ TransitRouterAttachmentId: "tr-attach-none" })).to.equal(unknownAttachment);
        const ofVbr = await server.attach();
        expect(await update({ TransitRouterAttachmentId: ofVbr })).to.equal(unknownAttachment);
        const own = { TransitRouterAttachmentId: attachment.attachmentId };
        expect(await server.refusal("cbn", "UpdateTransitRouterVpcAttachmentAttribute", own, foreignKey)).to.equal(
            unknownAttachment,
        );
        for (const name of ["n".repeat(129), "https://name"]) {
            expect(await update({ TransitRouterAttachmentName: name })).to.equal("InvalidName 400: Name is invalid.");
        }
        for (const text of ["d".repeat(257), "http://text"]) {
            expect(await update({ TransitRouterAttachmentDescription: text })).to.equal(
                "InvalidDescription 400: Description is invalid.",
            );
        }
        expect(await update({ TransitRouterAttachmentName: "n".repeat(128) })).to.equal("accepted");
    });
});
