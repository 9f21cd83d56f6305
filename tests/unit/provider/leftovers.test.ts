import { expect } from "chai";

import { bgpAuthKeyHandler } from "../../../provider/bgpAuthKey/handler";
import { borderRouterHandler } from "../../../provider/borderRouter/handler";
import { preflightHandler, type PreflightInputs } from "../../../provider/preflight/handler";
import {
    fakeClouds,
    makeAttachment,
    makeBorderRouter,
    makeGateway,
    makeVirtualInterface,
    type FakeState,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const made = (id: string): Record<string, string> => ({ "multicloud-connection:made-for": id });

interface Kind {
    destroy: (state: Partial<FakeState>, changes?: PreflightInputs) => Promise<void>;
    left: Partial<FakeState>;
    line: string;
    others: Record<string, Partial<FakeState>>;
}

/** What destroy says of what the state does not hold. */
const kinds = {
    "a gateway that was made for the VPC and never attached": {
        destroy: (state: Partial<FakeState>, changes: PreflightInputs = {}) =>
            preflightHandler.delete("preflight", { vpcId: "vpc-1", ...changes }, fakeContext(fakeClouds(state))),
        left: { vpnGateways: [makeGateway({ tags: made("vpc-1") })] },
        line:
            'Virtual private gateway vgw-1, made for VPC vpc-1, is left, and the state does not hold it: most likely an answer was lost. Set adopt: { vpnGatewayId: "vgw-1" }, run pulumi up and then pulumi destroy; ' +
            "or delete it (aws ec2 delete-vpn-gateway --vpn-gateway-id vgw-1) and run pulumi destroy again. If it is to stay, take its tag multicloud-connection:made-for away.",
        others: {
            "somebody else's": { vpnGateways: [makeGateway()] },
            "another VPC's": { vpnGateways: [makeGateway({ tags: made("vpc-2") })] },
            "one that is going": { vpnGateways: [makeGateway({ tags: made("vpc-1"), state: "deleting" })] },
            "another stack's on the same VPC": {
                vpnGateways: [
                    makeGateway({ tags: made("vpc-1"), attachments: [{ vpcId: "vpc-1", state: "attached" }] }),
                ],
            },
        },
    },
    "a virtual interface that was made for the VBR": {
        destroy: (state: Partial<FakeState>) =>
            bgpAuthKeyHandler.delete(
                "vbr-1/bgp-auth-key",
                { vbrId: "vbr-1", key: "key-of-the-backend", source: "cloud" },
                fakeContext(fakeClouds(state)),
            ),
        left: { virtualInterfaces: [makeVirtualInterface({ tags: made("vbr-1") })] },
        line:
            'Virtual interface dxvif-1, made for VBR vbr-1, is left, and the state does not hold it: most likely an answer was lost. Set adopt: { virtualInterfaceId: "dxvif-1" }, run pulumi up and then pulumi destroy; ' +
            "or delete it (aws directconnect delete-virtual-interface --virtual-interface-id dxvif-1) and run pulumi destroy again. If it is to stay, take its tag multicloud-connection:made-for away.",
        others: {
            "somebody else's": { virtualInterfaces: [makeVirtualInterface()] },
            "another link's": { virtualInterfaces: [makeVirtualInterface({ tags: made("vbr-2") })] },
            "one that is going": {
                virtualInterfaces: [
                    makeVirtualInterface({ tags: made("vbr-1"), virtualInterfaceState: "deleting" }),
                    makeVirtualInterface({ tags: made("vbr-1"), virtualInterfaceState: "deleted" }),
                ],
            },
            "the one that was made when the key was replaced": {
                virtualInterfaces: [makeVirtualInterface({ tags: made("vbr-1"), authKey: "the-next-key" })],
            },
        },
    },
    "an attachment that was made for the VBR": {
        destroy: (state: Partial<FakeState>) =>
            borderRouterHandler.delete(
                "vbr-1",
                // On another CEN than the one that the link began with.
                { vbrId: "vbr-1", cenId: "cen-0", own: true, foreignOwnerId: "", regionId: "ap-southeast-1" },
                fakeContext(fakeClouds({ borderRouters: [makeBorderRouter({ cenIds: ["cen-1"] })], ...state })),
            ),
        left: { attachments: [makeAttachment({ tags: made("vbr-1") })] },
        line:
            'Attachment tr-attach-1 of VBR vbr-1 to transit router tr-1 is left, and the state does not hold it: most likely an answer was lost. Set adopt: { cenAttachmentId: "cen-1:tr-attach-1" }, run pulumi up and then pulumi destroy; ' +
            "or delete it (aliyun cbn DeleteTransitRouterVbrAttachment --TransitRouterAttachmentId tr-attach-1) and run pulumi destroy again. If it is to stay, take its tag multicloud-connection:made-for away.",
        others: {
            "somebody else's, one that was adopted as it is say": { attachments: [makeAttachment()] },
            "another link's": { attachments: [makeAttachment({ resourceId: "vbr-2", tags: made("vbr-2") })] },
            "one that is going": { attachments: [makeAttachment({ tags: made("vbr-1"), status: "Detaching" })] },
            "one to a Basic CEN, which takes no tag": { transitRouters: [] },
            "one of a VBR that is gone": { attachments: [makeAttachment({ tags: made("vbr-1") })], borderRouters: [] },
        },
    },
} satisfies Record<string, Kind>;

for (const [what, { destroy, left, line, others }] of Object.entries<Kind>(kinds)) {
    describe(`${what}, and is left when all else is destroyed`, () => {
        it("is named, with both ways to go on", async () => {
            expect((await errorOf(destroy(left))).message).to.equal(line);
        });

        for (const [other, state] of Object.entries(others)) {
            it(`is not ${other}`, async () => {
                await destroy(state);
            });
        }
    });
}

describe("a destroy that looks for what is left", () => {
    const gateway = kinds["a gateway that was made for the VPC and never attached"];

    it("asks nobody where the link ends in an existing gateway, nor for state of an earlier version", async () => {
        await gateway.destroy(gateway.left, { vpnGatewayId: "vgw-9" });
        await gateway.destroy(gateway.left, { vpcId: undefined });
    });

    it("is not blocked where the credentials do not see: a warning", async () => {
        const context = fakeContext(fakeClouds());
        context.clouds.aws.describeVpnGatewaysMadeFor = () =>
            Promise.reject(new Error("AWS says UnauthorizedOperation. Grant this permission to the caller."));
        await preflightHandler.delete("preflight", { vpcId: "vpc-1" }, context);
        expect(context.lines).to.deep.equal([
            [
                "warn",
                "Whether a virtual private gateway is left that the state does not hold, nobody could see. AWS says UnauthorizedOperation. Grant this permission to the caller.",
            ],
        ]);
    });
});
