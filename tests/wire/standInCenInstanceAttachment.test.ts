import { expect } from "chai";

import { errorOf } from "../support/rejects";
import { startStandIns, urnOf, type Made, type StandIns } from "./standIns";

const region = "ap-southeast-1";

describe("the stand-in for alicloud.cen.InstanceAttachment", () => {
    let standIns: StandIns;
    let vbrId: string;
    let cenId: string;

    beforeEach(async () => {
        standIns = await startStandIns({ scenario: "basic-cen" });
        ({ vbrId = "", cenId } = standIns.simulator.description.world);
    });
    afterEach(() => standIns.stop());

    const inputs = (changes: object = {}): Record<string, unknown> => ({
        instanceId: cenId,
        childInstanceId: vbrId,
        childInstanceType: "VBR",
        childInstanceRegionId: region,
        ...changes,
    });
    const attach = (changes: object = {}): Promise<Made> => standIns.make("cenInstanceAttachment", inputs(changes));
    const children = (): [string, string][] =>
        standIns.simulator.world.alibaba.cenChildren.map(({ childInstanceType, status }) => [
            childInstanceType,
            status,
        ]);

    it("attaches, waits until it is Attached, and answers what the cloud has", async () => {
        const { id, outputs } = await attach();
        expect(id).to.equal(`${cenId}:${vbrId}:VBR:${region}`);
        expect(outputs).to.deep.equal(inputs({ childInstanceOwnerId: 1234567890123456, status: "Attached" }));
        expect(children()).to.deep.equal([
            ["VPC", "Attached"],
            ["VBR", "Attached"],
        ]);
    });

    it("repeats the call while another child is being attached", async () => {
        const [vpc] = standIns.simulator.world.alibaba.cenChildren;
        const states = ["Attaching", "Attaching"];
        Object.defineProperty(vpc, "status", { get: () => states.pop() ?? "Attached" });
        await attach();
        const outcomes = standIns.simulator.world.log
            .filter(({ action }) => action === "AttachCenChildInstance")
            .map(({ outcome }) => outcome);
        expect(outcomes).to.deep.equal(["Operation.Blocking", "Operation.Blocking", "ok"]);
    });

    it("passes on what repeating does not help", async () => {
        await attach();
        const error = await errorOf(attach());
        expect(error.message).to.equal(
            "creating InstanceAttachment: InvalidOperation.ChildInstanceAlreadyAttached: Operation is invalid because the child-instance has already been attached to another CEN.",
        );
    });

    it("is imported by its ID of four parts, with complete inputs", async () => {
        const { urn, id, outputs } = await attach();
        const read = await standIns.read(urn, id, {});
        expect(read.outputs).to.deep.equal(outputs);
        expect(read.inputs).to.deep.equal(inputs({ childInstanceOwnerId: 1234567890123456 }));
        // The engine compares what was read with the program.
        const { changes } = await standIns.diff(urn, id, outputs, inputs(), { oldInputs: read.inputs });
        expect(changes).to.equal("none");
        const malformed = await errorOf(standIns.read(urn, `${cenId}:${vbrId}`, {}));
        expect(malformed.message).to.equal(`Invalid Resource Id ${cenId}:${vbrId}. Expected parts' length 4, got 2`);
    });

    it("is gone once it is detached, by whomever", async () => {
        const { urn, id, outputs } = await attach();
        const { alibaba } = standIns.simulator.world;
        alibaba.cenChildren.splice(1, 1);
        expect((await standIns.read(urn, id, outputs, inputs())).id).to.equal("");
        await standIns.delete(urn, id, outputs);
    });

    it("detaches, waits until it is gone, and names the owners that it has", async () => {
        const { urn, id, outputs } = await attach();
        await standIns.delete(urn, id, outputs);
        expect(children()).to.deep.equal([["VPC", "Attached"]]);
        const { input } = standIns.simulator.world.log.findLast(
            ({ action }) => action === "DetachCenChildInstance",
        ) ?? {
            input: {},
        };
        expect(input).to.deep.include({ ChildInstanceOwnerId: "1234567890123456", CenOwnerId: "" });
    });

    it("names the owner of a foreign child, which must have been granted", async () => {
        const { alibaba, accounts } = standIns.simulator.world;
        const owner = accounts.alibabaVendorAccountId;
        Object.assign(alibaba.borderRouters.get(vbrId) ?? {}, { ownerId: owner });
        const foreign = { childInstanceOwnerId: Number(owner) };
        expect((await errorOf(attach())).message).to.match(/^creating InstanceAttachment: ParameterInstanceId: /);
        expect((await errorOf(attach(foreign))).message).to.equal(
            "creating InstanceAttachment: Forbbiden.AttachChildInstanceAcrossUid: Operation is invalid because the child-instance is not authorized to CEN.",
        );
        alibaba.grants.push({
            madeBy: "GrantInstanceToCen",
            cenId,
            cenOwnerId: accounts.alibabaAccountId,
            instanceId: vbrId,
            instanceType: "VBR",
            instanceOwnerId: owner,
            regionId: region,
            creationTime: "2026-01-01T00:00:00.000Z",
            orderType: "PayByCenOwner",
        });
        expect((await attach(foreign)).outputs).to.deep.include(foreign);
    });

    it("in a preview writes nothing", async () => {
        const { id } = await standIns.create(urnOf("cenInstanceAttachment"), inputs(), { preview: true });
        expect(id).to.equal("");
        expect(children()).to.deep.equal([["VPC", "Attached"]]);
    });
});
