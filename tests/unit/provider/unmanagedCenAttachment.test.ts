import { expect } from "chai";

import { unmanagedBasicCenAttachment, unmanagedCenAttachment } from "../../../provider/beforeCreation";
import { fakeClouds, makeBorderRouter, type FakeState } from "../../support/fakeClouds";

/** The action and the type by which the owner grants it. */
const grants: Record<string, [string, string]> = {
    "a transit router": ["GrantInstanceToTransitRouter", "ExpressConnect"],
    "a Basic CEN": ["GrantInstanceToCen", "VBR"],
};
const ways = {
    "a transit router": (state: Partial<FakeState>) =>
        unmanagedCenAttachment({ cenId: "cen-1", transitRouterId: "tr-1", vbrId: "vbr-1" }, fakeClouds(state)),
    "a Basic CEN": (state: Partial<FakeState>) =>
        unmanagedBasicCenAttachment(
            {
                instanceId: "cen-1",
                childInstanceId: "vbr-1",
                childInstanceType: "VBR",
                childInstanceRegionId: "ap-southeast-1",
            },
            fakeClouds(state),
        ),
};

for (const [sort, look] of Object.entries(ways)) {
    describe(`before a VBR is attached to ${sort}`, () => {
        it("nothing is said of one that hangs on nothing, or that its owner has granted", async () => {
            expect(await look({})).to.equal(undefined);
            const granted = { grants: [{ vbrId: "vbr-1", cenId: "cen-1", ownerId: "9999999999999999" }] };
            expect(await look({ borderRouters: [makeBorderRouter({ own: false })], ...granted })).to.equal(undefined);
        });

        it("one on another CEN is refused", async () => {
            expect(await look({ borderRouters: [makeBorderRouter({ cenIds: ["cen-2"] })] })).to.equal(
                "VBR vbr-1 is attached to CEN cen-2 already, and hangs on one CEN at most, in one way. Detach it there and run pulumi up again.",
            );
        });

        it("a foreign one is refused as long as its owner has not granted it to this very CEN", async () => {
            const [action, type] = grants[sort] ?? [];
            const toAnother = { grants: [{ vbrId: "vbr-1", cenId: "cen-2", ownerId: "9999999999999999" }] };
            expect(await look({ borderRouters: [makeBorderRouter({ own: false })], ...toAnother })).to.equal(
                `VBR vbr-1 belongs to another account (most likely 9999999999999999), which has not granted it to CEN cen-1. Ask Alibaba Cloud to grant it (${action} with CenId cen-1, CenOwnerId 1234567890123456, InstanceId vbr-1, InstanceType ${type}), then run pulumi up again.`,
            );
        });
    });
}

describe("before a VBR is attached to a Basic CEN a second time", () => {
    it("the line that uses the attachment as it is", async () => {
        expect(await ways["a Basic CEN"]({ borderRouters: [makeBorderRouter({ cenIds: ["cen-1"] })] })).to.equal(
            'VBR vbr-1 is attached to CEN cen-1 already, which this stack does not manage. Set alibaba.cen.attachmentId: "cen-1:vbr-1:VBR:ap-southeast-1" to use it as it is, or detach it, and run pulumi up again.',
        );
    });
});
