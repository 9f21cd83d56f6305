import { expect } from "chai";

import { startCen, type CenServer } from "./alibabaCen";
import { at, fieldsOf, type Answer, type Query } from "./alibabaServer";

const alreadyAttached =
    "InvalidOperation.ChildInstanceAlreadyAttached 409: Operation is invalid because the child-instance has already been attached to another CEN.";
const blocked = "Operation.Blocking 400: The operation is blocked by another operation on the transit router.";

describe("children of a Basic CEN on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    const refusal = (changes: Query, action = "AttachCenChildInstance"): Promise<string> =>
        server.refusal("cbn", action, server.newChild(changes));
    it("are Attaching, Attached, Detaching, gone", async () => {
        await server.call("cbn", "AttachCenChildInstance", server.newChild());
        expect(await server.children()).to.deep.equal([
            {
                CenId: "cen-basic",
                ChildInstanceId: server.order.vbrId,
                ChildInstanceType: "VBR",
                ChildInstanceRegionId: "ap-southeast-1",
                ChildInstanceOwnerId: 1234567890123456,
                ChildInstanceAttachTime: "2026-01-01T00:00Z",
                Status: "Attaching",
            },
        ]);
        const notYet =
            "InvalidOperation.ChildInstanceStatus 409: The child-instance is not in a valid state for the operation.";
        expect(await refusal({}, "DetachCenChildInstance")).to.equal(notYet);
        server.clock.advance(server.world.durations.attachmentCreate);
        expect(fieldsOf(await server.children(), "Status")).to.deep.equal([["Attached"]]);
        await server.call("cbn", "DetachCenChildInstance", server.newChild());
        expect(fieldsOf(await server.children(), "Status")).to.deep.equal([["Detaching"]]);
        expect(await refusal({}, "DetachCenChildInstance")).to.equal(notYet);
        server.clock.advance(server.world.durations.attachmentDelete);
        expect(await server.children()).to.deep.equal([]);
    });

    it("are listed by type and region, in pages", async () => {
        server.addVpc("vpc-other");
        await server.attachChild();
        await server.attachChild({ ChildInstanceId: "vpc-other", ChildInstanceType: "VPC" });
        expect(fieldsOf(await server.children(), "ChildInstanceType")).to.deep.equal([["VBR"], ["VPC"]]);
        expect(fieldsOf(await server.children({ ChildInstanceType: "VBR" }), "ChildInstanceId")).to.deep.equal([
            [server.order.vbrId],
        ]);
        expect(await server.children({ ChildInstanceRegionId: "cn-hangzhou" })).to.deep.equal([]);
        const second = await server.call("cbn", "DescribeCenAttachedChildInstances", {
            CenId: "cen-basic",
            PageNumber: "2",
            PageSize: "1",
        });
        expect(second).to.deep.include({ TotalCount: 2, PageNumber: 2, PageSize: 1 });
        expect(fieldsOf(at(second, "ChildInstances", "ChildInstance"), "ChildInstanceId")).to.deep.equal([
            ["vpc-other"],
        ]);
        const list = (query: Query): Promise<string> =>
            server.refusal("cbn", "DescribeCenAttachedChildInstances", query);
        expect(await list({})).to.equal("MissingCenId 400: CenId is mandatory for this action.");
        expect(await list({ CenId: "cen-basic", PageSize: "51" })).to.equal("InvalidParameter 400: Invalid parameter.");
        expect(await list({ CenId: "cen-basic", ChildInstanceType: "ECS" })).to.equal(
            "ParameterIllegal.ChildInstanceType 400: The parameter of child instance type is illegal.",
        );
    });

    it("are described one by one, a VPC with its CIDR block", async () => {
        server.addVpc("vpc-other");
        await server.attachChild();
        await server.attachChild({ ChildInstanceId: "vpc-other", ChildInstanceType: "VPC" });
        const describe = async (query: Query): Promise<Answer> => {
            const { RequestId: _id, ...attributes } = await server.call(
                "cbn",
                "DescribeCenAttachedChildInstanceAttribute",
                server.newChild(query),
            );
            return attributes;
        };
        const common = {
            CenId: "cen-basic",
            ChildInstanceRegionId: "ap-southeast-1",
            ChildInstanceOwnerId: 1234567890123456,
            Status: "Attached",
        };
        expect(await describe({})).to.deep.equal({
            ...common,
            ChildInstanceId: server.order.vbrId,
            ChildInstanceType: "VBR",
            ChildInstanceAttachTime: "2026-01-01T00:00Z",
            ChildInstanceName: "link",
        });
        expect(await describe({ ChildInstanceId: "vpc-other", ChildInstanceType: "VPC" })).to.deep.equal({
            ...common,
            ChildInstanceId: "vpc-other",
            ChildInstanceType: "VPC",
            ChildInstanceAttachTime: "2026-01-01T00:00Z",
            ChildInstanceName: "workloads",
            ChildInstanceAttributes: {
                CidrBlock: "172.16.0.0/16",
                SecondaryCidrBlocks: { secondaryCidrBlock: [] },
            },
        });
        const unknown = (changes: Query): Promise<string> =>
            refusal(changes, "DescribeCenAttachedChildInstanceAttribute");
        expect(await unknown({ ChildInstanceId: "vbr-none" })).to.equal(
            "ParameterInstanceId 400: The child instance vbr-none does not exist.",
        );
        expect(await unknown({ ChildInstanceRegionId: "cn-hangzhou" })).to.match(/^ParameterInstanceId 400: /);
        expect(await unknown({ CenId: "cen-none" })).to.equal(
            "ParameterCenInstanceId 400: The CEN instance cen-none does not exist.",
        );
    });

    it("are refused where they are none", async () => {
        expect(await refusal({ CenId: "cen-none" })).to.match(/^ParameterCenInstanceId 400: /);
        expect(await refusal({ ChildInstanceId: "vbr-none" })).to.match(/^ParameterInstanceId 400: /);
        expect(await refusal({ ChildInstanceType: "VPC" })).to.match(/^ParameterInstanceId 400: /);
        expect(await refusal({ ChildInstanceType: "ECS" })).to.equal(
            "ParameterIllegal.ChildInstanceType 400: The parameter of child instance type is illegal.",
        );
        expect(await refusal({ ChildInstanceRegionId: "cn-hangzhou" })).to.equal(
            "ParameterIllegal.ChildInstanceRegionId 400: The parameter of child instance region id is illegal.",
        );
        expect(await refusal({ ChildInstanceOwnerId: "me" })).to.equal(
            "ParameterIllegal.ChildInstanceUid 400: The parameter of child instance uid is illegal.",
        );
        for (const name of ["CenId", "ChildInstanceId", "ChildInstanceType", "ChildInstanceRegionId"]) {
            for (const action of ["AttachCenChildInstance", "DetachCenChildInstance"]) {
                expect(await refusal({ [name]: undefined }, action)).to.equal(
                    `Missing${name} 400: ${name} is mandatory for this action.`,
                );
            }
        }
        expect(await refusal({}, "DetachCenChildInstance")).to.match(/^ParameterInstanceId 400: /);
        expect(await server.children()).to.deep.equal([]);
    });

    it("are refused on a CEN or of a VBR that is in no state for it", async () => {
        const { cens, borderRouters } = server.world.alibaba;
        const vbr = borderRouters.get(server.order.vbrId);
        Object.assign(vbr ?? {}, { status: "terminated" });
        expect(await refusal({})).to.equal(
            "InvalidStatus.ResourceStatus 400: The resource is not in a valid state for the attachment operation.",
        );
        Object.assign(vbr ?? {}, { status: "active" });
        await server.attachChild();
        Object.assign(cens.get("cen-basic") ?? {}, { status: "Deleting" });
        server.addVpc("vpc-other");
        const status =
            "InvalidOperation.CenInstanceStatus 409: The CEN instance is not in a valid state for the operation.";
        const vpc = { ChildInstanceId: "vpc-other", ChildInstanceType: "VPC" };
        expect(await refusal(vpc)).to.equal(status);
        expect(await refusal({}, "DetachCenChildInstance")).to.equal(status);
    });

    it("P39: are attached and detached one at a time in a region", async () => {
        server.addVpc("vpc-other");
        const vpc = { ChildInstanceId: "vpc-other", ChildInstanceType: "VPC" };
        await server.call("cbn", "AttachCenChildInstance", server.newChild());
        expect(await refusal(vpc)).to.equal(blocked);
        server.clock.advance(server.world.durations.attachmentCreate);
        await server.call("cbn", "AttachCenChildInstance", server.newChild(vpc));
        expect(await refusal({}, "DetachCenChildInstance")).to.equal(blocked);
        server.clock.advance(server.world.durations.attachmentCreate);
        const { cenChildren } = server.world.alibaba;
        cenChildren.push(
            ...cenChildren.slice(0, 1).map((child) => ({
                ...child,
                cenId: "cen-another",
                childInstanceId: "vpc-another",
                status: "Attaching" as const,
            })),
        );
        expect(await refusal({}, "DetachCenChildInstance")).to.equal("accepted");
    });

    it("are not what an Enterprise transit router has, and the other way round", async () => {
        const { cenId } = server.ids;
        expect(await refusal({ CenId: cenId })).to.equal(
            "OperationFailed.InvalidTransitRouter 400: Operation failed because the transit router is not supported.",
        );
        await server.attach();
        expect(await refusal({})).to.equal(alreadyAttached);
        expect(await refusal({ CenId: cenId }, "DetachCenChildInstance")).to.equal(
            "Forbidden.TypeInvalid 400: The specified ChildInstanceType or TransitRouterType is not supported by this operation.",
        );
    });

    it("keep the VBR from a transit router and from a second CEN", async () => {
        await server.attachChild();
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment())).to.equal(
            `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`,
        );
        const { alibaba, accounts } = server.world;
        const second = { cenId: "cen-second", ownerId: accounts.alibabaAccountId, name: "", status: "Active" } as const;
        alibaba.cens.set("cen-second", second);
        expect(await refusal({ CenId: "cen-second" })).to.equal(alreadyAttached);
    });
});
