import { expect } from "chai";

import type { Action } from "../../simulator/action";
import { grantInstanceToTransitRouter } from "../../simulator/alibaba/cbn/transitRouterGrants";
import { grantInstanceToCen } from "../../simulator/alibaba/vpc/grants";
import { accessPointId } from "../../simulator/scenarios/order";
import { callAction } from "../../simulator/call";
import { bgpCounts, rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";

/** Alibaba Cloud's own account grants its VBR, as its support would after a ticket. */
function grant({ simulator: { world, description } }: Rehearsal, action: Action, instanceType: string): void {
    const { alibabaAccountId, alibabaVendorAccountId } = world.accounts;
    callAction(
        action === grantInstanceToCen ? "vpc" : "cbn",
        action,
        {
            world,
            caller: {
                cloud: "alibaba",
                accountId: alibabaVendorAccountId,
                region: "ap-southeast-1",
                arn: `acs:ram::${alibabaVendorAccountId}:user/support`,
                accessKeyId: "LTAIsupport",
            },
        },
        {
            CenId: description.world.cenId,
            CenOwnerId: alibabaAccountId,
            InstanceId: description.world.vbrId,
            InstanceType: instanceType,
        },
        "wire",
    );
}

function missingGrant({ simulator: { description, world } }: Rehearsal, action: string, type: string): string {
    const { cenId, vbrId } = description.world;
    return (
        `VBR ${vbrId} belongs to another account (most likely ${world.accounts.alibabaVendorAccountId}), which has not granted it to CEN ${cenId}. ` +
        `Ask Alibaba Cloud to grant it (${action} with CenId ${cenId}, CenOwnerId ${world.accounts.alibabaAccountId}, InstanceId ${vbrId}, InstanceType ${type}), then run pulumi up again.`
    );
}

describe("a VBR of Alibaba Cloud's own account, on a transit router", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse({ scenario: "foreign-vbr", guesses: { foreignBorderRouterGrant: "none" } });
    });
    after(() => rehearsal.end());

    it("that nobody has granted to the CEN: one line, before anything is written", async () => {
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({
            failed: true,
            diagnostics: [
                `error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: ${missingGrant(rehearsal, "GrantInstanceToTransitRouter", "ExpressConnect")}`,
            ],
        });
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });

    it("that is granted: the same program comes up, names the owner, and writes nothing on the VBR", async () => {
        grant(rehearsal, grantInstanceToTransitRouter, "ExpressConnect");
        rehearsal.simulator.world.log.length = 0;
        const before = worldOf(rehearsal.simulator);
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        const { accounts, alibaba } = rehearsal.simulator.world;
        const attachments = [...alibaba.attachments.values()].filter(({ kind }) => kind === "VBR");
        expect(attachments.map(({ resourceOwnerId }) => resourceOwnerId)).to.deep.equal([
            accounts.alibabaVendorAccountId,
        ]);
        const { verification } = (await rehearsal.stack.outputs()) as { verification: { bgpStatus: string } };
        expect(verification.bgpStatus).to.equal("up");
        expect(writesOf(rehearsal.simulator).filter((action) => /Bgp|BorderRouter/.test(action))).to.deep.equal([]);
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        expect((await rehearsal.stack.destroy()).failed).to.equal(false);
        // BGP is the backend's, and stays.
        expect(worldOf(rehearsal.simulator)).to.deep.equal(before);
        expect(bgpCounts(rehearsal.simulator)).to.deep.equal([1, 1]);
    });
});

describe("a VBR of Alibaba Cloud's own account, on a Basic CEN", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse({
            scenario: "basic-cen",
            guesses: {
                borderRouterOwner: "alibaba",
                backendMakesBgp: "group-and-peer",
                foreignBorderRouterGrant: "none",
            },
        });
        // Found by its access point, so that Preflight knows nothing of it.
        const { cen } = rehearsal.args.alibaba;
        await rehearsal.stack.setArgs({ ...rehearsal.args, alibaba: { accessPointId, cen } });
    });
    after(() => rehearsal.end());

    it("that nobody has granted to the CEN: one line, before the attachment", async () => {
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect(failed).to.equal(true);
        expect(diagnostics[0]).to.equal(
            `error: before hook "link-cen-attachment-unmanaged" failed: ${missingGrant(rehearsal, "GrantInstanceToCen", "VBR")}`,
        );
        expect(writesOf(rehearsal.simulator)).to.not.include("AttachCenChildInstance");
    });

    it("that is granted: the same program goes on where it stopped, and names the owner", async () => {
        grant(rehearsal, grantInstanceToCen, "VBR");
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        const { accounts, alibaba } = rehearsal.simulator.world;
        expect(
            alibaba.cenChildren.map(({ childInstanceType, childInstanceOwnerId }) => [
                childInstanceType,
                childInstanceOwnerId,
            ]),
        ).to.deep.equal([
            ["VPC", accounts.alibabaAccountId],
            ["VBR", accounts.alibabaVendorAccountId],
        ]);
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        expect((await rehearsal.stack.destroy()).failed).to.equal(false);
        expect(alibaba.cenChildren.map(({ childInstanceType }) => childInstanceType)).to.deep.equal(["VPC"]);
    });
});
