import { expect } from "chai";

import { startCen, type CenServer } from "./alibabaCen";
import {
    at,
    fieldsOf,
    foreignAccountId,
    foreignKey,
    ownKey,
    region,
    vendorKey,
    type Key,
    type Query,
} from "./alibabaServer";

const ownAccountId = "1234567890123456";
const vendorAccountId = "1000000000000001";
const notAuthorized =
    "Forbbiden.AttachChildInstanceAcrossUid 409: Operation is invalid because the child-instance is not authorized to CEN.";
const unknownInstance = "InvalidInstanceId.NotFound 404: The specified InstanceId is not found.";

describe("grants of a VBR to a transit router on the Alibaba Cloud wire", () => {
    let server: CenServer;

    const restart = async (...options: Parameters<typeof startCen>): Promise<void> => {
        await server.close();
        server = await startCen(...options);
    };

    beforeEach(async () => {
        server = await startCen({ borderRouterOwner: "alibaba", foreignBorderRouterGrant: "none" });
    });

    afterEach(() => server.close());

    const rule = (changes: Query = {}): Query => ({
        InstanceId: server.order.vbrId,
        InstanceType: "ExpressConnect",
        CenId: server.ids.cenId,
        CenOwnerId: ownAccountId,
        ...changes,
    });
    const grant = (changes?: Query, key: Key = vendorKey): Promise<string> =>
        server.refusal("cbn", "GrantInstanceToTransitRouter", rule(changes), key);
    const revoke = (changes?: Query, key: Key = vendorKey): Promise<string> =>
        server.refusal("cbn", "RevokeInstanceFromTransitRouter", rule(changes), key);
    /** By VPC's action of the same purpose. */
    const grantToCen = (changes: Query = {}): Promise<string> =>
        server.refusal("vpc", "GrantInstanceToCen", rule({ InstanceType: "VBR", ...changes }), vendorKey);
    const ofResource = (changes: Query = {}, key: Key = vendorKey): ReturnType<CenServer["call"]> =>
        server.call(
            "cbn",
            "DescribeGrantRulesToResource",
            { ResourceId: server.order.vbrId, ProductType: "ExpressConnect", ...changes },
            key,
        );
    const ofCen = async (): Promise<unknown[][]> => {
        const query = { CenId: server.ids.cenId, ProductType: "VBR" };
        const answer = await server.call("cbn", "DescribeGrantRulesToCen", query);
        return fieldsOf(at(answer, "GrantRules", "GrantRule"), "ChildInstanceId", "OrderType");
    };
    const readByVpc = async (): Promise<number> => {
        const query = { InstanceId: server.order.vbrId, InstanceType: "VBR" };
        return at(
            await server.call("vpc", "DescribeGrantRulesToCen", query, vendorKey),
            "CenGrantRules",
            "CbnGrantRule",
        ).length;
    };
    const attach = (changes: Query = {}): Promise<string> =>
        server.refusal(
            "cbn",
            "CreateTransitRouterVbrAttachment",
            server.newAttachment({ VbrOwnerId: vendorAccountId, ...changes }),
        );
    const attachChild = (): Promise<string> =>
        server.refusal("cbn", "AttachCenChildInstance", server.newChild({ ChildInstanceOwnerId: vendorAccountId }));

    it("are shown to the VBR's owner and to the CEN's, with who pays", async () => {
        expect(await grant({ OrderType: "PayByResourceOwner" })).to.equal("accepted");
        const { RequestId, ...answer } = await ofResource();
        expect(RequestId).to.match(/^[0-9A-F-]{36}$/);
        expect(answer).to.deep.equal({
            TotalCount: 1,
            MaxResults: 1,
            GrantRules: [
                {
                    CenId: server.ids.cenId,
                    CenOwnerId: Number(ownAccountId),
                    CreateTime: "2026-01-01T00:00:00Z",
                    OrderType: "PayByResourceOwner",
                },
            ],
        });
        expect(await ofCen()).to.deep.equal([[server.order.vbrId, "PayByResourceOwner"]]);
    });

    it("let a foreign VBR be attached to an Enterprise transit router by whoever names its owner, until revoked", async () => {
        expect(await attach()).to.equal(notAuthorized);
        expect(await grant()).to.equal("accepted");
        expect(await revoke()).to.equal("accepted");
        expect(await attach()).to.equal(notAuthorized);
        expect(await grant()).to.equal("accepted");
        expect(await attach({ VbrOwnerId: undefined })).to.match(/^InvalidVbrOwnerId 400: /);
        expect(await attach()).to.equal("accepted");
    });

    it("are good for the CEN that they name alone, and for a Basic one too", async () => {
        expect(await grant({ CenId: server.addBasicCen() })).to.equal("accepted");
        expect(await attach()).to.equal(notAuthorized);
        expect(await attachChild()).to.equal("accepted");
    });

    it("stay while the VBR is attached to that CEN", async () => {
        await grant();
        await server.attach({ VbrOwnerId: vendorAccountId });
        expect(await revoke()).to.equal(
            `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached to ${server.ids.cenId}.`,
        );
        expect(await ofCen()).to.deep.equal([[server.order.vbrId, "PayByCenOwner"]]);
        expect(await revoke({ CenId: server.addBasicCen() })).to.equal("accepted");
    });

    it("are apart from those of GrantInstanceToCen, where the guess says so", async () => {
        expect(await grantToCen()).to.equal("accepted");
        expect(await attach()).to.equal(notAuthorized);
        expect([await readByVpc(), (await ofResource()).TotalCount]).to.deep.equal([1, 0]);
        expect(await grant()).to.equal("accepted");
        expect([await readByVpc(), (await ofResource()).TotalCount]).to.deep.equal([1, 1]);
        expect((await ofCen()).length).to.equal(2);
        expect(await revoke()).to.equal("accepted");
        expect([await readByVpc(), (await ofResource()).TotalCount]).to.deep.equal([1, 0]);
        expect(await attach()).to.equal(notAuthorized);
    });

    it("are those of GrantInstanceToCen, where the guess says so", async () => {
        await restart({
            borderRouterOwner: "alibaba",
            foreignBorderRouterGrant: "none",
            grantsToTransitRouters: "the-same",
        });
        expect(await grantToCen()).to.equal("accepted");
        expect(await grant()).to.equal("accepted");
        expect([await readByVpc(), (await ofResource()).TotalCount]).to.deep.equal([1, 1]);
        expect((await ofCen()).length).to.equal(1);
        expect(await revoke()).to.equal("accepted");
        expect([await readByVpc(), (await ofResource()).TotalCount]).to.deep.equal([0, 0]);
        expect(await grantToCen()).to.equal("accepted");
        expect(await attach()).to.equal("accepted");
    });

    it("of the backend are what the buyer's CEN needs, and none for a VBR of the buyer's", async () => {
        await restart({ borderRouterOwner: "alibaba" });
        expect([await readByVpc(), (await ofResource()).TotalCount]).to.deep.equal([0, 1]);
        expect(await attach()).to.equal("accepted");
        await restart({ borderRouterOwner: "user" });
        expect(await ofCen()).to.deep.equal([]);
        expect(await attach({ VbrOwnerId: undefined })).to.equal("accepted");
    });

    it("are made and revoked by the VBR's owner alone; another reads nothing", async () => {
        await grant();
        expect(await grant({}, ownKey)).to.equal(unknownInstance);
        expect(await revoke({}, ownKey)).to.equal(unknownInstance);
        expect((await ofResource({}, ownKey)).GrantRules).to.deep.equal([]);
        expect((await ofResource({ ProductType: "VPC" })).GrantRules).to.deep.equal([]);
    });

    const refused: [string, Query, string][] = [
        ["no VBR", { InstanceId: undefined }, "MissingInstanceId 400: InstanceId is mandatory for this action."],
        ["no type", { InstanceType: undefined }, "MissingInstanceType 400: InstanceType is mandatory for this action."],
        ["no CEN", { CenId: undefined }, "MissingCenId 400: CenId is mandatory for this action."],
        ["no owner", { CenOwnerId: undefined }, "MissingCenOwnerId 400: CenOwnerId is mandatory for this action."],
        [
            "VPC's name of the type",
            { InstanceType: "VBR" },
            "IllegalParam.InstanceType 400: The specified InstanceType is illegal.",
        ],
        [
            "another payer",
            { OrderType: "PayByNobody" },
            "IllegalParam.OrderType 400: The specified OrderType is illegal.",
        ],
        ["an unknown VBR", { InstanceId: "vbr-none" }, unknownInstance],
        ["a VBR named as a VPC", { InstanceType: "VPC" }, unknownInstance],
        ["an IPsec connection, which has no owner here", { InstanceType: "VPN", InstanceId: "vco-1" }, unknownInstance],
        [
            "an Express Connect Router, which has no owner here",
            { InstanceType: "ECR", InstanceId: "ecr-1" },
            unknownInstance,
        ],
        ["another region", { RegionId: "cn-hangzhou" }, unknownInstance],
        [
            "an unknown region",
            { RegionId: "nowhere" },
            "InvalidRegionId.NotFound 404: The specified RegionId is not found.",
        ],
        [
            "another owner than the CEN's",
            { CenOwnerId: foreignAccountId },
            "InvalidCenId.NotFound 400: The specified CenId is not found.",
        ],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`are refused with ${what}`, async () => {
            expect(await grant(changes)).to.equal(refusal);
            expect(server.world.alibaba.grants).to.deep.equal([]);
        });
    }

    it("are refused for a VBR that is not active", async () => {
        Object.assign(server.world.alibaba.borderRouters.get(server.order.vbrId) ?? {}, { status: "terminating" });
        expect(await grant()).to.equal(
            "InvalidStatus.ResourceStatus 400: The resource is not in a valid state for the operation.",
        );
    });

    for (const setting of ["refused", "allowed"] as const) {
        it(`of one's own VBR to another account's CEN are ${setting} where the guess says so, and of a VPC always allowed`, async () => {
            await restart({ borderRouterGrantToOtherAccount: setting });
            server.world.alibaba.cens.set("cen-other", {
                cenId: "cen-other",
                ownerId: foreignAccountId,
                name: "other",
                status: "Active",
            });
            const toOther = { CenId: "cen-other", CenOwnerId: foreignAccountId };
            const closed = "Invalid.Grant 400: Can not grant to other owner cen.";
            expect(await grant(toOther, ownKey)).to.equal(setting === "allowed" ? "accepted" : closed);
            const vpc = { InstanceType: "VPC", InstanceId: server.ids.alibabaVpcId };
            expect(await grant({ ...toOther, ...vpc }, ownKey)).to.equal("accepted");
            const attached = server.refusal(
                "cbn",
                "AttachCenChildInstance",
                {
                    CenId: "cen-other",
                    ChildInstanceId: server.order.vbrId,
                    ChildInstanceType: "VBR",
                    ChildInstanceRegionId: region,
                    ChildInstanceOwnerId: ownAccountId,
                },
                foreignKey,
            );
            expect(await attached).to.equal(setting === "allowed" ? "accepted" : notAuthorized);
        });
    }

    it("read in pages are one, unless MaxResults is set", async () => {
        await grant();
        await grant({ CenId: server.addBasicCen() });
        const { TotalCount, MaxResults, NextToken } = await ofResource();
        expect([TotalCount, MaxResults, NextToken]).to.deep.equal([2, 2, undefined]);
        const first = await ofResource({ MaxResults: "1" });
        const rest = await ofResource({ MaxResults: "1", NextToken: String(first.NextToken) });
        expect([first, rest].map((answer) => fieldsOf(at(answer, "GrantRules"), "CenId"))).to.deep.equal([
            [[server.ids.cenId]],
            [["cen-basic"]],
        ]);
        expect(rest).not.to.have.property("NextToken");
    });
});
