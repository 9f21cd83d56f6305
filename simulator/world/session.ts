import type { BgpPeer } from "./alibabaState";
import { setAlibabaBgpStatus, setAwsBgpStatus } from "./readings";
import { brokenRules, negotiated, type SessionEnds } from "./sessionRules";
import type { World } from "./world";

/** A session that is opening or up. One that cannot come up does not exist. */
interface Session {
    ends: SessionEnds;
    /** What was agreed on when it opened; another value is another session (P38). */
    negotiated: string;
    established: boolean;
}

const sessions = new WeakMap<World, Map<string, Session>>();

/** The sessions that are up, both ends of each. */
export function establishedSessions(world: World): SessionEnds[] {
    return [...(sessions.get(world)?.values() ?? [])].filter(({ established }) => established).map(({ ends }) => ends);
}

/** Every BGP peer of a virtual interface with every one of its address family at the other end of the circuit. */
export function sessionCandidates(world: World): SessionEnds[] {
    const candidates: SessionEnds[] = [];
    for (const virtualInterface of world.aws.virtualInterfaces.values()) {
        const connection = world.aws.connections.get(virtualInterface.connectionId);
        const circuit = world.alibaba.circuits.get(connection?.circuitId ?? "");
        if (connection === undefined || circuit === undefined) {
            continue;
        }
        for (const peer of world.alibaba.bgpPeers.values()) {
            const group = world.alibaba.bgpGroups.get(peer.bgpGroupId);
            const borderRouter = world.alibaba.borderRouters.get(peer.routerId);
            if (group && borderRouter?.physicalConnectionId === circuit.physicalConnectionId) {
                const ends = { connection, virtualInterface, circuit, borderRouter, group, peer };
                const ofFamily = virtualInterface.bgpPeers.filter(
                    ({ addressFamily }) => addressFamily === group.ipVersion.toLowerCase(),
                );
                candidates.push(...ofFamily.map((awsPeer) => ({ ...ends, awsPeer })));
            }
        }
    }
    return candidates;
}

/** A session comes up `bgpSession` seconds after its last obstacle has gone, and falls with the first that appears. */
export function settleSessions(world: World): void {
    const before = sessions.get(world) ?? new Map<string, Session>();
    const after = new Map<string, Session>();
    const peerStatus = new Map<string, BgpPeer["bgpStatus"]>();
    for (const ends of sessionCandidates(world)) {
        const broken = brokenRules(world, ends);
        const peerId = ends.peer.bgpPeerId;
        if (broken.length > 0) {
            peerStatus.set(peerId, broken.some(({ layer }) => layer === "link") ? "Idle" : "Active");
            continue;
        }
        const key = `${ends.awsPeer.bgpPeerId} ${peerId}`;
        const known = before.get(key);
        const agreed = negotiated(world, ends);
        const session = known?.negotiated === agreed ? known : open(world, ends, agreed);
        after.set(key, session);
        peerStatus.set(peerId, session.established ? "Established" : "Connect");
    }
    sessions.set(world, after);
    showOnBothSides(world, peerStatus);
}

function open(world: World, ends: SessionEnds, agreed: string): Session {
    const session: Session = { ends, negotiated: agreed, established: false };
    // A session that was given up meanwhile is no longer in the map: establishing it then has no effect.
    world.later(world.durations.bgpSession, () => {
        session.established = true;
    });
    return session;
}

/** P17: a virtual interface is `available` while a session is up, else `down`; P10: never up on one side alone. */
function showOnBothSides(world: World, peerStatus: Map<string, BgpPeer["bgpStatus"]>): void {
    const established = establishedSessions(world);
    for (const vif of world.aws.virtualInterfaces.values()) {
        for (const peer of vif.bgpPeers) {
            const isUp = established.some(({ awsPeer }) => awsPeer === peer);
            setAwsBgpStatus(world, peer, isUp ? "up" : "down");
        }
        const up = vif.bgpPeers.some(({ bgpStatus }) => bgpStatus === "up");
        if (vif.virtualInterfaceState === "available" || vif.virtualInterfaceState === "down") {
            vif.virtualInterfaceState = up ? "available" : "down";
        }
    }
    for (const peer of world.alibaba.bgpPeers.values()) {
        const status = peerStatus.get(peer.bgpPeerId) ?? "Idle";
        setAlibabaBgpStatus(world, peer, peer.everEstablished && status === "Idle" ? "Down" : status);
        peer.everEstablished ||= status === "Established";
    }
}
