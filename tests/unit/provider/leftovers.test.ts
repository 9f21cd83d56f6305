import { expect } from "chai";

import type { Clouds } from "../../../provider/clouds/clouds";
import { CloudCallError } from "../../../provider/clouds/errors";
import { bgpAuthKeyHandler } from "../../../provider/bgpAuthKey/handler";
import { borderRouterHandler } from "../../../provider/borderRouter/handler";
import { leftoverCheckHandler, type LeftoverCheckInputs } from "../../../provider/leftoverCheck/handler";
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

    it("only says that a VBR stays on a Basic CEN, whoever has attached it", async () => {
        const state = { borderRouters: [makeBorderRouter({ cenIds: ["cen-1"] })], transitRouters: [] };
        const context = fakeContext(fakeClouds(state));
        const outputs = { vbrId: "vbr-1", own: true, foreignOwnerId: "", regionId: "ap-southeast-1" };
        await borderRouterHandler.delete("vbr-1", outputs, context);
        expect(context.lines).to.deep.equal([
            [
                "info",
                "VBR vbr-1 stays attached to CEN cen-1, which the state does not hold. If that was this link's, detach it (aliyun cbn DetachCenChildInstance --CenId cen-1 --ChildInstanceId vbr-1 --ChildInstanceType VBR --ChildInstanceRegionId ap-southeast-1).",
            ],
        ]);
    });

    it("is not blocked where the credentials do not see: a warning", async () => {
        const context = fakeContext(fakeClouds());
        refusing(context.clouds, "AWS says UnauthorizedOperation. Grant this permission to the caller.", "lasting");
        await preflightHandler.delete("preflight", { vpcId: "vpc-1" }, context);
        expect(context.lines).to.deep.equal([
            [
                "warn",
                "Whether a virtual private gateway is left that the state does not hold, nobody could see. AWS says UnauthorizedOperation. Grant this permission to the caller.",
            ],
        ]);
    });

    it("fails where the look may succeed another time: what is left must not be lost from sight", async () => {
        const context = fakeContext(fakeClouds());
        refusing(context.clouds, "AWS says Throttling.", "passing");
        const error = await errorOf(preflightHandler.delete("preflight", { vpcId: "vpc-1" }, context));
        expect(error.message).to.equal("AWS says Throttling.");
    });
});

function refusing({ aws }: Clouds, message: string, kind: "lasting" | "passing"): void {
    aws.describeVpnGatewaysMadeFor = () =>
        Promise.reject(new CloudCallError(message, "Code", { cause: undefined, kind }));
}

describe("LeftoverCheck", () => {
    const gateway = { vpnGatewayId: "vgw-1", vpcId: "vpc-1" };
    const legs = { transitRouterAttachmentId: "tr-attach-1", transitRouterRouteTableId: "vtb-1" };
    const leg = { attachmentId: "tr-attach-1", routeTableId: "vtb-1", status: "Active" };
    const destroy = (inputs: LeftoverCheckInputs, state: Partial<FakeState>): Promise<void> =>
        leftoverCheckHandler.delete("leftover-check", inputs, fakeContext(fakeClouds(state)));
    const on = (vpcId: string, state: string): Partial<FakeState> => ({
        vpnGateways: [makeGateway({ attachments: [{ vpcId, state }] })],
    });

    it("names the attachment of the gateway, which cannot be adopted, and the command that detaches it", async () => {
        for (const state of ["attaching", "attached"]) {
            expect((await errorOf(destroy(gateway, on("vpc-1", state)))).message).to.equal(
                "The attachment of virtual private gateway vgw-1 to VPC vpc-1 is left, and the state does not hold it: most likely an answer was lost. Delete it (aws ec2 detach-vpn-gateway --vpn-gateway-id vgw-1 --vpc-id vpc-1) and run pulumi destroy again.",
            );
        }
    });

    it("names the association, and then the propagation, with the line that adopts it", async () => {
        const lost = "is left, and the state does not hold it: most likely an answer was lost.";
        const ends = "--TransitRouterAttachmentId tr-attach-1 --TransitRouterRouteTableId vtb-1";
        expect((await errorOf(destroy(legs, { associations: [leg], propagations: [leg] }))).message).to.equal(
            `The association of attachment tr-attach-1 with route table vtb-1 ${lost} Set adopt: { cenAssociationId: "tr-attach-1:vtb-1" }, run pulumi up and then pulumi destroy; or delete it (aliyun cbn DissociateTransitRouterAttachmentFromRouteTable ${ends}) and run pulumi destroy again.`,
        );
        expect((await errorOf(destroy(legs, { propagations: [leg] }))).message).to.equal(
            `The propagation of attachment tr-attach-1 to route table vtb-1 ${lost} Set adopt: { cenPropagationId: "tr-attach-1:vtb-1" }, run pulumi up and then pulumi destroy; or delete it (aliyun cbn DisableTransitRouterRouteTablePropagation ${ends}) and run pulumi destroy again.`,
        );
    });

    it("names one with another route table, which no program would make, by the command alone", async () => {
        const propagations = [{ ...leg, routeTableId: "vtb-2" }];
        expect((await errorOf(destroy(legs, { propagations }))).message).to.equal(
            "The propagation of attachment tr-attach-1 to route table vtb-2 is left, and the state does not hold it: most likely an answer was lost. Delete it (aliyun cbn DisableTransitRouterRouteTablePropagation --TransitRouterAttachmentId tr-attach-1 --TransitRouterRouteTableId vtb-2) and run pulumi destroy again.",
        );
    });

    it("says nothing where all is gone or going, or elsewhere", async () => {
        for (const state of [on("vpc-1", "detached"), on("vpc-1", "detaching"), on("vpc-2", "attached")]) {
            await destroy(gateway, state);
        }
        await destroy(gateway, { vpnGateways: [] });
        const going = {
            associations: [{ ...leg, status: "Dissociating" }],
            propagations: [{ ...leg, status: "Disabling" }],
        };
        await destroy(legs, going);
        await destroy(legs, { associations: [{ ...leg, attachmentId: "tr-attach-9" }] });
    });

    it("is updated in place where it is to look elsewhere, and by nothing else", () => {
        const changed = { changes: true, replaces: [] };
        expect(leftoverCheckHandler.diff("", gateway, { ...gateway, vpnGatewayId: "vgw-2" })).to.deep.equal(changed);
        expect(leftoverCheckHandler.diff("", legs, { ...legs, transitRouterRouteTableId: "vtb-2" })).to.deep.equal(
            changed,
        );
        const otherwise = { ...gateway, resourceUrn: "urn:another" };
        expect(leftoverCheckHandler.diff("", gateway, otherwise)).to.deep.equal({ changes: false, replaces: [] });
    });
});
