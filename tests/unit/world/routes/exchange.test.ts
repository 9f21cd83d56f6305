import { expect } from "chai";

import type { VSwitch } from "../../../../simulator/world/alibabaState";
import { acceptedByAws, offeredToAws } from "../../../../simulator/world/routes/exchange";
import { passingSessions } from "../../../../simulator/world/session";
import { snapshot } from "../../../../simulator/world/snapshot";
import { join, joinAndWait, only, type Joined } from "../joined";
import { everything, flowsOf, itFlips, manyCidrBlocks, nothing, settled, vSwitches } from "./flows";
import { addSecondLink, type SecondLink } from "./secondLink";

/** Gives the VPC this many vSwitches altogether. */
function setVSwitches({ world }: Joined, count: number): void {
    const vpc = only(world.alibaba.vpcs.values());
    const [first] = vpc.vSwitches as [VSwitch];
    vpc.vSwitches = manyCidrBlocks(count, "172.16").map((cidrBlock) => ({ ...first, vSwitchId: cidrBlock, cidrBlock }));
}

/** What the second VPC's route table has learned, after a change. */
function learnedBehindSecondLink(change: (joined: Joined, second: SecondLink) => unknown): string[] {
    const joined = joinAndWait();
    const second = addSecondLink(joined);
    change(joined, second);
    joined.world.changed();
    joined.clock.advance(joined.world.durations.bgpSession + 2 * joined.world.durations.routeInstallation);
    return second.table.routes
        .filter(({ origin }) => origin === "EnableVgwRoutePropagation")
        .map(({ destinationCidrBlock }) => destinationCidrBlock);
}

describe("what a BGP session carries", () => {
    itFlips([
        {
            title: "P24: 100 prefixes towards AWS",
            flip: (joined) => setVSwitches(joined, 100),
            expected: { byAws: manyCidrBlocks(100, "172.16"), advertised: 100 },
        },
        {
            title: "P24: not 101: the session goes down",
            flip: (joined) => setVSwitches(joined, 101),
            expected: nothing,
        },
        {
            title: "P25: AWS's prefixes up to the RouteQuota",
            flip: ({ vpc, group }) => {
                vpc.cidrBlocks = manyCidrBlocks(110);
                group.routeLimit = 110;
            },
            expected: { byTransitRouter: manyCidrBlocks(110), byVpc: manyCidrBlocks(110), received: 110 },
        },
        {
            title: "P25: what is over the RouteQuota is dropped, and the session stays",
            flip: ({ vpc }) => (vpc.cidrBlocks = manyCidrBlocks(111)),
            expected: { byTransitRouter: manyCidrBlocks(110), byVpc: manyCidrBlocks(110), received: 110 },
        },
    ]);

    it("P24: a session with too many prefixes is Idle, and comes up again once they are fewer", () => {
        const joined = settled(joinAndWait(), (each) => setVSwitches(each, 101));
        expect([joined.peer.bgpStatus, joined.awsPeer.bgpStatus]).to.deep.equal(["Down", "down"]);
        setVSwitches(joined, 100);
        joined.world.changed();
        expect(joined.peer.bgpStatus).to.equal("Connect");
        joined.clock.advance(joined.world.durations.bgpSession);
        expect([joined.peer.bgpStatus, joined.awsPeer.bgpStatus]).to.deep.equal(["Established", "up"]);
    });

    it("P26: two gateways with one ASN do not hear each other through CEN", () => {
        expect(learnedBehindSecondLink(() => undefined)).to.deep.equal(vSwitches);
    });

    it("P26: two gateways with different ASNs do", () => {
        expect(learnedBehindSecondLink((_joined, { useAsn }) => useAsn(64513))).to.deep.equal([
            ...vSwitches,
            "10.0.0.0/16",
        ]);
    });

    it("P27: two gateways with one ASN do, if the first VBR loses the AS path on the way in", () => {
        expect(learnedBehindSecondLink(({ borderRouter }) => (borderRouter.losesAsPath = true))).to.deep.equal([
            ...vSwitches,
            "10.0.0.0/16",
        ]);
    });

    it("P27: or if the second one loses it on the way out", () => {
        expect(learnedBehindSecondLink((_joined, { borderRouter }) => (borderRouter.losesAsPath = true))).to.deep.equal(
            [...vSwitches, "10.0.0.0/16"],
        );
    });

    it("P26, P27: the paths tell it: the VBR's ASN first, then what lies behind", () => {
        const joined = joinAndWait();
        const second = addSecondLink(joined);
        joined.world.changed();
        joined.clock.advance(joined.world.durations.bgpSession);
        const ends = passingSessions(joined.world).find(({ borderRouter }) => borderRouter === second.borderRouter);
        if (ends === undefined) {
            throw new Error("the second session is not up");
        }
        expect(offeredToAws(joined.world, ends)).to.deep.equal([
            ...vSwitches.map((destinationCidrBlock) => ({ destinationCidrBlock, asPath: [45104] })),
            { destinationCidrBlock: "10.0.0.0/16", asPath: [45104, 64512] },
        ]);
        expect(acceptedByAws(joined.world, ends).length).to.equal(2);
    });

    it("P24: what AWS would drop for its path counts too", () => {
        const joined = joinAndWait();
        const second = addSecondLink(joined);
        setVSwitches(joined, 100);
        joined.world.changed();
        joined.clock.advance(joined.world.durations.bgpSession);
        expect([joined.peer.bgpStatus, second.peer.bgpStatus]).to.deep.equal(["Established", "Idle"]);
    });

    it("P24: prefixes that come from another circuit take a session down, in the moment they arrive", () => {
        const joined = joinAndWait();
        const { world, clock } = joined;
        const second = addSecondLink(joined);
        second.useAsn(64513);
        setVSwitches(joined, 99);
        world.changed();
        clock.advance(world.durations.bgpSession + 2 * world.durations.routeInstallation);
        second.vpc.cidrBlocks.push("10.3.0.0/16");
        world.changed();
        clock.advance(world.durations.routeInstallation - 1);
        const statuses = (): string[] => [joined.peer.bgpStatus, second.peer.bgpStatus];
        expect(statuses()).to.deep.equal(["Established", "Established"]);
        clock.advance(1);
        expect(statuses()).to.deep.equal(["Down", "Established"]);
        const before = JSON.stringify(snapshot(world));
        world.changed();
        expect(JSON.stringify(snapshot(world))).to.equal(before);
    });
});

describe("routes on their way into the tables", () => {
    it("arrive some seconds after the session is up, those of both sides", () => {
        const joined = join();
        joined.clock.advance(joined.world.durations.bgpSession);
        const { advertised, received } = everything;
        expect(flowsOf(joined)).to.deep.equal({ ...nothing, advertised, received });
        joined.clock.advance(joined.world.durations.routeInstallation - 1);
        expect(flowsOf(joined)).to.deep.equal({ ...nothing, advertised, received });
        joined.clock.advance(1);
        expect(flowsOf(joined)).to.deep.equal(everything);
    });

    it("arrive each by itself, and are withdrawn at once", () => {
        const joined = joinAndWait();
        const { world, clock, vpc } = joined;
        vpc.cidrBlocks = ["10.9.0.0/16"];
        world.changed();
        expect(flowsOf(joined).byTransitRouter).to.deep.equal([]);
        clock.advance(world.durations.routeInstallation);
        expect(flowsOf(joined).byTransitRouter).to.deep.equal(["10.9.0.0/16"]);
    });

    it("start anew after the session has fallen, or a route was withdrawn meanwhile", () => {
        const joined = join();
        const { world, clock, connection, vpc } = joined;
        const half = world.durations.routeInstallation / 2;
        clock.advance(world.durations.bgpSession + half);
        const cidrBlocks = vpc.cidrBlocks.splice(0);
        world.changed();
        vpc.cidrBlocks.push(...cidrBlocks);
        world.changed();
        clock.advance(half);
        expect(flowsOf(joined).byTransitRouter).to.deep.equal([]);
        clock.advance(half);
        expect(flowsOf(joined)).to.deep.equal(everything);
        connection.connectionState = "down";
        world.changed();
        connection.connectionState = "available";
        world.changed();
        clock.advance(world.durations.bgpSession);
        expect(flowsOf(joined).byAws).to.deep.equal([]);
        clock.advance(world.durations.routeInstallation);
        expect(flowsOf(joined)).to.deep.equal(everything);
    });

    it("stay as they are at a side that has not missed the session yet, and nothing new arrives", () => {
        const joined = joinAndWait();
        const { world, clock, peer, borderRouter, vpc, group } = joined;
        peer.enableBfd = false;
        world.changed();
        clock.advance(world.durations.bgpSession + world.durations.routeInstallation);
        borderRouter.vlanId = 1999;
        vpc.cidrBlocks.push("10.9.0.0/16");
        world.changed();
        clock.advance(group.hold - 1);
        expect(flowsOf(joined)).to.deep.include({ byAws: vSwitches, byTransitRouter: ["10.0.0.0/16"] });
        clock.advance(1);
        expect(flowsOf(joined)).to.deep.equal(nothing);
    });

    it("go by sessions of IPv4 alone: the networks have no other addresses", () => {
        const joined = settled(joinAndWait(), ({ awsPeer, group }) => {
            awsPeer.addressFamily = "ipv6";
            group.ipVersion = "IPV6";
        });
        expect(joined.peer.bgpStatus).to.equal("Established");
        expect(flowsOf(joined)).to.deep.equal(nothing);
    });
});
