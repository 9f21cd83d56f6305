import { expect } from "chai";

import { startCen, type CenServer } from "./alibabaCen";
import {
    at,
    foreignAccountId,
    foreignKey,
    ownKey,
    vendorKey,
    type Answer,
    type Key,
    type Query,
} from "./alibabaServer";

const ownAccountId = "1234567890123456";
const vendorAccountId = "1000000000000001";
const notAuthorized =
    "Forbbiden.AttachChildInstanceAcrossUid 409: Operation is invalid because the child-instance is not authorized to CEN.";
const unknownVbr = "InvalidVbr.NotFound 404: Specified vbr does not exist.";

describe("grants of a VBR to a CEN on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen({ borderRouterOwner: "alibaba", foreignBorderRouterGrant: "none" });
    });

    afterEach(() => server.close());

    const restart = async (...guesses: Parameters<typeof startCen>): Promise<void> => {
        await server.close();
        server = await startCen(...guesses);
    };
    const instance = (): Query => ({ InstanceId: server.order.vbrId, InstanceType: "VBR" });
    const rule = (changes: Query = {}): Query => ({
        ...instance(),
        CenId: server.ids.cenId,
        CenOwnerId: ownAccountId,
        ...changes,
    });
    const grant = (changes?: Query, key: Key = vendorKey): Promise<string> =>
        server.refusal("vpc", "GrantInstanceToCen", rule(changes), key);
    const grantsOfInstance = async (key: Key = vendorKey): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeGrantRulesToCen", instance(), key), "CenGrantRules", "CbnGrantRule");
    const grantsOfCen = async (changes: Query = {}): Promise<Answer[]> => {
        const query = { CenId: server.ids.cenId, ProductType: "VBR", ...changes };
        return at(await server.call("cbn", "DescribeGrantRulesToCen", query), "GrantRules", "GrantRule");
    };
    const attachChild = (changes: Query = {}): Promise<string> =>
        server.refusal(
            "cbn",
            "AttachCenChildInstance",
            server.newChild({ ChildInstanceOwnerId: vendorAccountId, ...changes }),
        );

    it("are shown to the VBR's owner and to the CEN's, each by an action of its own", async () => {
        expect(await grant()).to.equal("accepted");
        expect(await grantsOfInstance()).to.deep.equal([
            {
                CenInstanceId: server.ids.cenId,
                CenOwnerId: Number(ownAccountId),
                CreationTime: "2026-01-01T00:00:00Z",
            },
        ]);
        expect(await grantsOfCen()).to.deep.equal([
            {
                CenId: server.ids.cenId,
                CenOwnerId: Number(ownAccountId),
                ChildInstanceId: server.order.vbrId,
                ChildInstanceOwnerId: Number(vendorAccountId),
                ChildInstanceRegionId: "ap-southeast-1",
                ChildInstanceType: "VBR",
                CreateTime: Date.UTC(2026, 0, 1),
                OrderType: "PayByCenOwner",
            },
        ]);
        expect((await grantsOfCen({ ChildInstanceId: server.order.vbrId })).length).to.equal(1);
        expect(await grantsOfCen({ ChildInstanceOwnerId: ownAccountId })).to.deep.equal([]);
        expect(await grantsOfCen({ ProductType: "VPC" })).to.deep.equal([]);
        const wrongType = { CenId: server.ids.cenId, ProductType: "Cloud" };
        expect(await server.refusal("cbn", "DescribeGrantRulesToCen", wrongType)).to.equal(
            "IllegalParam.ProductType 400: The specified ProductType is illegal.",
        );
    });

    it("let a foreign VBR be attached to a Basic CEN by whoever names its owner, until revoked", async () => {
        const ofCen = { CenId: server.addBasicCen() };
        expect(await attachChild()).to.equal(notAuthorized);
        expect(await grant(ofCen)).to.equal("accepted");
        expect(await server.refusal("vpc", "RevokeInstanceFromCen", rule(ofCen), vendorKey)).to.equal("accepted");
        expect(await attachChild()).to.equal(notAuthorized);
        expect(await grant(ofCen)).to.equal("accepted");
        expect(await attachChild({ ChildInstanceOwnerId: undefined })).to.match(/^ParameterInstanceId 400: /);
        expect(await attachChild()).to.equal("accepted");
    });

    it("are good for the CEN that they name alone", async () => {
        await grant();
        server.addBasicCen();
        expect(await attachChild()).to.equal(notAuthorized);
    });

    it("are made, read and revoked by the VBR's owner alone", async () => {
        for (const action of ["GrantInstanceToCen", "RevokeInstanceFromCen", "DescribeGrantRulesToCen"]) {
            expect(await server.refusal("vpc", action, rule()), action).to.equal(unknownVbr);
        }
        expect(
            await server.refusal(
                "cbn",
                "DescribeGrantRulesToCen",
                { CenId: server.ids.cenId, ProductType: "VBR" },
                vendorKey,
            ),
        ).to.match(/^InvalidCenId\.NotFound 400: /);
    });

    const refused: [string, Query, string][] = [
        ["no VBR", { InstanceId: undefined }, "MissingInstanceId 400: InstanceId is mandatory for this action."],
        ["no type", { InstanceType: undefined }, "MissingInstanceType 400: InstanceType is mandatory for this action."],
        ["no CEN", { CenId: undefined }, "MissingCenId 400: CenId is mandatory for this action."],
        ["no owner", { CenOwnerId: undefined }, "MissingCenOwnerId 400: CenOwnerId is mandatory for this action."],
        ["another type", { InstanceType: "CCN" }, "InstanceType.Invalid 404: Specified type is not valid."],
        ["an unknown VBR", { InstanceId: "vbr-none" }, unknownVbr],
        [
            "an unknown VPC",
            { InstanceId: "vpc-none", InstanceType: "VPC" },
            "InvalidInstanceId.NotFound 404: Specified Instance does not exist.",
        ],
        [
            "an unknown region",
            { RegionId: "nowhere" },
            "InvalidRegionId.NotFound 404: The RegionId provided does not exist in our records.",
        ],
        [
            "another owner than the CEN's",
            { CenOwnerId: foreignAccountId },
            "IllegalParam.CenInstanceId 400: The param of CenInstanceId is illegal.",
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
        expect(await grant()).to.equal("IncorrectStatus 400: Current Instance status does not support this operation.");
    });

    it("have a quota an instance; one that is there already takes no second place", async () => {
        await restart(
            { borderRouterOwner: "alibaba", foreignBorderRouterGrant: "none" },
            { quotas: { cenGrantsPerInstance: 1 } },
        );
        expect(await grant()).to.equal("accepted");
        expect(await grant()).to.equal("accepted");
        expect((await grantsOfInstance()).length).to.equal(1);
        expect(await grant({ CenId: server.addBasicCen() })).to.equal(
            "QuotaExceeded.CbnGrantRules 404: cbn grantRules per instance quota exceed",
        );
    });

    for (const setting of ["refused", "allowed"] as const) {
        it(`of one's own VBR to another account's CEN are ${setting} where the guess says so`, async () => {
            await restart({ borderRouterGrantToOtherAccount: setting });
            server.world.alibaba.cens.set("cen-other", {
                cenId: "cen-other",
                ownerId: foreignAccountId,
                name: "other",
                status: "Active",
            });
            const asked = grant({ CenId: "cen-other", CenOwnerId: foreignAccountId }, ownKey);
            const closed = "Invalid.Grant 400: Can not grant to other owner cen.";
            expect(await asked).to.equal(setting === "allowed" ? "accepted" : closed);
            const attached = server.refusal(
                "cbn",
                "AttachCenChildInstance",
                {
                    CenId: "cen-other",
                    ChildInstanceId: server.order.vbrId,
                    ChildInstanceType: "VBR",
                    ChildInstanceRegionId: "ap-southeast-1",
                    ChildInstanceOwnerId: ownAccountId,
                },
                foreignKey,
            );
            expect(await attached).to.equal(setting === "allowed" ? "accepted" : notAuthorized);
        });
    }

    it("of one's own VBR to one's own CEN are good for nothing, and accepted", async () => {
        await restart();
        expect(await server.refusal("vpc", "GrantInstanceToCen", rule())).to.equal("accepted");
    });
});
