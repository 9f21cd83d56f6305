import { expect } from "chai";

import type { CheckFailure, HandlerContext } from "../../../provider/handler";
import { preflightHandler, type PreflightInputs } from "../../../provider/preflight/handler";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makeBorderRouter,
    makeGroup,
    makePeer,
    makeVirtualInterface,
    type FakeState,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** As the state holds the inputs of a link whose VBR and connection were found. */
const before: PreflightInputs = {
    ...awsAccount,
    ...alibabaAccount,
    cenId: "cen-1",
    transitRouterId: "tr-1",
    vpcId: "vpc-1",
    trafficPath: { transitRouterRouteTableId: "vtb-1" },
};

const bgpPeer = { bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available" };
const upInterface = makeVirtualInterface({ bgpPeers: [{ ...bgpPeer, bgpStatus: "up" }] });
const up: Partial<FakeState> = { virtualInterfaces: [upInterface], groups: [makeGroup()] };
const down: Partial<FakeState> = { virtualInterfaces: [makeVirtualInterface()], peers: [makePeer()] };

/** Without the look at both clouds, which comes beside it. */
async function guardAlone(
    news: PreflightInputs,
    olds: PreflightInputs,
    context: HandlerContext,
): Promise<CheckFailure[]> {
    return (await preflightHandler.guard?.({ ...news, looks: false }, olds, context)) ?? [];
}

interface Guarded {
    refused: string[];
    said: [string, string][];
}

async function guard(olds: object, news: object, state: Partial<FakeState> = up): Promise<Guarded> {
    const clouds = fakeClouds(structuredClone(state));
    const context = fakeContext(clouds);
    const failures = await guardAlone({ ...news }, { ...olds }, context);
    expect(failures.every(({ property }) => property === "")).to.equal(true);
    expect(clouds.writes).to.deep.equal([]);
    return { refused: failures.map(({ reason }) => reason), said: context.lines };
}

const apart = "and both VPCs are apart until BGP is up again";
const interfaceReplaced = `the virtual interface is replaced, ${apart}`;
const gatewayReplaced = `gateway, attachment and virtual interface are replaced, ${apart}`;
const attachmentReplaced =
    "the VBR's attachment to the CEN is replaced, and both VPCs are apart until routes travel again";

const path = (changes: PreflightInputs["trafficPath"]): PreflightInputs => ({
    trafficPath: { ...before.trafficPath, ...changes },
});

/** What cuts: the inputs before, on top of those above; after; the change; what it cuts. */
const cutting: [olds: PreflightInputs, news: PreflightInputs, change: string, cuts: string][] = [
    [
        {},
        { vbrId: "vbr-2" },
        "alibaba.vbrId changes from vbr-1 to vbr-2",
        `virtual interface, BGP and the VBR's attachment to the CEN are replaced, ${apart}`,
    ],
    [{}, { connectionId: "dxcon-2" }, "aws.connectionId changes from dxcon-1 to dxcon-2", interfaceReplaced],
    [
        {},
        { vpcId: "vpc-2" },
        "aws.vpcId changes from vpc-1 to vpc-2",
        `the gateway leaves the VPC and the virtual interface is replaced, ${apart}`,
    ],
    [
        {},
        { vpnGatewayId: "vgw-2" },
        "aws.vpnGatewayId changes from vgw-1 to vgw-2",
        `the virtual interface is replaced and ends in another gateway, ${apart}`,
    ],
    [{}, { amazonSideAsn: 64600 }, "aws.amazonSideAsn changes from 64512 to 64600", gatewayReplaced],
    [
        {},
        { adopt: { virtualInterfaceId: "dxvif-2" } },
        "adopt.virtualInterfaceId changes from dxvif-1 to dxvif-2",
        `the virtual interface gives way to another one, ${apart}`,
    ],
    [{}, { cenId: "cen-2" }, "alibaba.cen.cenId changes from cen-1 to cen-2", attachmentReplaced],
    [{}, { transitRouterId: undefined }, "alibaba.cen.transitRouterId changes from tr-1 to none", attachmentReplaced],
    [
        {},
        path({ authKey: "another-key" }),
        "bgp.authKey changes",
        `the virtual interface is replaced and the VBR's BGP group gets another key, ${apart}`,
    ],
    [
        {},
        path({ transitRouterRouteTableId: "vtb-2" }),
        "alibaba.cen.transitRouterRouteTableId changes from vtb-1 to vtb-2",
        "the VBR's association and propagation are replaced, and both VPCs are apart until routes travel again",
    ],
    [
        {},
        path({ virtualInterfaceName: "edge" }),
        "overrides.virtualInterface.name changes from none to edge",
        interfaceReplaced,
    ],
    [
        {},
        path({ mtu: 8500 }),
        "overrides.virtualInterface.mtu changes from 1500 to 8500",
        "AWS may update the connection for it, which interrupts all of its virtual interfaces for up to 30 seconds",
    ],
    [
        {},
        path({ availabilityZone: "ap-southeast-1a" }),
        "overrides.vpnGateway.availabilityZone changes from none to ap-southeast-1a",
        gatewayReplaced,
    ],
    [
        {},
        path({ autoPublishRouteEnabled: false }),
        "overrides.cenAttachment.autoPublishRouteEnabled changes from true to false",
        "the transit router publishes no more routes to the VBR, and AWS loses the way to the Alibaba VPC",
    ],
    [
        {},
        path({ vbrOwnerId: "9999999999999999" }),
        "overrides.cenAttachment.vbrOwnerId changes from none to 9999999999999999",
        attachmentReplaced,
    ],
];

/** What cuts nothing, though the link is up. */
const harmless: [what: string, olds: PreflightInputs, news: PreflightInputs][] = [
    ["a change of allowOutage alone", {}, { allowOutage: false }],
    [
        "what was found or given by default, written down",
        {},
        {
            vbrId: "vbr-1",
            connectionId: "dxcon-1",
            amazonSideAsn: 64512,
            adopt: { virtualInterfaceId: "dxvif-1" },
            ...path({ authKey: "key-of-the-backend", mtu: 1500, autoPublishRouteEnabled: true }),
        },
    ],
    [
        "what was written down, left out",
        {
            vbrId: "vbr-1",
            connectionId: "dxcon-1",
            amazonSideAsn: 64512,
            adopt: { virtualInterfaceId: "dxvif-1" },
            ...path({ authKey: "key-of-the-backend", availabilityZone: "ap-southeast-1a", vbrOwnerId: "1" }),
        },
        {},
    ],
    // The leaf knows whether it is the stack's own, and then refuses.
    ["the gateway in which the interface ends, named", {}, { vpnGatewayId: "vgw-1" }],
    ["the gateway in which the interface ends, left out again", { vpnGatewayId: "vgw-1" }, {}],
    [
        "another VPC, for a gateway that is somebody else's",
        { vpnGatewayId: "vgw-1" },
        { vpnGatewayId: "vgw-1", vpcId: "vpc-2" },
    ],
    [
        "null, in the place of what is left out",
        {},
        path({ virtualInterfaceName: null as unknown as undefined, mtu: null as unknown as undefined }),
    ],
    ["route tables", {}, { routeTableIds: ["rtb-2"] }],
    ["routes published again", path({ autoPublishRouteEnabled: false }), {}],
    [
        "another CEN where the attachment is somebody else's",
        path({ attachmentId: "tr-attach-9" }),
        { cenId: "cen-2", ...path({ attachmentId: "tr-attach-9", transitRouterRouteTableId: "vtb-2" }) },
    ],
    [
        "what a preview does not know yet",
        {},
        {
            vpcId: unknown,
            vpnGatewayId: unknown,
            cenId: unknown,
            amazonSideAsn: unknown as unknown as number,
            ...path({ authKey: unknown, transitRouterRouteTableId: unknown }),
        },
    ],
    [
        "a cut, while it is not known whether it is allowed",
        {},
        { vpcId: "vpc-2", allowOutage: unknown as unknown as boolean },
    ],
    ["what an earlier version did not record", { trafficPath: undefined }, path({ virtualInterfaceName: "edge" })],
];

describe("Preflight's guard of a link that is up", () => {
    for (const [olds, news, change, cuts] of cutting) {
        it(`${change}: refused, unless allowOutage is true`, async () => {
            const [was, is] = [
                { ...before, ...olds },
                { ...before, ...news },
            ];
            expect(await guard(was, is)).to.deep.equal({
                refused: [
                    `${change} while dxvif-1 carries traffic: ${cuts}. Set allowOutage: true to let it be cut, or take the change back.`,
                ],
                said: [],
            });
            expect(await guard(was, { ...is, allowOutage: true })).to.deep.equal({
                refused: [],
                said: [["warn", `${change} while dxvif-1 carries traffic, and allowOutage is true: ${cuts}.`]],
            });
            expect(await guard(was, is, down)).to.deep.equal({ refused: [], said: [] });
        });
    }

    for (const [what, olds, news] of harmless) {
        it(`${what}: not refused`, async () => {
            expect(await guard({ ...before, ...olds }, { ...before, ...news })).to.deep.equal({
                refused: [],
                said: [],
            });
        });
    }

    it("names all at once, and no key", async () => {
        const news = { ...before, vpcId: "vpc-2", ...path({ authKey: "another-key" }) };
        const { refused } = await guard(before, news);
        expect(refused.map((line) => line.split(" while ")[0])).to.deep.equal([
            "aws.vpcId changes from vpc-1 to vpc-2",
            "bgp.authKey changes",
        ]);
        const { said } = await guard(before, { ...news, allowOutage: true });
        expect(said.map(([severity, text]) => [severity, text.split("\n").length])).to.deep.equal([["warn", 2]]);
        expect(JSON.stringify([refused, said])).to.not.match(/another-key|key-of-the-backend/);
    });

    it("refuses a local ASN that the BGP group does not have, whatever is allowed", async () => {
        const refused = [
            "BGP group bgpg-backend of vbr-1 has the local ASN 45104, bgp.localAsn is 64999. Leave bgp.localAsn out to keep the group's; another one takes a VBR without a BGP group (pulumi destroy deletes one that this package made).",
        ];
        for (const allowOutage of [undefined, true]) {
            expect(await guard(before, { ...before, localAsn: 64999, allowOutage })).to.deep.equal({
                refused,
                said: [],
            });
        }
        expect((await guard(before, { ...before, localAsn: 45104 })).refused).to.deep.equal([]);
    });
});

describe("whether a link carries traffic", () => {
    const isRefused = async (state: Partial<FakeState>, olds: PreflightInputs = {}): Promise<boolean> =>
        (await guard({ ...before, ...olds }, { ...before, ...olds, vpcId: "vpc-2" }, state)).refused.length > 0;

    it("either side's word will do", async () => {
        const established = [makePeer({ bgpStatus: "Established" })];
        expect(await isRefused({ ...down, peers: established })).to.equal(true);
        expect(await isRefused(up)).to.equal(true);
        expect(await isRefused(down)).to.equal(false);
        const elsewhere = [makePeer({ bgpStatus: "Established", peerIpAddress: "169.254.30.2" })];
        expect(await isRefused({ ...down, peers: elsewhere })).to.equal(false);
    });

    it("a failover test counts, and an interface that is going does not", async () => {
        const testing = makeVirtualInterface({ virtualInterfaceState: "testing" });
        expect(await isRefused({ virtualInterfaces: [testing] })).to.equal(true);
        const going = { ...upInterface, virtualInterfaceState: "deleting" };
        expect(await isRefused({ virtualInterfaces: [going] })).to.equal(false);
    });

    it("another interface's session is not the link's", async () => {
        expect(await isRefused(up, { vbrId: "vbr-1", connectionId: "dxcon-1" })).to.equal(true);
        expect(await isRefused(up, { connectionId: "dxcon-2" })).to.equal(false);
        expect(await isRefused(up, { vbrId: "vbr-2" })).to.equal(false);
        expect(await isRefused({ virtualInterfaces: [{ ...upInterface, virtualGatewayId: "vgw-2" }] })).to.equal(false);
        const borderRouters = [makeBorderRouter({ localGatewayIp: "169.254.30.1", peerGatewayIp: "169.254.30.2" })];
        expect(await isRefused({ ...up, borderRouters })).to.equal(false);
    });

    it("nothing arrives through a gateway that is detached", async () => {
        const vpnGateways = [
            {
                vpnGatewayId: "vgw-1",
                state: "available",
                amazonSideAsn: 64512,
                attachments: [{ vpcId: "vpc-1", state: "detaching" }],
                tags: {},
            },
        ];
        expect(await isRefused({ ...up, vpnGateways })).to.equal(false);
    });

    it("is not asked where nothing of that kind changes", async () => {
        const clouds = fakeClouds();
        clouds.aws.describeVirtualInterfaces = () => Promise.reject(new Error("asked"));
        const news = { ...before, routeTableIds: ["rtb-1"] };
        expect(await guardAlone(news, { ...before }, fakeContext(clouds))).to.deep.equal([]);
    });

    it("refuses where it cannot be seen, with the reason: an error, or another account than the link's", async () => {
        const clouds = fakeClouds();
        clouds.aws.describeVirtualInterfaces = () => Promise.reject(new Error("AWS refuses: no credentials."));
        const news = { ...before, vpcId: "vpc-2" };
        const unseen = (reason: string): object[] => [
            {
                property: "",
                reason: `aws.vpcId changes from vpc-1 to vpc-2, and whether the link carries traffic cannot be seen (${reason}): the gateway leaves the VPC and the virtual interface is replaced, ${apart}. Run it again, or set allowOutage: true to let it be cut.`,
            },
        ];
        const guarded = (inputs: object): unknown => guardAlone({ ...inputs }, { ...before }, fakeContext(clouds));
        expect(await guarded(news)).to.deep.equal(unseen("AWS refuses: no credentials"));
        expect(await guarded({ ...news, allowOutage: true })).to.deep.equal([]);
        clouds.state.awsIdentity.accountId = "999999999999";
        expect(await guarded(news)).to.deep.equal(
            unseen(
                "AWS account: the dynamic resources see 999999999999, the official provider 123456789012. Make aws:profile or the AWS environment name one and the same for both",
            ),
        );
    });
});

describe("Preflight without looks", () => {
    it("asks no cloud, at create and at update", async () => {
        const clouds = fakeClouds({ vpcIds: [] });
        const inputs = { ...before, looks: false };
        expect(await preflightHandler.create(inputs, fakeContext(clouds))).to.deep.equal({
            id: "preflight",
            outputs: inputs,
        });
        expect(await preflightHandler.update("preflight", before, inputs, fakeContext(clouds))).to.deep.equal(inputs);
    });

    it("neither allowOutage nor what is only guarded is in its diff", () => {
        const news = { ...before, allowOutage: true, ...path({ mtu: 8500 }) };
        expect(preflightHandler.diff("preflight", before, news)).to.deep.equal({ changes: false, replaces: [] });
        expect(preflightHandler.diff("preflight", before, { ...before, looks: false }).changes).to.equal(true);
    });

    it("stands what has no text, which a program in JavaScript may give", async () => {
        const { refused } = await guard(before, { ...before, vpcId: { toString: "none" } });
        expect(refused.map((line) => line.split(" while ")[0])).to.deep.equal(["aws.vpcId changes from vpc-1 to "]);
    });
});
