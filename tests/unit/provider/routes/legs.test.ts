import { expect } from "chai";

import { makeAttachment } from "../../../support/fakeClouds";
import { makeVpcAttachment } from "../../../support/joinedNetworks";
import { missingAfter, type Change } from "../../../support/routeFindings";

const makesIt = "or name the VPC in alibaba.vpcs and set alibaba.manageVpcRoutes: true, which does that.";

function without(name: "associations" | "propagations", attachment: string): Change {
    return (state) => (state[name] = state[name].filter(({ attachmentId }) => attachmentId !== attachment));
}

describe("the routes of a link are missing, of a VPC that is named, by the leg that does not hold:", () => {
    const legs: [string, Change, string[]][] = [
        [
            "the VPC's attachment",
            (state) => (state.vpcAttachments = []),
            [
                "leg missing | No packet gets to Alibaba Cloud: VPC vpc-ali is not attached at transit router tr-1. Attach it, in the CEN console or by alicloud.cen.TransitRouterVpcAttachment; a VPC of another region hangs on that region's transit router, and needs an inter-region connection.",
            ],
        ],
        [
            "the VPC's propagation",
            without("propagations", "tr-attach-vpc"),
            [
                `leg missing | No packet gets to Alibaba Cloud: VPC vpc-ali does not propagate to route table vtb-1. Let it propagate (aliyun cbn EnableTransitRouterRouteTablePropagation --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-1), ${makesIt}`,
            ],
        ],
        [
            "the VBR's association",
            without("associations", "tr-attach-vbr"),
            [
                "leg missing | No packet gets to Alibaba Cloud: VBR attachment tr-attach-vbr is not associated with route table vtb-1. Associate it (aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId tr-attach-vbr --TransitRouterRouteTableId vtb-1).",
            ],
        ],
        [
            "publishing to the VBR",
            (state) =>
                (state.attachments = [
                    makeAttachment({ attachmentId: "tr-attach-vbr", autoPublishRouteEnabled: false }),
                ]),
            [
                "leg missing | No packet gets to Alibaba Cloud: the transit router does not publish its routes to VBR attachment tr-attach-vbr. Let it publish them (aliyun cbn UpdateTransitRouterVbrAttachmentAttribute --TransitRouterAttachmentId tr-attach-vbr --AutoPublishRouteEnabled true).",
            ],
        ],
        [
            "the VBR's propagation",
            without("propagations", "tr-attach-vbr"),
            [
                "leg missing | No packet gets to AWS: VBR attachment tr-attach-vbr does not propagate to route table vtb-1. Let it propagate (aliyun cbn EnableTransitRouterRouteTablePropagation --TransitRouterAttachmentId tr-attach-vbr --TransitRouterRouteTableId vtb-1).",
            ],
        ],
        [
            "the VPC's association",
            without("associations", "tr-attach-vpc"),
            [
                `leg missing | No packet gets to AWS: VPC vpc-ali is not associated with route table vtb-1. Associate it (aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-1), ${makesIt}`,
            ],
        ],
        [
            "the same table for both",
            (state) =>
                (state.associations[1] = {
                    attachmentId: "tr-attach-vpc",
                    routeTableId: "vtb-2",
                    status: "Active",
                }),
            [
                'leg missing | No packet gets to AWS: VPC vpc-ali is associated with route table vtb-2, to which the VBR does not propagate: the VBR is in vtb-1. Set alibaba.cen.transitRouterRouteTableId: "vtb-2", or move the VPC to vtb-1 (aliyun cbn DissociateTransitRouterAttachmentFromRouteTable --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-2; aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-1).',
            ],
        ],
        [
            "route synchronisation",
            (state) => (state.vpcAttachments = [makeVpcAttachment({ autoPublishRouteEnabled: false })]),
            [
                `leg missing | No packet gets to AWS: route synchronisation to VPC vpc-ali is off. Turn it on (aliyun cbn UpdateTransitRouterVpcAttachmentAttribute --TransitRouterAttachmentId tr-attach-vpc --AutoPublishRouteEnabled true), ${makesIt}`,
            ],
        ],
    ];
    for (const [what, change, texts] of legs) {
        it(what, async () => {
            expect(await missingAfter(change)).to.deep.equal(texts);
        });
    }

    it("but not where the VBR propagates to the table that the VPC is associated with, though it is associated with another", async () => {
        const texts = await missingAfter((state) => {
            state.associations[1] = { attachmentId: "tr-attach-vpc", routeTableId: "vtb-2", status: "Active" };
            state.propagations.push({ attachmentId: "tr-attach-vbr", routeTableId: "vtb-2", status: "Active" });
        });
        expect(texts).to.deep.equal([]);
    });

    it("and a leg that is being made is waited for", async () => {
        const texts = await missingAfter((state) => {
            state.associations[1] = { attachmentId: "tr-attach-vpc", routeTableId: "vtb-1", status: "Associating" };
        });
        expect(texts).to.deep.equal([
            "leg under way | No packet gets to AWS: VPC vpc-ali is not associated with route table vtb-1 (Associating). Wait until Alibaba Cloud has done it.",
        ]);
    });
});
