import { expect } from "chai";

import { preflightHandler, type PreflightInputs } from "../../../provider/preflight/handler";
import {
    fakeClouds,
    makeAttachment,
    makeBorderRouter,
    makeConnection,
    makeGateway,
    makeGroup,
    makeVirtualInterface,
    type FakeState,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const inputs: PreflightInputs = {
    vbrId: "vbr-1",
    connectionId: "dxcon-1",
    cenId: "cen-1",
    transitRouterId: "tr-1",
    vpcId: "vpc-1",
    vpnGatewayId: "vgw-1",
    routeTableIds: ["rtb-1"],
    awsAccountId: "123456789012",
    awsRegion: "ap-southeast-1",
    alibabaAccountId: "1234567890123456",
    alibabaRegion: "ap-southeast-1",
};

/** The lines of what is found, without the headline. */
async function findings(changes: PreflightInputs, state: Partial<FakeState> = {}): Promise<string[]> {
    const clouds = fakeClouds(state);
    const error = await errorOf(preflightHandler.create({ ...inputs, ...changes }, fakeContext(clouds)));
    expect(clouds.writes).to.deep.equal([]);
    return error.message
        .split("\n")
        .slice(1)
        .map((line) => line.replace(/^ {2}- /, ""));
}

describe("Preflight", () => {
    it("finds nothing where all is well, and hands its inputs on", async () => {
        const context = fakeContext(fakeClouds());
        const created = await preflightHandler.create(inputs, context);
        expect(created).to.deep.equal({ id: "preflight", outputs: inputs });
        expect(await preflightHandler.update("preflight", inputs, {}, context)).to.deep.equal({});
    });

    it("finds nothing on a Basic CEN, nor in a foreign VBR that is granted, or hangs on the CEN already", async () => {
        const basic = { cenId: "cen-1", transitRouterId: "tr-1", regionId: "ap-southeast-1", type: "Basic" };
        const elsewhere = { ...basic, type: "Enterprise", regionId: "cn-hangzhou" };
        const context = fakeContext(fakeClouds({ transitRouters: [basic, elsewhere] }));
        await preflightHandler.create({ ...inputs, transitRouterId: undefined }, context);
        const granted = {
            borderRouters: [makeBorderRouter({ own: false })],
            grants: [{ vbrId: "vbr-1", cenId: "cen-1", ownerId: "9999999999999999" }],
        };
        const attached = { borderRouters: [makeBorderRouter({ own: false, cenIds: ["cen-1"] })] };
        for (const state of [granted, attached]) {
            await preflightHandler.create(inputs, fakeContext(fakeClouds(state)));
        }
    });

    const single: [string, PreflightInputs, Partial<FakeState>, string][] = [
        [
            "a VPC in another region",
            { vpcId: "vpc-9", vpnGatewayId: undefined, routeTableIds: [] },
            {},
            "VPC vpc-9 is not in ap-southeast-1. A virtual private gateway reaches only a VPC in the connection's region: check aws.vpcId and the AWS region.",
        ],
        [
            "a route table that is not there",
            { routeTableIds: ["rtb-1", "rtb-9"] },
            {},
            "Route table rtb-9 is not there. Check aws.routeTableIds.",
        ],
        [
            "a route table of another VPC",
            {},
            { routeTables: [{ routeTableId: "rtb-1", vpcId: "vpc-2", propagatingVpnGatewayIds: [], routes: [] }] },
            "Route table rtb-1 belongs to vpc-2, not to vpc-1. Name a table of the connected VPC in aws.routeTableIds.",
        ],
        [
            "a gateway that is not attached",
            { vpnGatewayId: "vgw-9" },
            {},
            "Virtual private gateway vgw-9 is not attached to vpc-1. Attach it, or leave aws.vpnGatewayId out.",
        ],
        [
            "a gateway with the VBR's ASN",
            {},
            { groups: [makeGroup({ localAsn: 64512 })] },
            "Virtual private gateway vgw-1 and the VBR both have ASN 64512; BGP needs two. Use a gateway with another private ASN.",
        ],
        [
            "a gateway that would get the VBR's ASN by default",
            { vpnGatewayId: undefined },
            { groups: [makeGroup({ localAsn: 64512 })], vpnGateways: [] },
            "aws.amazonSideAsn and bgp.localAsn are both 64512; BGP needs two. Set aws.amazonSideAsn to another private ASN.",
        ],
        [
            "another local ASN than the given one",
            { localAsn: 64999 },
            { groups: [makeGroup({ localAsn: 45104 })] },
            "BGP group bgpg-backend of vbr-1 has the local ASN 45104, bgp.localAsn is 64999. Leave bgp.localAsn out to keep the group's; another one takes a VBR without a BGP group (pulumi destroy deletes one that this package made).",
        ],
        [
            "a hosted connection that is not there",
            { connectionId: "dxcon-9" },
            {},
            "Hosted connection dxcon-9 is not in ap-southeast-1. Check aws.connectionId, the AWS account and region.",
        ],
        [
            "a rejected hosted connection",
            {},
            { connections: [makeConnection({ connectionState: "rejected" })] },
            "Hosted connection dxcon-1 is rejected. Ask Alibaba Cloud to issue the connection again.",
        ],
        [
            "a VBR that is not there",
            { vbrId: "vbr-9" },
            {},
            "VBR vbr-9 is not in ap-southeast-1. Check alibaba.vbrId and the region of the alicloud provider.",
        ],
        [
            "a VBR whose addresses cannot work",
            {},
            { borderRouters: [makeBorderRouter({ localGatewayIp: "169.254.10.5" })] },
            "VBR vbr-1: 169.254.10.2/30 and 169.254.10.5/30 are not in one subnet. Take two addresses of one subnet, with one prefix length.",
        ],
        ["a CEN that is not there", { cenId: "cen-9" }, {}, "CEN cen-9 is not there. Check alibaba.cen.cenId."],
        [
            "a transit router of another CEN",
            { transitRouterId: "tr-9" },
            {},
            "Transit router tr-9 is not in cen-1. Check alibaba.cen.transitRouterId.",
        ],
        [
            "a Basic transit router",
            {},
            {
                transitRouters: [
                    { cenId: "cen-1", transitRouterId: "tr-1", regionId: "ap-southeast-1", type: "Basic" },
                ],
            },
            "Transit router tr-1 is a Basic one, which takes no attachments of its own. Leave alibaba.cen.transitRouterId out: the VBR is then attached to cen-1 itself.",
        ],
        [
            "no transit router where the CEN has one",
            { transitRouterId: undefined },
            {},
            'CEN cen-1 has Enterprise transit router tr-1 in ap-southeast-1, so the VBR is attached to that one. Set alibaba.cen.transitRouterId: "tr-1".',
        ],
        [
            "a foreign VBR that is not granted to the CEN",
            {},
            {
                borderRouters: [makeBorderRouter({ own: false })],
                grants: [{ vbrId: "vbr-1", cenId: "cen-2", ownerId: "9999999999999999" }],
            },
            "VBR vbr-1 belongs to another account (most likely 9999999999999999), which has not granted it to CEN cen-1. Ask Alibaba Cloud to grant it (GrantInstanceToTransitRouter with CenId cen-1, CenOwnerId 1234567890123456, InstanceId vbr-1, InstanceType ExpressConnect), then run pulumi up again.",
        ],
        [
            "a transit router in another region than the VBR",
            {},
            { transitRouters: [{ cenId: "cen-1", transitRouterId: "tr-1", regionId: "cn-hangzhou" }] },
            "Transit router tr-1 is in cn-hangzhou, the VBR in ap-southeast-1. Name the CEN's transit router in ap-southeast-1.",
        ],
        [
            "outbound billing that is not opened",
            {},
            { billingOpened: false },
            "Outbound traffic billing of Express Connect is not opened, so no BGP can be configured. Open it in the Alibaba Cloud console; it costs only what is sent.",
        ],
    ];
    for (const [what, changes, state, line] of single) {
        it(`finds ${what}`, async () => {
            expect(await findings(changes, state)).to.deep.equal([line]);
        });
    }

    it("takes a VBR that the backend has not configured yet, and a connection that waits for acceptance", async () => {
        const clouds = fakeClouds({
            borderRouters: [
                makeBorderRouter({ vlanId: undefined, localGatewayIp: "", peerGatewayIp: "", peeringSubnetMask: "" }),
            ],
            connections: [makeConnection({ connectionState: "ordering" })],
        });
        await preflightHandler.create(inputs, fakeContext(clouds));
    });

    it("reports everything at once, in one error", async () => {
        const clouds = fakeClouds({ billingOpened: false, cenIds: [] });
        const error = await errorOf(preflightHandler.create({ ...inputs, vbrId: "vbr-9" }, fakeContext(clouds)));
        expect(error.message).to.equal(
            [
                "Preflight found 3 problems, before anything was written:",
                "  - VBR vbr-9 is not in ap-southeast-1. Check alibaba.vbrId and the region of the alicloud provider.",
                "  - CEN cen-1 is not there. Check alibaba.cen.cenId.",
                "  - Outbound traffic billing of Express Connect is not opened, so no BGP can be configured. Open it in the Alibaba Cloud console; it costs only what is sent.",
            ].join("\n"),
        );
    });

    it("reports a read that failed among the other findings", async () => {
        const clouds = fakeClouds({ billingOpened: false });
        clouds.aws.describeVpcs = () => Promise.reject(new Error("VPC vpc-1: AWS says UnauthorizedOperation."));
        const error = await errorOf(preflightHandler.create(inputs, fakeContext(clouds)));
        expect(error.message).to.match(
            /^Preflight found 2 problems, before anything was written:\n {2}- VPC vpc-1: AWS says UnauthorizedOperation\.\n {2}- Outbound/,
        );
    });

    it("reports mixed up accounts alone: in a foreign one nothing would be found", async () => {
        const lines = await findings({ awsAccountId: "42", alibabaRegion: "cn-hangzhou", vpcId: "vpc-9" });
        expect(lines).to.deep.equal([
            "AWS account: the dynamic resources see 123456789012, the official provider 42. Make aws:profile or the AWS environment name one and the same for both.",
            "Alibaba Cloud region: the dynamic resources see ap-southeast-1, the official provider cn-hangzhou. Make alicloud:region or ALICLOUD_REGION name one and the same for both.",
        ]);
    });

    describe("of a virtual interface that is to be adopted", () => {
        const fix = "Adopt one that mirrors the VBR, or delete it and leave adopt.virtualInterfaceId out.";
        const adopt = { adopt: { virtualInterfaceId: "dxvif-1" } };

        it("finds nothing where it mirrors the VBR", async () => {
            const state = { virtualInterfaces: [makeVirtualInterface()], groups: [makeGroup()] };
            const given = { ...inputs, ...adopt, authKey: "key-of-the-backend" };
            await preflightHandler.create(given, fakeContext(fakeClouds(state)));
            const ownGateway = { ...inputs, vpnGatewayId: undefined };
            const context = fakeContext(fakeClouds(state));
            await preflightHandler.update("preflight", ownGateway, { ...given, ...ownGateway }, context);
            expect(context.lines).to.deep.equal([]);
        });

        const mismatches: [string, Parameters<typeof makeVirtualInterface>[0], string][] = [
            ["connection", { connectionId: "dxcon-9" }, "lies on dxcon-9, the named connection is dxcon-1."],
            ["VLAN", { vlan: 102 }, "has VLAN 102, its hosted connection has 101."],
            [
                "AWS address",
                { amazonAddress: "169.254.11.2/30" },
                "has the AWS address 169.254.11.2, the VBR's peer gateway is 169.254.10.2.",
            ],
            [
                "customer address",
                { customerAddress: "169.254.11.1/30" },
                "has the customer address 169.254.11.1, the VBR's local gateway is 169.254.10.1.",
            ],
            ["ASN", { asn: 64999 }, "expects ASN 64999, the VBR has 45104."],
            ["key", { authKey: "another-key" }, "has another authentication key than the VBR's BGP group."],
            ["gateway", { virtualGatewayId: "vgw-9" }, "ends in vgw-9, the VPC vpc-1 is attached to vgw-1."],
        ];
        for (const [what, changes, line] of mismatches) {
            it(`refuses another ${what}`, async () => {
                const state = { virtualInterfaces: [makeVirtualInterface(changes)], groups: [makeGroup()] };
                expect(await findings(adopt, state)).to.deep.equal([`Virtual interface dxvif-1 ${line} ${fix}`]);
            });
        }

        it("compares the given key where the VBR has no group", async () => {
            const state = { virtualInterfaces: [makeVirtualInterface()] };
            expect(await findings({ ...adopt, authKey: "another-key" }, state)).to.deep.equal([
                `Virtual interface dxvif-1 has another authentication key than bgp.authKey. ${fix}`,
            ]);
        });

        it("refuses one that is not there, or going", async () => {
            const absent = "Leave adopt.virtualInterfaceId out: a new one is then made.";
            expect(await findings(adopt)).to.deep.equal([`Virtual interface dxvif-1 is not there. ${absent}`]);
            const virtualInterfaces = [makeVirtualInterface({ virtualInterfaceState: "deleting" })];
            expect(await findings(adopt, { virtualInterfaces })).to.deep.equal([
                `Virtual interface dxvif-1 is deleting. ${absent}`,
            ]);
        });
    });

    describe("of a gateway that is to be adopted", () => {
        const adopted = { vpnGatewayId: undefined, adopt: { vpnGatewayId: "vgw-2" } };
        const gateway = (changes: Partial<ReturnType<typeof makeGateway>>): Partial<FakeState> => ({
            vpnGateways: [makeGateway({ vpnGatewayId: "vgw-2", ...changes })],
        });

        it("finds nothing where it has the ASN that is asked for, and is on no other VPC", async () => {
            const detached = [{ vpcId: "vpc-2", state: "detached" }];
            const own = [{ vpcId: "vpc-1", state: "attached" }];
            for (const attachments of [[], detached, own]) {
                await preflightHandler.create(
                    { ...inputs, ...adopted },
                    fakeContext(fakeClouds(gateway({ attachments }))),
                );
            }
        });

        it("refuses another ASN, and another VPC's", async () => {
            const attachments = [{ vpcId: "vpc-2", state: "attaching" }];
            expect(await findings(adopted, gateway({ amazonSideAsn: 64600, attachments }))).to.deep.equal([
                "Virtual private gateway vgw-2 has ASN 64600, and 64512 is asked for. Set aws.amazonSideAsn: 64600, or leave adopt.vpnGatewayId out.",
                "Virtual private gateway vgw-2 is attached to vpc-2, not to vpc-1. Leave adopt.vpnGatewayId out.",
            ]);
        });

        it("refuses one that is not there, or going", async () => {
            const absent = "Leave adopt.vpnGatewayId out: a new one is then made.";
            expect(await findings(adopted)).to.deep.equal([`Virtual private gateway vgw-2 is not there. ${absent}`]);
            expect(await findings(adopted, gateway({ state: "deleting" }))).to.deep.equal([
                `Virtual private gateway vgw-2 is deleting. ${absent}`,
            ]);
        });
    });

    describe("of an attachment that is to be adopted, and of what joins it to a route table", () => {
        const adopt = {
            cenAttachmentId: "cen-1:tr-attach-1",
            cenAssociationId: "tr-attach-1:vtb-1",
            cenPropagationId: "tr-attach-1:vtb-1",
        };

        it("finds nothing where it is the VBR's", async () => {
            const clouds = fakeClouds({ attachments: [makeAttachment()] });
            await preflightHandler.create({ ...inputs, adopt }, fakeContext(clouds));
        });

        it("refuses another VBR's, and one that is not there, or going", async () => {
            expect(await findings({ adopt }, { attachments: [makeAttachment({ resourceId: "vbr-2" })] })).to.deep.equal(
                Object.keys(adopt).map(
                    (argument) => `Attachment tr-attach-1 is that of vbr-2, not of vbr-1. Leave adopt.${argument} out.`,
                ),
            );
            for (const attachments of [[], [makeAttachment({ status: "Detaching" })]]) {
                expect(
                    await findings({ adopt: { cenAttachmentId: adopt.cenAttachmentId } }, { attachments }),
                ).to.deep.equal([
                    "Attachment tr-attach-1 is not on transit router tr-1. Leave adopt.cenAttachmentId out.",
                ]);
            }
        });

        it("on a Basic CEN the ID itself says whose it is", async () => {
            const basic = (id: string): PreflightInputs => ({
                transitRouterId: undefined,
                adopt: { cenAttachmentId: `${id}:VBR:ap-southeast-1` },
            });
            const state = { transitRouters: [] };
            await preflightHandler.create({ ...inputs, ...basic("cen-1:vbr-1") }, fakeContext(fakeClouds(state)));
            expect(await findings(basic("cen-1:vbr-2"), state)).to.deep.equal([
                "Attachment cen-1:vbr-2:VBR:ap-southeast-1 is not that of vbr-1 to cen-1. Leave adopt.cenAttachmentId out.",
            ]);
        });
    });

    describe("check", () => {
        it("applies every rule to what is known", () => {
            expect(preflightHandler.check({ amazonSideAsn: 1, localAsn: 65025 })).to.deep.equal([
                {
                    property: "amazonSideAsn",
                    reason: "aws.amazonSideAsn is 1; a virtual private gateway takes 64512 to 65534 or 4200000000 to 4294967294.",
                },
                {
                    property: "localAsn",
                    reason: "bgp.localAsn is 65025; a VBR takes 45104, or, once Alibaba Cloud has opened it for the account, 64512 to 65534 or 4200000000 to 4294967294, but not 65025.",
                },
            ]);
        });

        it("knows the ASN that AWS gives by default, but not that of an existing gateway", () => {
            const reason =
                "aws.amazonSideAsn and bgp.localAsn are both 64512; BGP needs two. Set aws.amazonSideAsn to another private ASN.";
            expect(preflightHandler.check({ localAsn: 64512 })).to.deep.equal([{ property: "amazonSideAsn", reason }]);
            expect(preflightHandler.check({ localAsn: 64512, vpnGatewayId: "vgw-1" })).to.deep.equal([]);
        });

        it("skips what is unknown", () => {
            const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
            expect(preflightHandler.check({ amazonSideAsn: unknown, localAsn: unknown })).to.deep.equal([]);
        });
    });

    it("is due when anything is named differently, and for nothing else; it is never replaced", () => {
        const diff = (olds: PreflightInputs, news: PreflightInputs): unknown =>
            preflightHandler.diff("preflight", olds, news);
        const olds = { ...inputs, resourceUrn: "urn:a", __provider: "code" };
        expect(diff(olds, { ...inputs, resourceUrn: "urn:b" })).to.deep.equal({
            changes: false,
            replaces: [],
        });
        expect(
            diff(
                { ...olds, routeTableIds: { a: "rtb-1", b: "rtb-2" } },
                { ...inputs, routeTableIds: { b: "rtb-2", a: "rtb-1" } },
            ),
        ).to.deep.equal({ changes: false, replaces: [] });
        expect(diff(olds, { ...inputs, routeTableIds: ["rtb-1", "rtb-2"] })).to.deep.equal({
            changes: true,
            replaces: [],
        });
    });

    it("looks anew at what is to be adopted, and not when that line is removed again", () => {
        const adopting = { ...inputs, adopt: { virtualInterfaceId: "dxvif-1" }, authKey: "a-key-of-mine" };
        expect(preflightHandler.diff("preflight", inputs, adopting).changes).to.equal(true);
        expect(preflightHandler.diff("preflight", adopting, inputs).changes).to.equal(false);
    });
});
