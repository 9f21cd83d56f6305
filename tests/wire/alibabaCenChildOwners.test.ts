import { expect } from "chai";

import { startCen, type CenServer } from "./alibabaCen";
import { fieldsOf, foreignAccountId, foreignKey, region, type Query } from "./alibabaServer";

const notGranted =
    "Forbbiden.AttachChildInstanceAcrossUid 409: Operation is invalid because the child-instance is not authorized to CEN.";
const foreign = {
    ChildInstanceId: "vpc-foreign",
    ChildInstanceType: "VPC",
    ChildInstanceOwnerId: foreignAccountId,
};

describe("children of a Basic CEN that belong to another account, on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
        server.addVpc("vpc-foreign", foreignAccountId);
    });

    afterEach(() => server.close());

    const refusal = (changes: Query, action = "AttachCenChildInstance"): Promise<string> =>
        server.refusal("cbn", action, server.newChild(changes));
    const grant = (cenId: string): void => {
        server.world.alibaba.grants.push({
            madeBy: "GrantInstanceToCen",
            cenId,
            cenOwnerId: server.world.accounts.alibabaAccountId,
            instanceId: "vpc-foreign",
            instanceType: "VPC",
            instanceOwnerId: foreignAccountId,
            regionId: region,
            creationTime: "2026-01-01T00:00:00.000Z",
            orderType: "PayByCenOwner",
        });
    };

    it("name their owner, who has granted them to that very CEN", async () => {
        expect(await refusal({ ...foreign, ChildInstanceOwnerId: undefined })).to.match(/^ParameterInstanceId 400: /);
        expect(await refusal(foreign)).to.equal(notGranted);
        grant("cen-another");
        expect(await refusal(foreign)).to.equal(notGranted);
        grant("cen-basic");
        expect(await refusal({ ...foreign, ChildInstanceOwnerId: "1" })).to.match(/^ParameterInstanceId 400: /);
        await server.attachChild(foreign);
        expect(fieldsOf(await server.children(), "ChildInstanceOwnerId")).to.deep.equal([[Number(foreignAccountId)]]);
    });

    it("are the CEN owner's to read, and also their own owner's to detach, who then names the CEN's", async () => {
        grant("cen-basic");
        await server.attachChild(foreign);
        const asForeigner = (action: string, changes: Query = {}): Promise<string> =>
            server.refusal("cbn", action, server.newChild({ ...foreign, ...changes }), foreignKey);
        for (const action of ["DescribeCenAttachedChildInstances", "DescribeCenAttachedChildInstanceAttribute"]) {
            expect(await asForeigner(action)).to.match(/^ParameterCenInstanceId 400: /);
        }
        expect(await asForeigner("AttachCenChildInstance")).to.match(/^ParameterCenInstanceId 400: /);
        expect(await asForeigner("DetachCenChildInstance")).to.match(/^ParameterCenInstanceId 400: /);
        const CenOwnerId = server.world.accounts.alibabaAccountId;
        expect(await refusal({ ...foreign, ChildInstanceOwnerId: "1" }, "DetachCenChildInstance")).to.match(
            /^ParameterInstanceId 400: /,
        );
        expect(await asForeigner("DetachCenChildInstance", { CenOwnerId })).to.equal("accepted");
        server.clock.advance(server.world.durations.attachmentDelete);
        expect(await server.children()).to.deep.equal([]);
    });

    it("stay attached whoever else asks", async () => {
        await server.attachChild();
        const CenOwnerId = server.world.accounts.alibabaAccountId;
        expect(
            await server.refusal("cbn", "DetachCenChildInstance", server.newChild({ CenOwnerId }), foreignKey),
        ).to.match(/^ParameterInstanceId 400: /);
        expect(fieldsOf(await server.children(), "Status")).to.deep.equal([["Attached"]]);
    });
});
