import { expect } from "chai";

import { unmanagedBasicCenAttachment, unmanagedCenAttachment } from "../../../../provider/unmanaged/cenAttachment";
import { fakeClouds, makeAttachment, makeBorderRouter, type FakeState } from "../../../support/fakeClouds";

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
    it("the line that adopts the attachment, and the one that uses it as it is", async () => {
        expect(await ways["a Basic CEN"]({ borderRouters: [makeBorderRouter({ cenIds: ["cen-1"] })] })).to.equal(
            'VBR vbr-1 is attached to CEN cen-1 already, which this stack does not manage. If it is this link\'s, set adopt: { cenAttachmentId: "cen-1:vbr-1:VBR:ap-southeast-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ' +
                'If it is not, set alibaba.cen.attachmentId: "cen-1:vbr-1:VBR:ap-southeast-1" to use it as it is, or detach it (aliyun cbn DetachCenChildInstance --CenId cen-1 --ChildInstanceId vbr-1 --ChildInstanceType VBR --ChildInstanceRegionId ap-southeast-1), and run pulumi up again.',
        );
    });
});

describe("before a VBR is attached to a transit router a second time", () => {
    it("the line that adopts the attachment, and the one that uses it as it is", async () => {
        const others = [
            makeAttachment({ attachmentId: "tr-attach-8", resourceId: "vbr-8" }),
            makeAttachment({ attachmentId: "tr-attach-9", transitRouterId: "tr-9" }),
        ];
        expect(await ways["a transit router"]({ attachments: [...others, makeAttachment()] })).to.equal(
            'VBR vbr-1 is attached to transit router tr-1 already (tr-attach-1), which this stack does not manage. If it is this link\'s, set adopt: { cenAttachmentId: "cen-1:tr-attach-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ' +
                'If it is not, set alibaba.cen.attachmentId: "tr-attach-1" to use it as it is (its association, propagation and publishing are then not this stack\'s), or delete it (aliyun cbn DeleteTransitRouterVbrAttachment --TransitRouterAttachmentId tr-attach-1), and run pulumi up again.',
        );
        expect(await ways["a transit router"]({ attachments: others })).to.equal(undefined);
    });

    it("one that is being taken away is waited for", async () => {
        expect(await ways["a transit router"]({ attachments: [makeAttachment({ status: "Detaching" })] })).to.equal(
            "VBR vbr-1 is attached to transit router tr-1 already (tr-attach-1), which is being taken away. Run pulumi up again once it is gone.",
        );
    });
});
