import { expect } from "chai";

import type * as Package from "../../index";
import { inputsOf, mockEngine, ownBorderRouter, registrations, valueOf } from "./mocks";

const args = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1"] },
} satisfies Package.MultiCloudConnectionArgs;

describe("MultiCloudConnection on a Basic CEN", () => {
    let multicloud: typeof Package;

    before(async () => {
        await mockEngine();
        multicloud = await import("../../index.js");
    });
    beforeEach(() => {
        registrations.length = 0;
    });
    afterEach(() => ownBorderRouter());

    const connect = async (
        changes: Partial<Package.MultiCloudConnectionArgs> = {},
    ): Promise<Package.MultiCloudConnection> => {
        const link = new multicloud.MultiCloudConnection("link", { ...args, ...changes });
        await valueOf(link.verification);
        await valueOf(link.transitRouterAttachmentId);
        return link;
    };
    const kindsOf = (part: string): string[] =>
        registrations.filter(({ name }) => name.includes(part)).map(({ type }) => type);

    it("makes the VBR a child of the CEN: no association, no propagation, and no route table", async () => {
        const link = await connect({ tags: { team: "network" } });
        expect(kindsOf("-cen-")).to.deep.equal(["alicloud:cen/instanceAttachment:InstanceAttachment"]);
        expect(inputsOf("link-cen-attachment")).to.deep.equal({
            instanceId: "cen-1",
            childInstanceId: "vbr-1",
            childInstanceType: "VBR",
            childInstanceRegionId: "ap-southeast-1",
        });
        expect(await valueOf(link.transitRouterAttachmentId)).to.equal("cen-1:vbr-1:VBR:ap-southeast-1");
        expect(await valueOf(link.transitRouterRouteTableId)).to.equal("");
    });

    it("names the owner of a foreign VBR, on either sort of CEN", async () => {
        ownBorderRouter("9999999999999999");
        await connect();
        expect(inputsOf("link-cen-attachment")).to.deep.include({ childInstanceOwnerId: 9999999999999999 });
        registrations.length = 0;
        await connect({ alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } } });
        expect(inputsOf("link-cen-attachment")).to.deep.include({ vbrOwnerId: "9999999999999999" });
    });

    it("lets Preflight look at the CEN without a transit router", async () => {
        await connect();
        expect(inputsOf("link-preflight")).to.include({ cenId: "cen-1" }).and.not.have.property("transitRouterId");
    });

    it("takes an existing attachment, and makes none", async () => {
        const attachmentId = "cen-1:vbr-1:VBR:ap-southeast-1";
        const link = await connect({ alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", attachmentId } } });
        expect(kindsOf("-cen-")).to.deep.equal([]);
        expect(await valueOf(link.transitRouterAttachmentId)).to.equal(attachmentId);
    });

    it("refuses what only a transit router has", () => {
        const cen = { cenId: "cen-1", transitRouterRouteTableId: "vtb-1", attachmentId: "tr-attach-1" };
        const changes = { alibaba: { vbrId: "vbr-1", cen }, overrides: { cenAttachment: { dryRun: true } } };
        expect(() => new multicloud.MultiCloudConnection("link", { ...args, ...changes })).to.throw(
            [
                "link: 3 arguments need a change:",
                "  - alibaba.cen.transitRouterRouteTableId is a transit router's, and without alibaba.cen.transitRouterId the CEN is a Basic one, which has no route table to choose. Set alibaba.cen.transitRouterId, or remove it.",
                "  - alibaba.cen.attachmentId is tr-attach-1, an attachment to a transit router, and none is named. Set alibaba.cen.transitRouterId too.",
                "  - overrides.cenAttachment is for an attachment to a transit router; one to a Basic CEN has nothing to choose. Set alibaba.cen.transitRouterId, or remove it.",
            ].join("\n"),
        );
    });
});
