import type { BgpPeer } from "./alibabaState";
import type { AwsBgpPeer } from "./awsState";
import { setAlibabaBgpStatus, setAwsBgpStatus } from "./readings";
import { brokenRules, negotiated, type BrokenRule, type SessionEnds, type Side } from "./sessionRules";
import { agreedTimers, secondsToNotice, type Timers } from "./sessionTimers";
import type { World } from "./world";

/** A session that is opening, up, or not yet missed by one of its ends. One that cannot come up does not exist. */
interface Session {
    ends: SessionEnds;
    /** What was agreed on when it opened; another value is another session (P38). */
    negotiated: string;
    timers: Timers;
    established: boolean;
    /** The sides that take it for up; both or none, until something fails that one side alone can see. */
    upAt: Set<Side>;
    /** A failure that not both sides know of yet; undefined while packets pass. */
    failure: object | undefined;
}

const sides: readonly Side[] = ["aws", "alibaba"];

const sessions = new WeakMap<World, Map<string, Session>>();

function sessionsOf(world: World): Session[] {
    return [...(sessions.get(world)?.values() ?? [])];
}

/** The sessions that a side takes for up, both ends of each: what it routes by, even while nothing arrives any more. */
export function sessionsUpAt(world: World, side: Side): SessionEnds[] {
    return sessionsOf(world)
        .filter(({ upAt }) => upAt.has(side))
        .map(({ ends }) => ends);
}

/** The sessions over which packets pass: up on both sides, and nothing has failed that they have not missed yet. */
export function passingSessions(world: World): SessionEnds[] {
    return sessionsOf(world)
        .filter(({ upAt, failure }) => upAt.size === sides.length && failure === undefined)
        .map(({ ends }) => ends);
}

/** What the two ends of a peer's session agreed on (P14); undefined while there is none. */
export function timersOf(world: World, { bgpPeerId }: BgpPeer): Timers | undefined {
    return sessionsOf(world).find(({ ends, upAt }) => ends.peer.bgpPeerId === bgpPeerId && upAt.has("alibaba"))?.timers;
}

/** Every BGP peer of a virtual interface with every one of its address family at the other end of the circuit. */
function sessionCandidates(world: World): SessionEnds[] {
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

/** A session comes up `bgpSession` seconds after its last obstacle has gone; either side gives it up once it knows of another. */
export function settleSessions(world: World): void {
    const before = sessions.get(world) ?? new Map<string, Session>();
    const after = new Map<string, Session>();
    const statuses = new Map<string, BgpPeer["bgpStatus"][]>();
    for (const ends of sessionCandidates(world)) {
        const key = `${ends.awsPeer.bgpPeerId} ${ends.peer.bgpPeerId}`;
        const broken = brokenRules(world, ends);
        const session = settle(world, ends, broken, before.get(key));
        if (session !== undefined) {
            after.set(key, session);
        }
        const { bgpPeerId } = ends.peer;
        statuses.set(bgpPeerId, [...(statuses.get(bgpPeerId) ?? []), statusAtAlibaba(session, broken)]);
    }
    sessions.set(world, after);
    showOnBothSides(world, statuses);
}

function settle(
    world: World,
    ends: SessionEnds,
    broken: BrokenRule[],
    known: Session | undefined,
): Session | undefined {
    const agreed = negotiated(world, ends);
    const same = known?.negotiated === agreed ? known : undefined;
    if (broken.length > 0) {
        return same?.established === true ? fail(world, same, broken) : undefined;
    }
    if (same === undefined || (same.established && same.upAt.size < sides.length)) {
        return open(world, ends, agreed);
    }
    // What neither side has missed has not happened to the session.
    same.failure = undefined;
    return same;
}

function open(world: World, ends: SessionEnds, agreed: string): Session {
    const session: Session = {
        ends,
        negotiated: agreed,
        timers: agreedTimers(world, ends.group),
        established: false,
        upAt: new Set(),
        failure: undefined,
    };
    // A session that was given up meanwhile is no longer in the map: establishing it then has no effect.
    world.later(world.durations.bgpSession, () => {
        session.established = true;
        session.upAt = new Set(sides);
    });
    return session;
}

/** Who can see the failure gives the session up at once, the others when BFD or the hold time tells them (P14, P15). */
function fail(world: World, session: Session, broken: BrokenRule[]): Session | undefined {
    const noticed = new Set(broken.flatMap(({ noticedBy }) => noticedBy));
    session.upAt = new Set([...session.upAt].filter((side) => !noticed.has(side)));
    if (session.failure === undefined) {
        const failure = {};
        session.failure = failure;
        const { peer, borderRouter } = session.ends;
        for (const side of session.upAt) {
            world.later(secondsToNotice(side, session.timers.hold, peer, borderRouter), () => {
                if (session.failure === failure) {
                    session.upAt.delete(side);
                }
            });
        }
    }
    return session.upAt.size > 0 ? session : undefined;
}

function statusAtAlibaba(session: Session | undefined, broken: BrokenRule[]): BgpPeer["bgpStatus"] {
    if (session?.upAt.has("alibaba") === true) {
        return "Established";
    }
    if (broken.length === 0) {
        return "Connect";
    }
    return broken.some(({ layer }) => layer === "link") ? "Idle" : "Active";
}

/** The furthest that any of a peer's candidates has come is what it says. */
const progress: readonly BgpPeer["bgpStatus"][] = ["Established", "Connect", "Active", "Idle"];

function showOnBothSides(world: World, statuses: Map<string, BgpPeer["bgpStatus"][]>): void {
    const upAtAws = new Set<AwsBgpPeer>(sessionsUpAt(world, "aws").map(({ awsPeer }) => awsPeer));
    for (const vif of world.aws.virtualInterfaces.values()) {
        for (const peer of vif.bgpPeers) {
            setAwsBgpStatus(world, peer, upAtAws.has(peer) ? "up" : "down");
        }
        // P17: available while at least one peer is up, else down.
        if (vif.virtualInterfaceState === "available" || vif.virtualInterfaceState === "down") {
            const up = vif.bgpPeers.some(({ bgpStatus }) => bgpStatus === "up");
            vif.virtualInterfaceState = up ? "available" : "down";
        }
    }
    for (const peer of world.alibaba.bgpPeers.values()) {
        const ofPeer = statuses.get(peer.bgpPeerId) ?? [];
        const status = progress.find((candidate) => ofPeer.includes(candidate)) ?? "Idle";
        setAlibabaBgpStatus(world, peer, peer.everEstablished && status === "Idle" ? "Down" : status);
        peer.everEstablished ||= status === "Established";
    }
}
