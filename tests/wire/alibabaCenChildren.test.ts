import { expect } from "chai";

import { startCen, type CenServer } from "./alibabaCen";
import { at, fieldsOf, type Answer, type Query } from "./alibabaServer";

describe("children of a Basic CEN on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    const child = (changes: Query = {}): Query => ({
        CenId: server.addBasicCen(),
        ChildInstanceId: server.order.vbrId,
        ChildInstanceType: "VBR",
        ChildInstanceRegionId: "ap-southeast-1",
        ...changes,
    });
    const children = async (query: Query = {}): Promise<Answer[]> =>
        at(
            await server.call("cbn", "DescribeCenAttachedChildInstances", { CenId: server.addBasicCen(), ...query }),
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
        await server.attach();
        const attached = `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`;
        expect(await refusal({})).to.equal(attached);
    });

    it("keep the VBR from a transit router", async () => {
        await server.call("cbn", "AttachCenChildInstance", child());
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment())).to.equal(
            `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`,
        );
    });
});
