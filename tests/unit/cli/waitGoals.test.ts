import { expect } from "chai";

import { CloudCallError } from "../../../provider/clouds/errors";
import { offeredCircuit, run, setUp, usualCourse } from "../../support/circuit";
import {
    fakeClouds,
    makeBorderRouter,
    makeConnection,
    makeGroup,
    makePeer,
    makeVirtualInterface,
    type FakeState,
} from "../../support/fakeClouds";
import { waitWith } from "../../support/waiting";

const later = "Run it again later; open a ticket with Alibaba Cloud if it stays so.";
const perhapsAcceptance =
    "While the hosted connection is not accepted, run pulumi up once: Alibaba Cloud may wait for that.";

describe("wait --for backend", () => {
    it("ends with 0 once Alibaba's end is configured, says whose turn it is meanwhile, and writes nothing", async () => {
        const clouds = offeredCircuit();
        const waited = await waitWith({ for: "backend", vbrId: "vbr-1" }, clouds, { course: usualCourse });
        expect(waited).to.deep.include({ exitCode: 0, state: "Running", vbrId: "vbr-1", asked: [] });
        // The pace has a jitter.
        expect(waited.message).to.match(/^Alibaba backend: Running, after 2m( \d+s)?\.$/);
        expect(waited.since).to.match(/^2026-01-01T00:02:/);
        expect(waited.said[0]).to.equal("waiting for Alibaba Cloud | backend: Configuring | 0s of 45m");
        expect(clouds.writes).to.deep.equal([]);
    });

    it("ends with 75 when the time is over: the last state, how long, and what may hold it up", async () => {
        const waited = await waitWith({ for: "backend", vbrId: "vbr-1", timeout: "90s" }, offeredCircuit());
        expect(waited).to.deep.include({
            exitCode: 75,
            message: `Alibaba backend: still "Configuring" after 1m 30s (for the last 1m 30s). ${later} ${perhapsAcceptance}`,
            since: "2026-01-01T00:00:00.000Z",
        });
    });

    it("looks once with --timeout 0", async () => {
        const waited = await waitWith({ for: "backend", vbrId: "vbr-1", timeout: "0" }, offeredCircuit());
        expect(waited).to.deep.include({
            exitCode: 75,
            message: `Alibaba backend is "Configuring". ${later} ${perhapsAcceptance}`,
            said: [],
        });
        expect(await waitWith({ for: "backend", vbrId: "vbr-1", timeout: "0" }, fakeClouds())).to.include({
            exitCode: 0,
        });
    });

    it("finds the VBR by its access point, and says whose turn it is while nothing is bought", async () => {
        const clouds = fakeClouds({ borderRouters: [] });
        const course = { 60: (state: FakeState) => state.borderRouters.push(makeBorderRouter()) };
        const waited = await waitWith({ for: "backend", accessPointId: "ap-1" }, clouds, { course });
        expect(waited.exitCode).to.equal(0);
        expect(waited.said[0]).to.equal(
            "your turn: check the VBR's ID and region, or buy the multi-cloud connection | backend: not there | 0s of 45m",
        );
    });

    it("ends with 1 at once where no waiting helps", async () => {
        const locked = makeBorderRouter({ physicalConnectionBusinessStatus: "FinancialLocked" });
        const waited = await waitWith({ for: "backend", vbrId: "vbr-1" }, fakeClouds({ borderRouters: [locked] }));
        expect(waited).to.deep.include({
            exitCode: 1,
            message:
                'Alibaba backend is "FinancialLocked". Pay the open bill of the circuit in the Alibaba Cloud console.',
        });
    });

    it("ends with 1 where several VBRs are at the access point: the list", async () => {
        const clouds = fakeClouds({ borderRouters: [makeBorderRouter(), makeBorderRouter({ vbrId: "vbr-2" })] });
        const waited = await waitWith({ for: "backend", accessPointId: "ap-1" }, clouds);
        expect(waited.exitCode).to.equal(1);
        expect(waited.message).to.match(/^VBR: 2 fit the search\./);
    });
});

describe("wait --for available", () => {
    it("ends with 0 once the hosted connection is available; found by the VBR's VLAN, and never accepted", async () => {
        const clouds = offeredCircuit();
        const course = {
            60: run,
            120: ({ connections }: FakeState) => Object.assign(connections[0] ?? {}, { connectionState: "pending" }),
            180: setUp,
        };
        const waited = await waitWith({ for: "available", vbrId: "vbr-1" }, clouds, { course });
        expect(waited).to.include({ exitCode: 0, state: "available" });
        expect(turns(waited.said)).to.deep.equal([
            "waiting for Alibaba Cloud to show which one is the VBR's",
            "your turn: run pulumi up, which accepts it",
            "waiting for AWS to set the port up",
        ]);
        expect(waited.said[0]).to.match(
            / \| vbr-1 has no VLAN yet to tell by: dxcon-1 "multi-cloud" VLAN 101 ordering; aws\.connectionId chooses one$/,
        );
        expect(clouds.writes).to.deep.equal([]);
    });

    it("waits for the far end of an accepted one", async () => {
        const clouds = fakeClouds({ connections: [makeConnection({ connectionState: "down" })] });
        const waited = await waitWith({ for: "available", connectionId: "dxcon-1", timeout: "0" }, clouds);
        expect(waited).to.include({ exitCode: 75, message: `AWS hosted connection is "down". ${later}` });
    });

    it("ends with 1 where it was rejected", async () => {
        const clouds = fakeClouds({ connections: [makeConnection({ connectionState: "rejected" })] });
        const waited = await waitWith({ for: "available", connectionId: "dxcon-1" }, clouds);
        expect(waited).to.include({
            exitCode: 1,
            message: 'AWS hosted connection is "rejected". Ask Alibaba Cloud to issue the connection again.',
        });
    });

    it("names the account and region in which nothing is offered", async () => {
        const waited = await waitWith(
            { for: "available", vbrId: "vbr-1", timeout: "0" },
            fakeClouds({ connections: [] }),
        );
        expect(waited).to.include({
            exitCode: 75,
            message: `AWS hosted connection is "not there". nothing is offered to AWS account 123456789012 in ap-southeast-1; the order must name both. ${later}`,
        });
    });
});

describe("wait --for bgp-up", () => {
    const joined = (awsStatus: string, alibabaStatus: string): Partial<FakeState> => ({
        virtualInterfaces: [makeVirtualInterface({ bgpPeers: [{ ...awsPeer, bgpStatus: awsStatus }] })],
        groups: [makeGroup()],
        peers: [makePeer({ bgpStatus: alibabaStatus })],
    });
    const awsPeer = { bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available" };
    const ids = { vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" };

    it("ends with 0 once both sides have said so three times in a row", async () => {
        const clouds = fakeClouds(joined("down", "Connect"));
        const course = {
            60: (state: FakeState) => Object.assign(state, joined("up", "Connect")),
            120: (state: FakeState) => Object.assign(state, joined("up", "Established")),
        };
        const waited = await waitWith({ for: "bgp-up", ...ids }, clouds, { course });
        expect(waited).to.include({ exitCode: 0, state: "up" });
        expect(states(waited.said)).to.deep.equal([
            "AWS down, Alibaba Connect",
            "AWS up, Alibaba Connect",
            "settling",
            "settling",
        ]);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("takes a single look's word with --timeout 0", async () => {
        const waited = await waitWith({ for: "bgp-up", ...ids, timeout: "0" }, fakeClouds(joined("up", "Established")));
        expect(waited).to.include({ exitCode: 0, message: "BGP: up, after 0s." });
    });

    it("ends with 75 and what keeps it down", async () => {
        const clouds = fakeClouds({ ...joined("down", "Connect"), groups: [makeGroup({ authKey: "another-key" })] });
        const waited = await waitWith({ for: "bgp-up", ...ids, timeout: "10m" }, clouds);
        expect(waited.exitCode).to.equal(75);
        expect(waited.message).to.match(
            /^BGP: still "AWS down, Alibaba Connect" after 10m .* The authentication keys differ\. Run pulumi refresh/,
        );
    });
});

describe("what stops the command wait", () => {
    const failing = (kind: "passing" | "expired" | "lasting", after = 0): ReturnType<typeof fakeClouds> => {
        const clouds = offeredCircuit();
        const { alibaba } = offeredCircuit();
        let looks = 0;
        clouds.alibaba.describeBorderRouters = () =>
            looks++ < after
                ? alibaba.describeBorderRouters()
                : Promise.reject(new CloudCallError("VBRs: no.", "Code", { cause: undefined, kind }));
        return clouds;
    };
    const outcome = async (clouds: ReturnType<typeof fakeClouds>): Promise<[number, string]> => {
        const { exitCode, message } = await waitWith({ for: "backend", vbrId: "vbr-1", timeout: "1m" }, clouds);
        return [exitCode, message];
    };

    it("bad credentials, and such as had expired before: 1", async () => {
        expect(await outcome(failing("lasting"))).to.deep.equal([1, "VBRs: no."]);
        expect(await outcome(failing("expired"))).to.deep.equal([1, "VBRs: no."]);
    });

    it("credentials that expire meanwhile end it like the time: the next run has new ones", async () => {
        expect(await outcome(failing("expired", 2))).to.deep.equal([
            75,
            'Alibaba backend: still "Configuring" (for the last 2s) when the wait had to end. VBRs: no.',
        ]);
    });

    it("a cloud that stumbles to the end: 75", async () => {
        expect(await outcome(failing("passing"))).to.deep.equal([
            75,
            `Alibaba backend: not seen within 1m. The last look failed: VBRs: no. Run the same command again; it goes on where it stopped.`,
        ]);
    });
});

/** Each state and each turn of the lines before the last, once, in order. */
function states(said: readonly string[]): string[] {
    return said.flatMap((line) => / \| BGP: (.*?) \| /.exec(line)?.[1] ?? []).filter(isNew);
}

function turns(said: readonly string[]): string[] {
    return said.flatMap((line) => /^(.*?) \| /.exec(line)?.[1] ?? []).filter(isNew);
}

function isNew(word: string, index: number, words: readonly string[]): boolean {
    return word === "settling" || words.indexOf(word) === index;
}
