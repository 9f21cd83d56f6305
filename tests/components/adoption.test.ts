import { expect } from "chai";

import type * as Package from "../../index";
import { inputsOf, mockEngine, registrations, valueOf } from "./mocks";

const args = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1"] },
} satisfies Package.MultiCloudConnectionArgs;
const onBasicCen = { ...args, alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1" } } };

describe("MultiCloudConnection that adopts", () => {
    let multicloud: typeof Package;

    before(async () => {
        await mockEngine();
        multicloud = await import("../../index.js");
    });
    beforeEach(() => {
        registrations.length = 0;
    });

    /** The children that are imported, and their IDs. */
    const importsOf = async (given: Package.MultiCloudConnectionArgs): Promise<Record<string, string>> => {
        const link = new multicloud.MultiCloudConnection("link", given);
        await valueOf(link.verification);
        return Object.fromEntries(
            registrations.flatMap(({ name, importId }) => (importId === undefined ? [] : [[name, importId]])),
        );
    };
    const refusal = (given: Package.MultiCloudConnectionArgs): string => {
        try {
            new multicloud.MultiCloudConnection("link", given);
            return "";
        } catch (error) {
            return (error as Error).message;
        }
    };

    const adopt = {
        vpnGatewayId: "vgw-1",
        virtualInterfaceId: "dxvif-1",
        cenAttachmentId: "cen-1:tr-attach-1",
        cenAssociationId: "tr-attach-1:vtb-1",
        cenPropagationId: "tr-attach-1:vtb-1",
    };

    it("imports no child by default", async () => {
        expect(await importsOf(args)).to.deep.equal({});
    });

    it("imports each child by the ID of its official resource, and lets Preflight compare", async () => {
        expect(await importsOf({ ...args, adopt })).to.deep.equal({
            "link-vpn-gateway": "vgw-1",
            "link-virtual-interface": "dxvif-1",
            "link-cen-attachment": "cen-1:tr-attach-1",
            "link-cen-association": "tr-attach-1:vtb-1",
            "link-cen-propagation": "tr-attach-1:vtb-1",
        });
        expect(inputsOf("link-preflight")).to.deep.include({ adopt });
        expect(inputsOf("link-bgp-auth-key")).to.include({ virtualInterfaceId: "dxvif-1" });
    });

    it("imports an attachment to a Basic CEN", async () => {
        const cenAttachmentId = "cen-1:vbr-1:VBR:ap-southeast-1";
        expect(await importsOf({ ...onBasicCen, adopt: { cenAttachmentId } })).to.deep.equal({
            "link-cen-attachment": cenAttachmentId,
        });
    });

    it("refuses IDs of another form, and names that it does not know", () => {
        const given = {
            vpnGatewayId: "vpc-1",
            virtualInterfaceId: "dxcon-1",
            cenAttachmentId: "tr-attach-1",
            cenAssociationId: "tr-attach-1",
            cenPropagationId: "vtb-1:tr-attach-1",
            gatewayId: "vgw-1",
        };
        expect(refusal({ ...args, adopt: given })).to.equal(
            [
                "link: 6 arguments need a change:",
                '  - adopt.vpnGatewayId is "vpc-1"; it must be vgw-...',
                '  - adopt.virtualInterfaceId is "dxcon-1"; it must be dxvif-...',
                '  - adopt.cenAttachmentId is "tr-attach-1"; it must be cen-...:tr-attach-..., or on a Basic CEN cen-...:vbr-...:VBR:<region>',
                '  - adopt.cenAssociationId is "tr-attach-1"; it must be tr-attach-...:vtb-...',
                '  - adopt.cenPropagationId is "vtb-1:tr-attach-1"; it must be tr-attach-...:vtb-...',
                "  - adopt.gatewayId is nothing that can be adopted. Those that can: vpnGatewayId, virtualInterfaceId, cenAttachmentId, cenAssociationId, cenPropagationId.",
            ].join("\n"),
        );
    });

    it("refuses to adopt what another argument leaves out", () => {
        const aws = { ...args.aws, vpnGatewayId: "vgw-9" };
        const alibaba = { vbrId: "vbr-1", cen: { ...args.alibaba.cen, attachmentId: "tr-attach-9" } };
        const out = "leaves out. Leave one of them out.";
        expect(refusal({ alibaba, aws, adopt })).to.equal(
            [
                "link: 4 arguments need a change:",
                `  - adopt.vpnGatewayId is for a child that aws.vpnGatewayId ${out}`,
                `  - adopt.cenAttachmentId is for a child that alibaba.cen.attachmentId ${out}`,
                `  - adopt.cenAssociationId is for a child that alibaba.cen.attachmentId ${out}`,
                `  - adopt.cenPropagationId is for a child that alibaba.cen.attachmentId ${out}`,
            ].join("\n"),
        );
    });

    it("refuses an attachment of the other sort of CEN", () => {
        expect(refusal({ ...onBasicCen, adopt: { cenAttachmentId: "cen-1:tr-attach-1" } })).to.equal(
            "link: adopt.cenAttachmentId names an attachment to a transit router, and none is named. Set alibaba.cen.transitRouterId too.",
        );
        expect(refusal({ ...args, adopt: { cenAttachmentId: "cen-1:vbr-1:VBR:ap-southeast-1" } })).to.equal(
            "link: adopt.cenAttachmentId names an attachment to a Basic CEN, and alibaba.cen.transitRouterId a transit router. Leave one of them out.",
        );
    });
});
