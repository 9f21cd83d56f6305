import { expect } from "chai";

import { makeAwsTable, makeVpcAttachment, networks, ofVSwitches } from "../../../support/joinedNetworks";
import { findAfter, missingAfter, named, type Change } from "../../../support/routeFindings";

describe("the routes of a link", () => {
    it("lead both ways where nothing is missing, from every subnet and vSwitch whose table has them", async () => {
        expect(await findAfter()).to.deep.equal({
            awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
            alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
            missing: [],
        });
    });

    it("are told apart by the table that a subnet uses", async () => {
        const findings = await findAfter((state) => {
            state.awsRouteTables = [makeAwsTable("rtb-1", ofVSwitches), makeAwsTable("rtb-2", ["172.16.1.0/24"])];
        });
        expect(findings.awsToAlibaba).to.deep.equal([
            { from: ["10.0.1.0/24"], to: ofVSwitches },
            { from: ["10.0.2.0/24"], to: ["172.16.1.0/24"] },
        ]);
    });

    describe("of VPCs that nobody has named", () => {
        it("are those that bring routes to the VBR's table", async () => {
            const findings = await findAfter(undefined, networks);
            expect(findings).to.deep.equal({
                awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
                alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
                missing: [],
            });
        });

        it("demand that AWS has them, and not that the VPC has a way back", async () => {
            const texts = await missingAfter((state) => {
                state.vpcAttachments = [makeVpcAttachment({ autoPublishRouteEnabled: false })];
                state.awsRouteTables[1] = makeAwsTable("rtb-2", ["172.16.2.0/24"]);
            }, networks);
            expect(texts.map((text) => text.split(".")[0])).to.deep.equal([
                "not installed | No packet gets to Alibaba Cloud: route table rtb-2 does not have 172",
                "(leg missing) | No packet gets to AWS: route synchronisation to VPC vpc-ali is off",
            ]);
        });

        it("are none while no VPC is attached: that is said, and nothing is demanded", async () => {
            const texts = await missingAfter((state) => {
                state.vpcAttachments = [];
                state.transitRouterTables = [];
            }, networks);
            expect(texts).to.deep.equal([
                "(leg missing) | No packet gets to Alibaba Cloud: no VPC brings routes to route table vtb-1 of transit router tr-1. Attach the VPC, associate it with that table and let it propagate to it; name it in alibaba.vpcs, so that the next pulumi up waits for its routes.",
            ]);
        });
    });

    describe("on a Basic CEN", () => {
        const { transitRouterId: _router, transitRouterRouteTableId: _table, ...basic } = named;
        const child = (childInstanceId: string, childInstanceType: string) => ({
            childInstanceId,
            childInstanceType,
            childInstanceRegionId: "ap-southeast-1",
            status: "Attached",
        });
        const onBasicCen: Change = (state) => {
            state.cenChildren = { "cen-1": [child("vbr-1", "VBR"), child("vpc-ali", "VPC")] };
            state.attachments = state.vpcAttachments = [];
            state.associations = state.propagations = [];
            state.transitRouterTables = [];
        };

        it("lead both ways once both are its children, named or not", async () => {
            for (const of of [basic, { ...basic, alibabaVpcIds: undefined }]) {
                expect(await findAfter(onBasicCen, of)).to.deep.equal({
                    awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
                    alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
                    missing: [],
                });
            }
        });

        it("lack the child that is none", async () => {
            const texts = await missingAfter((state) => {
                onBasicCen(state);
                state.cenChildren["cen-1"]?.pop();
            }, basic);
            expect(texts).to.deep.equal([
                "leg missing | No packet gets to Alibaba Cloud: VPC vpc-ali is not attached at CEN cen-1. Attach it, in the CEN console or by alicloud.cen.InstanceAttachment.",
            ]);
        });
    });
});
