import { isSharedAddressSpace, parseInterfaceAddress, parseIpv4, prefixLengthOf, reachesNeighbour } from "./addresses";
import type { BgpGroup, BgpPeer, BorderRouter, Circuit } from "./alibabaState";
import type { AwsBgpPeer, HostedConnection, VirtualInterface } from "./awsState";
import { isHeldDown } from "./failoverTest";
import { prefixesTowardsAws } from "./routes/exchange";
import { leastTimers } from "./sessionTimers";
import type { World } from "./world";

/** Both ends of what may become one BGP session. */
export interface SessionEnds {
    connection: HostedConnection;
    virtualInterface: VirtualInterface;
    awsPeer: AwsBgpPeer;
    circuit: Circuit;
    borderRouter: BorderRouter;
    group: BgpGroup;
    peer: BgpPeer;
}

export type Side = "aws" | "alibaba";

interface SessionRule {
    /** The row of the table of physics. */
    rule: string;
    /** What a failure stops: the link itself, the TCP connection over it, or BGP's OPEN message. */
    layer: "link" | "transport" | "session";
    /**
     * Who knows at once when it stops to hold: the side whose own interface fails; both, where one closes the session and
     * tells the other. Whoever is left out waits for BFD or for the hold time.
     */
    noticedBy: readonly Side[];
    holds: (ends: SessionEnds, world: World) => boolean;
}

const both: readonly Side[] = ["aws", "alibaba"];

const addressOf = (text: string): string => text.split("/")[0] ?? "";

function subnetsFit({ awsPeer, borderRouter }: SessionEnds): boolean {
    const amazon = parseInterfaceAddress(awsPeer.amazonAddress);
    const customer = parseInterfaceAddress(awsPeer.customerAddress);
    const local = parseIpv4(borderRouter.localGatewayIp);
    const peer = parseIpv4(borderRouter.peerGatewayIp);
    const prefixLength = prefixLengthOf(borderRouter.peeringSubnetMask);
    if (!amazon || !customer || local === undefined || peer === undefined || prefixLength === undefined) {
        return false;
    }
    // A subnet that reaches a neighbour is a /30 at most, and of 100.64.0.0/10 with both of its ends.
    return (
        reachesNeighbour(amazon, customer.address) &&
        reachesNeighbour({ address: local, prefixLength }, peer) &&
        prefixLength >= 24 &&
        !isSharedAddressSpace(local)
    );
}

/** The ASN that AWS really speaks with: its gateway's. */
export function amazonSideAsn(world: World, virtualInterface: VirtualInterface): number {
    const { virtualGatewayId, directConnectGatewayId } = virtualInterface;
    const gateway =
        world.aws.directConnectGateways.get(directConnectGatewayId ?? "") ??
        world.aws.vpnGateways.get(virtualGatewayId ?? "");
    return gateway?.amazonSideAsn ?? virtualInterface.amazonSideAsn;
}

/** What must be true for a BGP session between the clouds, in masking order. */
const sessionRules: SessionRule[] = [
    // P16, and P40 of the circuit: AWS's port knows of the connection, Alibaba Cloud's of the VBR and the circuit.
    {
        rule: "P16",
        layer: "link",
        noticedBy: ["aws"],
        holds: ({ connection }) => connection.connectionState === "available",
    },
    // That the connection stays available meanwhile is our reading: its page speaks of sessions and traffic.
    {
        rule: "P16",
        layer: "link",
        noticedBy: ["aws"],
        holds: ({ connection: { underMaintenance } }) => underMaintenance !== true,
    },
    {
        rule: "P16",
        layer: "link",
        noticedBy: ["alibaba"],
        holds: ({ borderRouter }) => borderRouter.status === "active",
    },
    { rule: "P16", layer: "link", noticedBy: ["alibaba"], holds: ({ circuit }) => circuit.status === "Enabled" },
    { rule: "P40", layer: "link", noticedBy: ["alibaba"], holds: ({ circuit }) => circuit.businessStatus === "Normal" },
    {
        rule: "P40",
        layer: "link",
        noticedBy: ["alibaba"],
        holds: ({ circuit }, world) => Date.parse(circuit.expireTime) > world.clock.now(),
    },
    {
        rule: "P16",
        layer: "link",
        noticedBy: both,
        holds: ({ virtualInterface: { virtualInterfaceState: state } }) =>
            state === "available" || state === "down" || state === "testing",
    },
    { rule: "P16", layer: "link", noticedBy: both, holds: ({ awsPeer }) => awsPeer.bgpPeerState === "available" },
    {
        rule: "P41",
        layer: "link",
        noticedBy: both,
        holds: ({ virtualInterface, awsPeer }, world) => !isHeldDown(world, virtualInterface, awsPeer),
    },
    {
        rule: "P16",
        layer: "link",
        noticedBy: both,
        holds: ({ group, peer }) => group.status === "Available" && peer.status === "Available",
    },
    {
        rule: "P4",
        layer: "link",
        noticedBy: [],
        holds: ({ virtualInterface, connection }) => virtualInterface.vlan === connection.vlan,
    },
    {
        rule: "P5",
        layer: "link",
        noticedBy: [],
        holds: ({ connection, borderRouter }) =>
            connection.vlanTranslated === true || connection.vlan === borderRouter.vlanId,
    },
    { rule: "P6", layer: "transport", noticedBy: ["alibaba"], holds: subnetsFit },
    {
        rule: "P7",
        layer: "transport",
        noticedBy: ["alibaba"],
        holds: ({ awsPeer, borderRouter }) =>
            addressOf(awsPeer.amazonAddress) === borderRouter.peerGatewayIp &&
            addressOf(awsPeer.customerAddress) === borderRouter.localGatewayIp,
    },
    {
        rule: "P8",
        layer: "transport",
        noticedBy: both,
        holds: ({ awsPeer, peer }) => addressOf(awsPeer.amazonAddress) === peer.peerIpAddress,
    },
    // P13: AWS sends with a TTL of 1, which the first router on the way uses up.
    { rule: "P13", layer: "transport", noticedBy: [], holds: ({ connection }) => (connection.routedHops ?? 0) === 0 },
    {
        rule: "P12",
        layer: "transport",
        noticedBy: both,
        holds: ({ awsPeer, group }) => awsPeer.authKey === group.authKey,
    },
    { rule: "P9", layer: "session", noticedBy: both, holds: ({ awsPeer, group }) => awsPeer.asn === group.localAsn },
    // P10: which number a group with a fake ASN opens with is a guess.
    {
        rule: "P10",
        layer: "session",
        noticedBy: both,
        holds: ({ group }, { guesses }) => !group.isFake || guesses.fakeAsn === "local-asn",
    },
    {
        rule: "P9",
        layer: "session",
        noticedBy: both,
        holds: ({ virtualInterface, group }, world) => group.peerAsn === amazonSideAsn(world, virtualInterface),
    },
    { rule: "P11", layer: "session", noticedBy: both, holds: ({ group }) => group.localAsn !== group.peerAsn },
    // P14: AWS refuses an OPEN with less.
    {
        rule: "P14",
        layer: "session",
        noticedBy: both,
        holds: ({ group }) => group.hold >= leastTimers.hold && group.keepalive >= leastTimers.keepalive,
    },
    // P24: AWS closes the session, which is Idle then, until there are fewer.
    {
        rule: "P24",
        layer: "link",
        noticedBy: both,
        holds: (ends, world) => prefixesTowardsAws(world, ends) <= world.quotas.prefixesTowardsAws,
    },
];

export type BrokenRule = Pick<SessionRule, "rule" | "layer" | "noticedBy">;

/** The rules that keep this session down; empty if it comes up. */
export function brokenRules(world: World, ends: SessionEnds): BrokenRule[] {
    return sessionRules.filter(({ holds }) => !holds(ends, world));
}

/** Whatever of this changes resets a session that is up (P38). Of what is equal at both ends of such a one, AWS's is asked. */
export function negotiated(world: World, { virtualInterface, awsPeer, peer }: SessionEnds): string {
    return JSON.stringify([
        awsPeer.asn,
        amazonSideAsn(world, virtualInterface),
        awsPeer.authKey,
        awsPeer.amazonAddress,
        awsPeer.customerAddress,
        peer.enableBfd,
        peer.bfdMultiHop,
    ]);
}
