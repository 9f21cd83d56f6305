import { expect } from "chai";

import { bgpVerificationHandler, type BgpVerificationOutputs } from "../../../provider/bgpVerification/handler";
import { currentLimit, type TimeLimit } from "../../../provider/waiting/timeLimit";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makeBorderRouter,
    makeConnection,
    makeGroup,
    makePeer,
    makeVirtualInterface,
    type FakeClouds,
    type FakeState,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const inputs = { vbrId: "vbr-1", connectionId: "dxcon-1", virtualInterfaceId: "dxvif-1", bgpPeerId: "bgp-backend" };

const views = {
    alibaba: {
        bgpStatus: "Established",
        borderRouterStatus: "active",
        circuitStatus: "Enabled",
        businessStatus: "Normal",
        advertisedRouteCount: 2,
        receivedRouteCount: 1,
    },
    aws: { bgpStatus: "up", connectionState: "available", virtualInterfaceState: "available" },
};

const verified: BgpVerificationOutputs = {
    ...inputs,
    ...awsAccount,
    ...alibabaAccount,
    ...views,
    level: "bgp",
    bgpStatus: "up",
    verifiedAt: "2026-01-01T00:00:00.000Z",
};

function mirrored(aws: string, alibaba: string): string {
    return `Both sides mirror each other (BGP is ${aws} at AWS, ${alibaba} at Alibaba Cloud). Wait two minutes after a change, or if AWS has announced maintenance, which takes sessions down for hours; if it stays so, ask both supports.`;
}

function interfaceSaying(...statuses: string[]): ReturnType<typeof makeVirtualInterface> {
    const bgpPeers = statuses.map((bgpStatus, index) => ({
        bgpPeerId: `dxpeer-${index}`,
        addressFamily: "ipv4",
        bgpPeerState: "available",
        bgpStatus,
    }));
    return makeVirtualInterface({ bgpPeers });
}

/** Both ends configured alike, and what each says of the session. */
function joined(aws: string, alibaba: string, changes: Partial<FakeState> = {}): FakeClouds {
    return fakeClouds({
        virtualInterfaces: [interfaceSaying(aws)],
        groups: [makeGroup()],
        peers: [makePeer({ bgpStatus: alibaba, advertisedRouteCount: 2, receivedRouteCount: 1 })],
        ...changes,
    });
}

describe("BgpVerification", () => {
    it("ends once both sides have said up three times in a row, and never writes", async () => {
        const clouds = joined("up", "Established");
        const context = fakeContext(clouds);
        const { id, outputs } = await bgpVerificationHandler.create(inputs, context);
        expect(id).to.equal("dxvif-1/bgp");
        const verifiedAt = new Date(context.clock.now()).toISOString();
        expect(outputs).to.deep.equal({ ...verified, verifiedAt });
        expect(context.lines.map(([, line]) => line)).to.deep.equal([
            "waiting for both clouds to confirm it | BGP: settling | 0s of 15m",
            "waiting for both clouds to confirm it | BGP: settling | 1s of 15m",
            "BGP: up on both sides after 2s",
        ]);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("shows both sides while it waits, and counts anew after a side has fallen", async () => {
        const readings: [string, string][] = [
            ["down", "Idle"],
            ["up", "Connect"],
            ["up", "Established"],
            ["up", "Established"],
            ["down", "Established"],
        ];
        const clouds = joined("up", "Established");
        const real = { ...clouds.aws };
        clouds.aws.describeVirtualInterfaces = () => {
            const [aws, alibaba] = readings.shift() ?? ["up", "Established"];
            clouds.state.virtualInterfaces = [interfaceSaying(aws)];
            clouds.state.peers = [makePeer({ bgpStatus: alibaba })];
            return real.describeVirtualInterfaces();
        };
        const context = fakeContext(clouds);
        await bgpVerificationHandler.create(inputs, context);
        expect(context.lines.map(([, line]) => /BGP: [^|]*[^| ]/.exec(line)?.[0])).to.deep.equal([
            "BGP: AWS down, Alibaba Idle",
            "BGP: AWS up, Alibaba Connect",
            "BGP: settling",
            "BGP: settling",
            "BGP: AWS down, Alibaba Established",
            "BGP: settling",
            "BGP: settling",
            "BGP: up on both sides after 7s",
        ]);
    });

    it("does not call a session up that flaps, and says at the limit how often it fell", async () => {
        const clouds = joined("up", "Established");
        let looks = 0;
        const real = { ...clouds.aws };
        clouds.aws.describeVirtualInterfaces = () => {
            looks += 1;
            clouds.state.virtualInterfaces = [interfaceSaying(looks % 3 === 0 ? "down" : "up")];
            return real.describeVirtualInterfaces();
        };
        const error = await errorOf(
            bgpVerificationHandler.create({ ...inputs, timeoutSeconds: 5 }, fakeContext(clouds)),
        );
        expect(error.message).to.include(
            `It came up and fell 2 times, which is not up. ${mirrored("up", "Established")}`,
        );
    });

    it("takes one reading where one is asked for", async () => {
        const context = fakeContext(joined("up", "Established"));
        await bgpVerificationHandler.create({ ...inputs, consecutiveReads: 1 }, context);
        expect(context.lines).to.deep.equal([]);
    });

    it("demands every peer of the virtual interface", async () => {
        const clouds = joined("up", "Established", { virtualInterfaces: [interfaceSaying("up", "down")] });
        const error = await errorOf(
            bgpVerificationHandler.create({ ...inputs, timeoutSeconds: 5 }, fakeContext(clouds)),
        );
        expect(error.message).to.match(/^BGP: still "AWS down, Alibaba Established" after 5s/);
    });

    describe("a time-out", () => {
        const said =
            "AWS: connection available, virtual interface available, BGP down; Alibaba Cloud: circuit Enabled and Normal, VBR active, BGP Idle.";
        const causes: [string, Partial<FakeState>, string, string?][] = [
            [
                "a VLAN that differs",
                { borderRouters: [makeBorderRouter({ vlanId: 102 })] },
                "dxvif-1 has VLAN 101, vbr-1 has VLAN 102. Ask Alibaba Cloud to correct the VBR's; if the circuit translates, set aws.vlanMayDiffer.",
            ],
            [
                "swapped addresses",
                {
                    borderRouters: [
                        makeBorderRouter({ localGatewayIp: "169.254.10.2", peerGatewayIp: "169.254.10.1" }),
                    ],
                },
                "The addresses are swapped: AWS has 169.254.10.2 for itself and 169.254.10.1 for the VBR, the VBR 169.254.10.2 for itself and 169.254.10.1 for AWS. Make the virtual interface anew with both addresses exchanged: pulumi refresh, then pulumi up.",
            ],
            [
                "another customer address",
                { borderRouters: [makeBorderRouter({ localGatewayIp: "169.254.11.1" })] },
                "The virtual interface expects the VBR at 169.254.10.1, the VBR is at 169.254.11.1 (local gateway). Correct one of them: the VBR's owner its address, or pulumi refresh and pulumi up the virtual interface.",
            ],
            [
                "another AWS address",
                { borderRouters: [makeBorderRouter({ peerGatewayIp: "169.254.11.2" })] },
                "AWS is at 169.254.10.2, the VBR expects it at 169.254.11.2 (peer gateway). Correct one of them: the VBR's owner its address, or pulumi refresh and pulumi up the virtual interface.",
            ],
            [
                "another peer address",
                { peers: [makePeer({ peerIpAddress: "169.254.10.9" })] },
                "BGP peer bgp-backend expects AWS at 169.254.10.9, AWS is at 169.254.10.2. Run pulumi refresh and then pulumi up, which sets the peer's address.",
            ],
            [
                "another local ASN",
                { groups: [makeGroup({ localAsn: 64999 })] },
                "The virtual interface expects ASN 45104 of the VBR, BGP group bgpg-backend has 64999 (LocalAsn). Run pulumi up with bgp.localAsn: 64999 and allowOutage: true, which makes the interface anew; or set the group's.",
            ],
            [
                "another peer ASN",
                { groups: [makeGroup({ peerAsn: 64600 })] },
                "The AWS gateway has ASN 64512, BGP group bgpg-backend expects 64600 (PeerAsn). Run pulumi refresh and then pulumi up, which sets the group's PeerAsn.",
            ],
            [
                "another key",
                { groups: [makeGroup({ authKey: "another-key" })] },
                "The authentication keys differ. Run pulumi refresh and then pulumi up, which sets the virtual interface's on the VBR.",
            ],
            [
                "a trailing space",
                { groups: [makeGroup({ authKey: "key-of-the-backend " })] },
                "The authentication keys differ by a space at an end. Run pulumi refresh and then pulumi up, which sets the virtual interface's on the VBR.",
            ],
            [
                "a key that is not shown",
                { groups: [makeGroup({ authKey: "***" })] },
                "Alibaba Cloud does not show its authentication key, so that nobody knows whether both are equal. Compare both in the consoles; a trailing space is enough.",
            ],
            ["nothing", {}, mirrored("down", "Idle")],
            [
                "a connection that is down",
                { connections: [makeConnection({ connectionState: "down" })] },
                "Hosted connection dxcon-1 is down; it must be available. Wait if AWS has announced maintenance, which takes it down for hours; else ask both supports about the circuit.",
                said.replace("connection available", "connection down"),
            ],
            [
                "another key on a VBR that is not the user's",
                { borderRouters: [makeBorderRouter({ own: false })], groups: [makeGroup({ authKey: "another-key" })] },
                "The authentication keys differ. Ask Alibaba Cloud to set the virtual interface's on the VBR, which is not yours.",
            ],
            [
                "a connection that the partner has deleted",
                { connections: [makeConnection({ connectionState: "deleted" })] },
                "Hosted connection dxcon-1 is deleted. Ask Alibaba Cloud to issue the connection again, then run pulumi refresh.",
                said.replace("connection available", "connection deleted"),
            ],
            [
                "a circuit in a state that no document names",
                { borderRouters: [makeBorderRouter({ physicalConnectionBusinessStatus: "Frozen" })] },
                "Circuit pc-1 is Frozen; it must be Normal. Settle that in the Alibaba Cloud console.",
                said.replace("Normal", "Frozen"),
            ],
            [
                "a locked circuit",
                { borderRouters: [makeBorderRouter({ physicalConnectionBusinessStatus: "FinancialLocked" })] },
                "Circuit pc-1 is FinancialLocked; it must be Normal. Pay the open bill of the circuit in the Alibaba Cloud console.",
                said.replace("Normal", "FinancialLocked"),
            ],
            [
                "a subscription that is over",
                { borderRouters: [makeBorderRouter({ expireTime: "1970-01-01T00:00:00Z" })] },
                "The subscription of circuit pc-1 ended at 1970-01-01T00:00:00Z. Renew the circuit's subscription in the Alibaba Cloud console.",
            ],
            [
                "a virtual interface that is gone",
                { virtualInterfaces: [] },
                "Virtual interface dxvif-1 is not there. Run pulumi refresh and then pulumi up, which makes one.",
                said.replace("interface available, BGP down", "interface not there, BGP not there"),
            ],
            [
                "a virtual interface that is deleted and still listed",
                { virtualInterfaces: [makeVirtualInterface({ virtualInterfaceState: "deleted" })] },
                "Virtual interface dxvif-1 is deleted. Run pulumi refresh and then pulumi up, which makes one.",
                said.replace("interface available", "interface deleted"),
            ],
            [
                "a peer that is gone",
                { peers: [] },
                "vbr-1 has no BGP peer. Run pulumi refresh and then pulumi up, which makes it.",
                said.replace("BGP Idle", "BGP not there"),
            ],
        ];
        for (const [what, changes, cause, words = said] of causes) {
            it(`names both sides and ${what}`, async () => {
                const context = fakeContext(joined("down", "Idle", changes));
                const error = await errorOf(bgpVerificationHandler.create({ ...inputs, timeoutSeconds: 60 }, context));
                const state = error.message.split(". AWS: ")[0] ?? "";
                expect(state).to.match(
                    /^BGP: still "AWS (down|not there), Alibaba (Idle|not there)" after 1m \(for the last 1m\)$/,
                );
                expect(error.message).to.equal(
                    `${state}. ${words} ${cause} Then run pulumi up again; it goes on where it stopped.`,
                );
                expect(error.message).to.not.include("key-of-the-backend");
            });
        }
    });

    describe("update", () => {
        const update = (clouds: FakeClouds, changes: object, olds = verified): Promise<BgpVerificationOutputs> =>
            bgpVerificationHandler.update("dxvif-1/bgp", olds, { ...inputs, ...changes }, fakeContext(clouds));

        it("warns where a session that was up has fallen, and shows it in the outputs", async () => {
            const context = fakeContext(joined("down", "Idle"));
            const outputs = await bgpVerificationHandler.update("dxvif-1/bgp", verified, inputs, context);
            expect(outputs).to.deep.equal({
                ...verified,
                bgpStatus: "down",
                alibaba: { ...views.alibaba, bgpStatus: "Idle" },
                aws: { ...views.aws, bgpStatus: "down" },
            });
            // It waits as long as a session takes to come back.
            expect(context.clock.now() - Date.UTC(2026, 0, 1)).to.equal(180_000);
            expect(context.lines[0]).to.deep.equal([
                "progress",
                "waiting for both clouds | BGP: AWS down, Alibaba Idle | 0s of 3m",
            ]);
            expect(context.lines.filter(([severity]) => severity !== "progress")).to.deep.equal([
                [
                    "warn",
                    `BGP was up and has fallen (AWS down, Alibaba Idle). ${mirrored("down", "Idle")} Then run pulumi up again. Set verification.onDown to "fail" to stop here.`,
                ],
            ]);
        });

        it("does not wait where something keeps the session down", async () => {
            const connections = [makeConnection({ connectionState: "down" })];
            const context = fakeContext(joined("down", "Idle", { connections }));
            await bgpVerificationHandler.update("dxvif-1/bgp", verified, inputs, context);
            expect(context.lines).to.deep.equal([
                [
                    "warn",
                    'BGP was up and has fallen (AWS down, Alibaba Idle). Hosted connection dxcon-1 is down; it must be available. Wait if AWS has announced maintenance, which takes it down for hours; else ask both supports about the circuit. Then run pulumi up again. Set verification.onDown to "fail" to stop here.',
                ],
            ]);
            expect(context.clock.now()).to.equal(Date.UTC(2026, 0, 1));
        });

        it("waits for one that was just mended, without a warning", async () => {
            const clouds = joined("down", "Active");
            const context = fakeContext(clouds, (now) => {
                if (now >= Date.UTC(2026, 0, 1) + 90_000) {
                    Object.assign(clouds.state, joined("up", "Established").state);
                }
            });
            const outputs = await bgpVerificationHandler.update("dxvif-1/bgp", verified, inputs, context);
            expect(outputs).to.deep.equal({ ...verified, verifiedAt: outputs.verifiedAt });
            expect(context.lines.filter(([severity]) => severity !== "progress")).to.deep.equal([]);
        });

        it("sees at one look that a session is back", async () => {
            const down = { ...verified, bgpStatus: "down" as const, verifiedAt: "2025-12-01T00:00:00.000Z" };
            expect(await update(joined("up", "Established"), {}, down)).to.deep.equal(verified);
        });

        it("verifies anew when something that it depends on has changed", async () => {
            for (const change of [{ triggers: ["key 2"] }, { bgpPeerId: "bgp-2" }]) {
                const error = await errorOf(update(joined("down", "Idle"), { ...change, timeoutSeconds: 5 }));
                expect(error.message).to.match(/^BGP: still "AWS down, /);
            }
        });

        it('fails with onDown "fail"', async () => {
            const error = await errorOf(update(joined("down", "Idle"), { onDown: "fail", timeoutSeconds: 5 }));
            expect(error.message).to.match(/^BGP: still "AWS down, Alibaba Idle" after 5s/);
        });
    });

    it("is due for what it depends on and for a fallen session, and is replaced with the virtual interface alone", () => {
        const diff = (changes: object, olds = verified): unknown =>
            bgpVerificationHandler.diff("dxvif-1/bgp", olds, { ...inputs, ...changes });
        expect(diff({})).to.deep.equal({ changes: false, replaces: [] });
        expect(diff({ timeoutSeconds: 1, onDown: "fail", consecutiveReads: 9 })).to.deep.equal({
            changes: false,
            replaces: [],
        });
        expect(diff({ triggers: ["key 2"] })).to.deep.equal({ changes: true, replaces: [] });
        expect(diff({}, { ...verified, bgpStatus: "down" })).to.deep.equal({ changes: true, replaces: [] });
        expect(diff({ virtualInterfaceId: "dxvif-2" })).to.deep.equal({
            changes: true,
            replaces: ["virtualInterfaceId"],
        });
    });

    it("asks for an update where a session has fallen that no refresh has seen yet, and fails no preview", async () => {
        const hasDrifted = (clouds: FakeClouds): Promise<boolean> | undefined =>
            bgpVerificationHandler.hasDrifted?.(verified, fakeContext(clouds));
        expect(await hasDrifted(joined("up", "Established"))).to.equal(false);
        expect(await hasDrifted(joined("down", "Established"))).to.equal(true);
        expect(await hasDrifted(joined("up", "Established", { peers: [] }))).to.equal(true);
        const virtualInterfaces = [makeVirtualInterface({ virtualInterfaceState: "testing" })];
        expect(await hasDrifted(joined("down", "Idle", { virtualInterfaces }))).to.equal(false);
        const silent = joined("down", "Idle");
        silent.aws.describeConnections = () => Promise.reject(new Error("no answer"));
        expect(await hasDrifted(silent)).to.equal(false);
    });

    it("holds no preview up for longer than 15 seconds", async () => {
        const clouds = joined("up", "Established");
        const real = { ...clouds.aws };
        let limit: TimeLimit | undefined;
        clouds.aws.describeConnections = () => {
            limit = currentLimit();
            return real.describeConnections();
        };
        await bgpVerificationHandler.hasDrifted?.(verified, fakeContext(clouds));
        expect(limit).to.deep.equal({ endsAt: Date.UTC(2026, 0, 1) + 15_000 });
    });

    describe("read", () => {
        const read = (clouds: FakeClouds): Promise<BgpVerificationOutputs | undefined> =>
            bgpVerificationHandler.read("dxvif-1/bgp", verified, fakeContext(clouds));

        it("sees no drift while the session is up, whatever the route counts", async () => {
            const clouds = joined("up", "Established");
            clouds.state.peers = [makePeer({ bgpStatus: "Established", receivedRouteCount: 99 })];
            expect(await read(clouds)).to.deep.equal(verified);
        });

        it("leaves the state byte-equal where nothing has changed", async () => {
            expect(JSON.stringify(await read(joined("up", "Established")))).to.equal(JSON.stringify(verified));
        });

        it("shows a circuit that is locked although the session is still up", async () => {
            const borderRouters = [makeBorderRouter({ physicalConnectionBusinessStatus: "FinancialLocked" })];
            expect(await read(joined("up", "Established", { borderRouters }))).to.deep.equal({
                ...verified,
                alibaba: { ...views.alibaba, businessStatus: "FinancialLocked" },
            });
        });

        it("is never taken for gone, nor for fallen, from another account", async () => {
            const message =
                "Alibaba Cloud account: the dynamic resources see 42, the official provider 1234567890123456. Make alicloud:profile or the ALICLOUD_* environment name one and the same for both.";
            const alibabaIdentity = { accountId: "42", region: "ap-southeast-1" };
            const fallen = joined("up", "Established", { alibabaIdentity, peers: [], groups: [], borderRouters: [] });
            expect((await errorOf(read(fallen))).message).to.equal(message);
            const gone = joined("up", "Established", { alibabaIdentity, virtualInterfaces: [] });
            expect((await errorOf(read(gone))).message).to.equal(message);
        });

        it("shows a fallen session", async () => {
            expect(await read(joined("down", "Idle"))).to.deep.equal({
                ...verified,
                bgpStatus: "down",
                alibaba: { ...views.alibaba, bgpStatus: "Idle" },
                aws: { ...views.aws, bgpStatus: "down" },
            });
        });

        it("takes a running failover test for no drift", async () => {
            const virtualInterfaces = [makeVirtualInterface({ virtualInterfaceState: "testing" })];
            expect(await read(joined("down", "Idle", { virtualInterfaces }))).to.deep.equal(verified);
        });

        it("is gone with its virtual interface", async () => {
            expect(await read(joined("down", "Idle", { virtualInterfaces: [] }))).to.equal(undefined);
            const virtualInterfaces = [makeVirtualInterface({ virtualInterfaceState: "deleted" })];
            const deleted = joined("down", "Idle", { virtualInterfaces });
            expect(await read(deleted)).to.equal(undefined);
            // An up may have told the state before that it is gone.
            const told = await bgpVerificationHandler.update("dxvif-1/bgp", verified, inputs, fakeContext(deleted));
            expect(told.aws.virtualInterfaceState).to.equal("deleted");
            expect(await bgpVerificationHandler.read("dxvif-1/bgp", told, fakeContext(deleted))).to.equal(undefined);
        });
    });

    it("checks all that it is told", () => {
        expect(
            bgpVerificationHandler.check({ onDown: "ignore", consecutiveReads: 0, timeoutSeconds: -1 }),
        ).to.deep.equal([
            { property: "onDown", reason: 'onDown is "ignore"; it must be "warn" or "fail".' },
            { property: "consecutiveReads", reason: "consecutiveReads is 0; it must be a whole number from 1 on." },
            { property: "timeoutSeconds", reason: "timeoutSeconds is -1; it must be a positive number of seconds." },
        ]);
        expect(bgpVerificationHandler.check(inputs)).to.deep.equal([]);
    });
});
