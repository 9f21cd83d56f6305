import { expect } from "chai";

import { makeBorderRouter, makeGateway, makeVirtualInterface } from "../../support/fakeClouds";
import { checked, makeEntry, standing, tableWith } from "../../support/preflight";

const nothing = { refused: [], warned: [] };

describe("Preflight looks at the addresses of the AWS VPC", () => {
    it("and finds nothing where the CEN reaches others", async () => {
        expect(await checked(tableWith(makeEntry()))).to.deep.equal(nothing);
    });

    const ofVpcs: [string, string][] = [
        ["the same", "10.0.0.0/16"],
        ["some of the same", "10.0.1.0/24"],
        ["the same and more", "10.0.0.0/8"],
    ];
    for (const [what, block] of ofVpcs) {
        it(`refuses a VPC of Alibaba Cloud that has ${what}, and names both blocks`, async () => {
            expect(await checked(tableWith(makeEntry({ destinationCidrBlock: block })))).to.deep.equal({
                refused: [
                    `AWS VPC vpc-1 has 10.0.0.0/16, which overlaps ${block} of vpc-alibaba in route table vtb-1: one of the two could not be reached from the other side. Give one of them other addresses.`,
                ],
                warned: [],
            });
        });
    }

    it("compares every block of it", async () => {
        const awsCidrBlocks = ["10.0.0.0/16", "172.16.0.0/20"];
        expect((await checked({ ...tableWith(makeEntry()), awsCidrBlocks })).refused).to.deep.equal([
            "AWS VPC vpc-1 has 172.16.0.0/20, which overlaps 172.16.1.0/24 of vpc-alibaba in route table vtb-1: one of the two could not be reached from the other side. Give one of them other addresses.",
        ]);
    });

    const behindVbr = { originResourceType: "VBR", originResourceId: "vbr-2" };

    it("refuses a smaller block behind something else: AWS keeps what is meant for it to itself", async () => {
        const entry = makeEntry({ ...behindVbr, destinationCidrBlock: "10.0.7.0/24" });
        expect((await checked(tableWith(entry))).refused).to.deep.equal([
            "AWS VPC vpc-1 has 10.0.0.0/16, which overlaps 10.0.7.0/24 of vbr-2 in route table vtb-1: one of the two could not be reached from the other side. Give one of them other addresses.",
        ]);
    });

    it("warns of the very same block behind something else, which may be another way to the VPC", async () => {
        const entry = makeEntry({ ...behindVbr, destinationCidrBlock: "10.0.0.0/16" });
        expect(await checked(tableWith(entry))).to.deep.equal({
            refused: [],
            warned: [
                "AWS VPC vpc-1 has 10.0.0.0/16, as has vbr-2 in route table vtb-1. That is right where it is another way to the same VPC; else give one of the two other addresses.",
            ],
        });
    });

    it("warns of a larger block behind something else, but not of a default route", async () => {
        const nameless = { originResourceType: "VPN", originResourceId: undefined };
        const entries = ["10.0.0.0/8", "0.0.0.0/0"].map((destinationCidrBlock) =>
            makeEntry({ ...nameless, destinationCidrBlock }),
        );
        expect(await checked(tableWith(...entries))).to.deep.equal({
            refused: [],
            warned: [
                "AWS VPC vpc-1 has 10.0.0.0/16, which lies inside 10.0.0.0/8 of a network of type VPN in route table vtb-1: once the link is up, the more specific way leads to AWS. Where somebody behind a network of type VPN has these addresses, give one of the two others.",
            ],
        });
    });

    it("takes the routes of its own VBR for its own, and those of any VBR that mirrors another link of the VPC", async () => {
        const own = makeEntry({ ...behindVbr, originResourceId: "vbr-1", destinationCidrBlock: "10.0.0.0/16" });
        const others = makeEntry({ ...behindVbr, destinationCidrBlock: "10.0.0.0/16" });
        const second = { localGatewayIp: "169.254.20.1", peerGatewayIp: "169.254.20.2" };
        const state = standing({
            ...tableWith(own, others),
            borderRouters: [makeBorderRouter(), makeBorderRouter({ vbrId: "vbr-2", ...second })],
            virtualInterfaces: [
                makeVirtualInterface({
                    virtualInterfaceId: "dxvif-2",
                    connectionId: "dxcon-2",
                    customerAddress: "169.254.20.1/30",
                    amazonAddress: "169.254.20.2/30",
                }),
            ],
        });
        expect(await checked(state)).to.deep.equal(nothing);
        const elsewhere = standing({
            ...state,
            vpnGateways: [makeGateway({ attachments: [] })],
        });
        expect((await checked(elsewhere, { vpnGatewayId: undefined })).warned).to.have.length(1);
    });

    it("passes over entries that are not active", async () => {
        const entry = makeEntry({ destinationCidrBlock: "10.0.0.0/16", status: "Rejected" });
        expect(await checked(tableWith(entry))).to.deep.equal(nothing);
    });

    it("takes the system table where none is known yet", async () => {
        const state = tableWith(makeEntry({ destinationCidrBlock: "10.0.1.0/24" }));
        for (const trafficPath of [{}, { transitRouterRouteTableId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }]) {
            expect((await checked(state, { trafficPath })).refused).to.have.length(1);
        }
    });

    it("on a Basic CEN compares the vSwitches of the VPCs in it", async () => {
        const child = { childInstanceRegionId: "ap-southeast-1", status: "Attached" };
        const state = {
            transitRouters: [],
            cenChildren: {
                "cen-1": [
                    { ...child, childInstanceId: "vpc-a", childInstanceType: "VPC" },
                    { ...child, childInstanceId: "vpc-b", childInstanceType: "VPC" },
                    { ...child, childInstanceId: "vbr-1", childInstanceType: "VBR" },
                ],
            },
            alibabaVpcs: [
                { vpcId: "vpc-a", regionId: "ap-southeast-1", ownerId: "1", cidrBlocks: ["10.0.0.0/8"] },
                { vpcId: "vpc-b", regionId: "ap-southeast-1", ownerId: "1", cidrBlocks: ["172.16.0.0/12"] },
            ],
            vSwitches: [
                { vSwitchId: "vsw-1", vpcId: "vpc-a", cidrBlock: "10.1.0.0/24", routeTableId: "vtb-a" },
                { vSwitchId: "vsw-2", vpcId: "vpc-a", cidrBlock: "10.0.9.0/24", routeTableId: "vtb-a" },
            ],
        };
        expect(await checked(state, { transitRouterId: undefined })).to.deep.equal({
            refused: [
                "AWS VPC vpc-1 has 10.0.0.0/16, which overlaps 10.0.9.0/24 of vpc-a in the CEN: one of the two could not be reached from the other side. Give one of them other addresses.",
            ],
            warned: [],
        });
    });
});
