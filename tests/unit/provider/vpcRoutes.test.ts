import { expect } from "chai";

import { PartialCreation } from "../../../provider/handler";
import { leftoverCheckHandler } from "../../../provider/leftoverCheck/handler";
import { vpcRoutesHandler, type VpcRoutesInputs, type VpcRoutesOutputs } from "../../../provider/vpcRoutes/handler";
import { alibabaAccount, fakeClouds, type FakeClouds, type FakeState } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { makeVpcAttachment } from "../../support/joinedNetworks";
import { killedAt } from "../../support/killedAt";
import { errorOf } from "../../support/rejects";

const inputs: VpcRoutesInputs = {
    vbrId: "vbr-1",
    cenId: "cen-1",
    transitRouterId: "tr-1",
    transitRouterRouteTableId: "vtb-1",
    vpcIds: ["vpc-ali"],
};
const ends = { attachmentId: "tr-attach-vpc", routeTableId: "vtb-1" };
const keys = {
    association: "multicloud-connection:association-made-for",
    propagation: "multicloud-connection:propagation-made-for",
    synchronisation: "multicloud-connection:synchronisation-made-for",
};
const allTags = Object.fromEntries(Object.values(keys).map((key) => [key, "vbr-1"]));

const everyWrite = [
    ["tagVpcAttachment", "tr-attach-vpc", allTags],
    ["associateWithRouteTable", ends],
    ["enablePropagation", ends],
    ["setRouteSynchronisation", "tr-attach-vpc", true],
];

/** An attached VPC, of whose routes nothing is there. */
function apart(changes: Partial<FakeState> = {}): FakeClouds {
    return fakeClouds({ vpcAttachments: [makeVpcAttachment({ autoPublishRouteEnabled: false })], ...changes });
}

const active = { ...ends, status: "Active" };

/** Everything is there, and somebody else has made it. */
function joined(): FakeClouds {
    return fakeClouds({ vpcAttachments: [makeVpcAttachment()], associations: [active], propagations: [active] });
}

async function made(clouds: FakeClouds): Promise<VpcRoutesOutputs> {
    const { outputs } = await vpcRoutesHandler.create(inputs, fakeContext(clouds));
    clouds.writes.length = 0;
    return outputs;
}

describe("VpcRoutes", () => {
    it("marks what is missing, makes it, one after the other, and waits for each", async () => {
        const clouds = apart();
        const context = fakeContext(clouds);
        const { id, outputs } = await vpcRoutesHandler.create(inputs, context);
        expect(id).to.equal("vbr-1/vpc-routes");
        expect(outputs).to.deep.equal({
            ...inputs,
            ...alibabaAccount,
            made: [{ vpcId: "vpc-ali", legs: ["association", "propagation", "synchronisation"] }],
            ready: true,
        });
        expect(clouds.writes).to.deep.equal(everyWrite);
        expect(context.lines).to.deep.equal([
            ["progress", "waiting for Alibaba Cloud | association of VPC vpc-ali: Associating | 0s of 5m"],
            ["progress", "association of VPC vpc-ali: ready after 1s"],
            ["progress", "waiting for Alibaba Cloud | propagation of VPC vpc-ali: Enabling | 0s of 5m"],
            ["progress", "propagation of VPC vpc-ali: ready after 1s"],
        ]);
    });

    it("touches nothing of a VPC that is joined already", async () => {
        const clouds = joined();
        const { outputs } = await vpcRoutesHandler.create(inputs, fakeContext(clouds));
        expect({ made: outputs.made, writes: clouds.writes }).to.deep.equal({ made: [], writes: [] });
        await vpcRoutesHandler.delete("vbr-1/vpc-routes", outputs, fakeContext(clouds));
        expect(clouds.writes).to.deep.equal([]);
    });

    it("makes only what is missing, and takes only that away", async () => {
        const clouds = fakeClouds({
            vpcAttachments: [makeVpcAttachment({ autoPublishRouteEnabled: false })],
            associations: [active],
            propagations: [active],
        });
        const { outputs } = await vpcRoutesHandler.create(inputs, fakeContext(clouds));
        expect(outputs.made).to.deep.equal([{ vpcId: "vpc-ali", legs: ["synchronisation"] }]);
        await vpcRoutesHandler.delete("vbr-1/vpc-routes", outputs, fakeContext(clouds));
        expect(clouds.writes).to.deep.equal([
            ["tagVpcAttachment", "tr-attach-vpc", { [keys.synchronisation]: "vbr-1" }],
            ["setRouteSynchronisation", "tr-attach-vpc", true],
            ["setRouteSynchronisation", "tr-attach-vpc", false],
            ["untagVpcAttachment", "tr-attach-vpc", [keys.synchronisation]],
        ]);
        expect(clouds.state.associations).to.deep.equal([active]);
    });

    it("takes away what it made in the other order, its marks last", async () => {
        const clouds = apart();
        const outputs = await made(clouds);
        await vpcRoutesHandler.delete("vbr-1/vpc-routes", outputs, fakeContext(clouds));
        expect(clouds.writes).to.deep.equal([
            ["setRouteSynchronisation", "tr-attach-vpc", false],
            ["disablePropagation", ends],
            ["dissociateFromRouteTable", ends],
            ["untagVpcAttachment", "tr-attach-vpc", Object.values(keys)],
        ]);
        expect(clouds.state.associations).to.deep.equal([]);
        expect(clouds.state.propagations).to.deep.equal([]);
        expect(clouds.state.vpcAttachments).to.deep.equal([makeVpcAttachment({ autoPublishRouteEnabled: false })]);
    });

    it("leaves what another link has made", async () => {
        const clouds = apart();
        await vpcRoutesHandler.create({ ...inputs, vbrId: "vbr-2" }, fakeContext(clouds));
        const outputs = await made(clouds);
        expect(outputs.made).to.deep.equal([]);
        await vpcRoutesHandler.delete("vbr-1/vpc-routes", outputs, fakeContext(clouds));
        expect(clouds.writes).to.deep.equal([]);
    });

    it("leaves an association that somebody has moved to another table", async () => {
        const clouds = apart();
        const outputs = await made(clouds);
        clouds.state.associations = [{ ...active, routeTableId: "vtb-2" }];
        await vpcRoutesHandler.delete("vbr-1/vpc-routes", outputs, fakeContext(clouds));
        expect(clouds.writes.map(([name]) => name)).to.not.include("dissociateFromRouteTable");
        expect(clouds.state.associations).to.have.length(1);
    });

    it("refuses, all at once and before it writes, a VPC that is not attached or is in another table", async () => {
        const clouds = apart({
            vpcAttachments: [
                makeVpcAttachment({ autoPublishRouteEnabled: false }),
                makeVpcAttachment({ attachmentId: "tr-attach-other", vpcId: "vpc-other" }),
            ],
            associations: [{ attachmentId: "tr-attach-other", routeTableId: "vtb-2", status: "Active" }],
        });
        const vpcIds = ["vpc-ali", "vpc-other", "vpc-gone"];
        const error = await errorOf(vpcRoutesHandler.create({ ...inputs, vpcIds }, fakeContext(clouds)));
        expect(error).to.not.be.instanceOf(PartialCreation);
        expect(error.message).to.equal(
            'VPC vpc-other is associated with route table vtb-2, and with one at most, so not with vtb-1 too. Set alibaba.cen.transitRouterRouteTableId: "vtb-2", or dissociate it (aliyun cbn DissociateTransitRouterAttachmentFromRouteTable --TransitRouterAttachmentId tr-attach-other --TransitRouterRouteTableId vtb-2), and run pulumi up again. ' +
                "VPC vpc-gone is not attached to transit router tr-1. Attach it, in the CEN console or by alicloud.cen.TransitRouterVpcAttachment, on which the link then depends (dependsOn), and run pulumi up again.",
        );
        expect(clouds.writes).to.deep.equal([]);
    });

    it("waits for an attachment that is being made", async () => {
        const clouds = apart({
            vpcAttachments: [makeVpcAttachment({ status: "Attaching", autoPublishRouteEnabled: false })],
        });
        const context = fakeContext(clouds, (now) => {
            if (now > Date.UTC(2026, 0, 1, 0, 0, 30)) {
                clouds.state.vpcAttachments = clouds.state.vpcAttachments.map((each) => ({
                    ...each,
                    status: "Attached",
                }));
            }
        });
        await vpcRoutesHandler.create(inputs, context);
        expect(context.lines[0]).to.deep.equal([
            "progress",
            "waiting for Alibaba Cloud | VPC attachment: Attaching | 0s of 5m",
        ]);
        expect(clouds.writes).to.deep.equal(everyWrite);
    });

    it("keeps what a run that failed has begun, and the next one goes on", async () => {
        const clouds = apart();
        clouds.failures.enablePropagation = [new Error("no.")];
        const error = await errorOf(vpcRoutesHandler.create(inputs, fakeContext(clouds)));
        if (!(error instanceof PartialCreation)) {
            throw error;
        }
        const { id, outputs, reasons } = error;
        expect({ id, outputs, reasons }).to.deep.equal({
            id: "vbr-1/vpc-routes",
            outputs: { ...inputs, ...alibabaAccount, made: [], ready: false },
            reasons: ["no."],
        });
        const olds = outputs as VpcRoutesOutputs;
        expect(vpcRoutesHandler.diff(id, olds, inputs).changes).to.equal(true);
        clouds.writes.length = 0;
        const resumed = await vpcRoutesHandler.update(id, olds, inputs, fakeContext(clouds));
        expect(resumed.made).to.have.length(1);
        expect(clouds.writes).to.deep.equal(everyWrite.slice(2));
    });

    it("killed at any call, it goes on, writes nothing twice, and knows its own work", async () => {
        const usual = apart();
        await vpcRoutesHandler.create(inputs, fakeContext(usual));
        for (let call = 1; call <= 40; call++) {
            for (const instant of ["before", "after"] as const) {
                const clouds = apart();
                const dying = killedAt(clouds, call, instant);
                await Promise.race([vpcRoutesHandler.create(inputs, fakeContext(dying.clouds)), dying.killed]);
                const { outputs } = await vpcRoutesHandler.create(inputs, fakeContext(clouds));
                expect(clouds.writes, `${instant} call ${call}`).to.deep.equal(everyWrite);
                expect(outputs.made, `${instant} call ${call}`).to.deep.equal([
                    { vpcId: "vpc-ali", legs: ["association", "propagation", "synchronisation"] },
                ]);
            }
        }
    });

    it("killed at any call of its delete, the next one ends it", async () => {
        for (let call = 1; call <= 20; call++) {
            for (const instant of ["before", "after"] as const) {
                const clouds = apart();
                const outputs = await made(clouds);
                const dying = killedAt(clouds, call, instant);
                const id = "vbr-1/vpc-routes";
                await Promise.race([vpcRoutesHandler.delete(id, outputs, fakeContext(dying.clouds)), dying.killed]);
                await vpcRoutesHandler.delete(id, outputs, fakeContext(clouds));
                const names = clouds.writes.map(([name]) => name);
                expect(new Set(names).size, `${instant} call ${call}: ${names.join()}`).to.equal(names.length);
                expect(clouds.state.associations).to.deep.equal([]);
                expect(clouds.state.vpcAttachments[0]?.tags).to.deep.equal({});
            }
        }
    });

    it("what a killed up has made and no state knows of, the leftover check takes away", async () => {
        const clouds = apart();
        await made(clouds);
        const { vpcIds: _vpcIds, ...place } = inputs;
        const context = fakeContext(clouds);
        await leftoverCheckHandler.delete("leftover-check", { vpcRoutes: place }, context);
        expect(context.lines.filter(([kind]) => kind === "info").map(([, line]) => line)).to.deep.equal([
            "The synchronisation of VPC vpc-ali, which an interrupted pulumi up had made, is taken away.",
            "The propagation of VPC vpc-ali, which an interrupted pulumi up had made, is taken away.",
            "The association of VPC vpc-ali, which an interrupted pulumi up had made, is taken away.",
        ]);
        expect(clouds.state.vpcAttachments[0]?.tags).to.deep.equal({});
        clouds.writes.length = 0;
        await leftoverCheckHandler.delete("leftover-check", { vpcRoutes: place }, fakeContext(clouds));
        expect(clouds.writes).to.deep.equal([]);
    });

    it("a VPC that is no longer named loses what was made for it", async () => {
        const other = { attachmentId: "tr-attach-other", vpcId: "vpc-other", autoPublishRouteEnabled: false };
        const clouds = apart({
            vpcAttachments: [makeVpcAttachment({ autoPublishRouteEnabled: false }), makeVpcAttachment(other)],
        });
        const both = { ...inputs, vpcIds: ["vpc-ali", "vpc-other"] };
        const { id, outputs } = await vpcRoutesHandler.create(both, fakeContext(clouds));
        expect(vpcRoutesHandler.diff(id, outputs, { ...inputs, vpcIds: ["vpc-other", "vpc-ali"] }).changes).to.equal(
            false,
        );
        expect(vpcRoutesHandler.diff(id, outputs, inputs)).to.deep.include({ changes: true, replaces: [] });
        clouds.writes.length = 0;
        const updated = await vpcRoutesHandler.update(id, outputs, inputs, fakeContext(clouds));
        expect(updated.made.map(({ vpcId }) => vpcId)).to.deep.equal(["vpc-ali"]);
        expect(
            clouds.writes.map(([, where]) => (typeof where === "string" ? where : (where as typeof ends).attachmentId)),
        ).to.deep.equal(Array<string>(4).fill("tr-attach-other"));
    });

    it("another VBR, CEN, transit router or table is another resource, and the old one goes first", () => {
        const olds: VpcRoutesOutputs = { ...inputs, made: [], ready: true };
        for (const key of ["vbrId", "cenId", "transitRouterId", "transitRouterRouteTableId"] as const) {
            expect(vpcRoutesHandler.diff("", olds, { ...inputs, [key]: "other" })).to.deep.equal({
                changes: true,
                replaces: [key],
                deleteBeforeReplace: true,
            });
        }
        expect(vpcRoutesHandler.diff("", olds, inputs).changes).to.equal(false);
    });

    it("a refresh sees what has gone, and the next up makes it again", async () => {
        const clouds = apart();
        const outputs = await made(clouds);
        expect(await vpcRoutesHandler.read("", outputs, fakeContext(clouds))).to.deep.equal(outputs);
        clouds.state.associations = [];
        const seen = await vpcRoutesHandler.read("", outputs, fakeContext(clouds));
        expect(seen?.ready).to.equal(false);
        await vpcRoutesHandler.update("", seen ?? outputs, inputs, fakeContext(clouds));
        expect(clouds.writes).to.deep.equal([["associateWithRouteTable", ends]]);
    });
});
