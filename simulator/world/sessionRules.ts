import { isSharedAddressSpace, parseInterfaceAddress, parseIpv4, prefixLengthOf, reachesNeighbour } from "./addresses";
import type { BgpGroup, BgpPeer, BorderRouter, Circuit } from "./alibabaState";
import type { AwsBgpPeer, HostedConnection, VirtualInterface } from "./awsState";
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

interface SessionRule {
    /** The row of the table of physics. */
    rule: string;
    /** What a failure stops: the link itself, the TCP connection over it, or BGP's OPEN message. */
    layer: "link" | "transport" | "session";
    holds: (ends: SessionEnds, world: World) => boolean;
}

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
    return (
        reachesNeighbour(amazon, customer.address) &&
        reachesNeighbour({ address: local, prefixLength }, peer) &&
        prefixLength >= 24 &&
        prefixLength <= 30 &&
        !isSharedAddressSpace(local) &&
        !isSharedAddressSpace(peer)
    );
}

/** The ASN that AWS really speaks with: its gateway's. */
export function amazonSideAsn(world: World, virtualInterface: VirtualInterface): number {
    const gateway = world.aws.vpnGateways.get(virtualInterface.virtualGatewayId ?? "");
    return gateway?.amazonSideAsn ?? virtualInterface.amazonSideAsn;
}

/** What must be true for a BGP session between the clouds, in masking order. */
const sessionRules: SessionRule[] = [
    { rule: "P2", layer: "link", holds: ({ connection }) => connection.connectionState === "available" },
    { rule: "P16", layer: "link", holds: ({ borderRouter }) => borderRouter.status === "active" },
    { rule: "P16", layer: "link", holds: ({ circuit }) => circuit.status === "Enabled" },
    { rule: "P40", layer: "link", holds: ({ circuit }) => circuit.businessStatus === "Normal" },
    { rule: "P40", layer: "link", holds: ({ circuit }, world) => Date.parse(circuit.expireTime) > world.clock.now() },
    {
        rule: "P16",
        layer: "link",
        holds: ({ virtualInterface: { virtualInterfaceState: state } }) => state === "available" || state === "down",
    },
    {
        rule: "P16",
        layer: "link",
        holds: ({ group, peer }) => group.status === "Available" && peer.status === "Available",
    },
    {
        rule: "P4",
        layer: "link",
        holds: ({ virtualInterface, connection }) => virtualInterface.vlan === connection.vlan,
    },
    {
        rule: "P5",
        layer: "link",
        holds: ({ connection, borderRouter }) =>
            connection.vlanTranslated === true || connection.vlan === borderRouter.vlanId,
    },
    { rule: "P6", layer: "transport", holds: subnetsFit },
    {
        rule: "P7",
        layer: "transport",
        holds: ({ awsPeer, borderRouter }) =>
            addressOf(awsPeer.amazonAddress) === borderRouter.peerGatewayIp &&
            addressOf(awsPeer.customerAddress) === borderRouter.localGatewayIp,
    },
    {
        rule: "P8",
        layer: "transport",
        holds: ({ awsPeer, peer }) => addressOf(awsPeer.amazonAddress) === peer.peerIpAddress,
    },
    {
        rule: "P12",
        layer: "transport",
        holds: ({ awsPeer, group }) => awsPeer.authKey === group.authKey,
    },
    { rule: "P9", layer: "session", holds: ({ awsPeer, group }) => awsPeer.asn === group.localAsn },
    {
        rule: "P9",
        layer: "session",
        holds: ({ virtualInterface, group }, world) => group.peerAsn === amazonSideAsn(world, virtualInterface),
    },
    { rule: "P11", layer: "session", holds: ({ group }) => group.localAsn !== group.peerAsn },
];

/** The rules that keep this session down; empty if it comes up. */
export function brokenRules(world: World, ends: SessionEnds): Pick<SessionRule, "rule" | "layer">[] {
    return sessionRules.filter(({ holds }) => !holds(ends, world)).map(({ rule, layer }) => ({ rule, layer }));
}

/** Whatever of this changes resets a session that is up (P38). */
export function negotiated(world: World, { virtualInterface, awsPeer, group, peer }: SessionEnds): string {
    return JSON.stringify([
        awsPeer.asn,
        amazonSideAsn(world, virtualInterface),
        awsPeer.authKey,
        awsPeer.amazonAddress,
        awsPeer.customerAddress,
        group.localAsn,
        group.peerAsn,
        group.authKey,
        peer.peerIpAddress,
        peer.enableBfd,
        peer.bfdMultiHop,
    ]);
}
