import { expect } from "chai";

import type { PolicyArgs } from "../../../../provider/policies/args";
import { requiredRamPolicy } from "../../../../provider/policies/requiredPolicies";
import { actionsOf, args, grantsOf, inSingapore } from "./statements";

function ram(action: string, changes: Partial<PolicyArgs> = {}): string[] {
    return grantsOf(action, requiredRamPolicy({ ...args, ...inSingapore, for: "up", ...changes }).Statement);
}

describe("the policy for Alibaba Cloud", () => {
    it("of a preview and the doctor only reads", () => {
        const reading = /:(Describe|Get|List)/;
        expect(
            actionsOf(requiredRamPolicy({ ...args, for: "preview" })).filter((name) => !reading.test(name)),
        ).to.deep.equal([]);
    });

    it("of an up writes the VBR's BGP, and its attachment to the transit router", () => {
        const before = actionsOf(requiredRamPolicy({ ...args, for: "preview" }));
        const after = actionsOf(requiredRamPolicy({ ...args, for: "up" }));
        expect(after.filter((action) => !before.includes(action))).to.deep.equal([
            "cen:AssociateTransitRouterAttachmentWithRouteTable",
            "cen:CreateTransitRouterVbrAttachment",
            "cen:DeleteTransitRouterVbrAttachment",
            "cen:DisableTransitRouterRouteTablePropagation",
            "cen:DissociateTransitRouterAttachmentFromRouteTable",
            "cen:EnableTransitRouterRouteTablePropagation",
            "cen:TagResources",
            "cen:UntagResources",
            "cen:UpdateTransitRouterVbrAttachmentAttribute",
            "vpc:CreateBgpGroup",
            "vpc:CreateBgpPeer",
            "vpc:DeleteBgpGroup",
            "vpc:DeleteBgpPeer",
            "vpc:ModifyBgpGroupAttribute",
            "vpc:ModifyBgpPeerAttribute",
        ]);
    });

    it("names what the program names, in its account, and in its region where there is one", () => {
        expect(ram("vpc:CreateBgpGroup")).to.deep.equal([
            "acs:vpc:ap-southeast-1:123456789012:virtualborderrouter/vbr-1",
        ]);
        expect(ram("cen:CreateTransitRouterVbrAttachment")).to.deep.equal([
            "acs:cen:*:123456789012:ceninstance/cen-1",
            "acs:cen:*:123456789012:centransitrouter/tr-1",
        ]);
        const unknown = { cen: { cenId: Promise.resolve("cen-1"), transitRouterId: Promise.resolve("tr-1") } };
        expect(ram("cen:CreateTransitRouterVbrAttachment", { alibaba: unknown })).to.deep.equal([
            "acs:cen:*:123456789012:ceninstance/*",
            "acs:cen:*:123456789012:centransitrouter/*",
        ]);
        expect(ram("vpc:CreateBgpGroup", { alibaba: unknown })).to.deep.equal([
            "acs:vpc:ap-southeast-1:123456789012:virtualborderrouter/*",
        ]);
    });

    it("of a Basic CEN makes the VBR its child, and knows no transit router's route tables", () => {
        const changes = { alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1" } } };
        const actions = actionsOf(requiredRamPolicy({ ...args, ...changes, for: "up" }));
        expect(actions.filter((action) => /^cen:(?!Describe)/.test(action))).to.deep.equal([
            "cen:AttachCenChildInstance",
            "cen:DetachCenChildInstance",
            "cen:ListTransitRouters",
        ]);
        expect(ram("cen:AttachCenChildInstance", changes)).to.deep.equal([
            "acs:cen:*:123456789012:ceninstance/cen-1",
            "acs:vpc:*:*:virtualborderrouter/vbr-1",
        ]);
    });

    it("leaves an attachment that is managed elsewhere alone", () => {
        const ofRouter = { alibaba: { cen: { cenId: "cen-1", transitRouterId: "tr-1", attachmentId: "tr-attach-1" } } };
        const ofCen = { alibaba: { cen: { cenId: "cen-1", attachmentId: "cen-1:vbr-1:VBR:ap-southeast-1" } } };
        for (const changes of [ofRouter, ofCen]) {
            const actions = actionsOf(requiredRamPolicy({ ...args, ...changes, for: "up" }));
            expect(actions.filter((action) => /^cen:(?!Describe|List)/.test(action))).to.deep.equal([]);
        }
    });

    it("joins the VPCs' attachments to route tables only where the program wishes so", () => {
        const { alibaba } = args;
        const cen = { ...alibaba.cen, attachmentId: "tr-attach-1" };
        const changes = { alibaba: { ...alibaba, cen, manageVpcRoutes: true } };
        const actions = actionsOf(requiredRamPolicy({ ...args, ...changes, for: "up" }));
        expect(actions.filter((action) => /^cen:(?!Describe|List)/.test(action))).to.deep.equal([
            "cen:AssociateTransitRouterAttachmentWithRouteTable",
            "cen:DisableTransitRouterRouteTablePropagation",
            "cen:DissociateTransitRouterAttachmentFromRouteTable",
            "cen:EnableTransitRouterRouteTablePropagation",
            "cen:TagResources",
            "cen:UntagResources",
            "cen:UpdateTransitRouterVpcAttachmentAttribute",
        ]);
    });
});
