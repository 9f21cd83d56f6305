import type { BgpPeer } from "./alibabaState";
import type { AwsBgpPeer } from "./awsState";
import type { World } from "./world";

interface Change<Value> {
    at: number;
    value: Value;
}

/** What has changed and when; the first entry is what a reading says until the first change is old enough. */
type History = Change<string>[];

const histories = new WeakMap<World, Map<string, History>>();

function historyOf(world: World, id: string): History | undefined {
    return histories.get(world)?.get(id);
}

function record(world: World, id: string, before: string, value: string): void {
    let ofWorld = histories.get(world);
    if (ofWorld === undefined) {
        ofWorld = new Map();
        histories.set(world, ofWorld);
    }
    const history = ofWorld.get(id) ?? [{ at: Number.NEGATIVE_INFINITY, value: before }];
    history.push({ at: world.clock.now(), value });
    ofWorld.set(id, history);
}

/** What was true `lagSeconds` ago. */
function lagged<Value extends string>(world: World, id: string, truth: Value, lagSeconds: number): Value {
    const readAt = world.clock.now() - lagSeconds * 1000;
    const seen = historyOf(world, id)?.findLast((change) => change.at <= readAt);
    return (seen?.value as Value | undefined) ?? truth;
}

/** Sets the truth on the AWS side and remembers when. */
export function setAwsBgpStatus(world: World, peer: AwsBgpPeer, status: AwsBgpPeer["bgpStatus"]): void {
    if (peer.bgpStatus !== status) {
        record(world, peer.bgpPeerId, peer.bgpStatus, status);
        peer.bgpStatus = status;
    }
}

/** Sets the truth on the Alibaba Cloud side and remembers when. */
export function setAlibabaBgpStatus(world: World, peer: BgpPeer, status: BgpPeer["bgpStatus"]): void {
    if (peer.bgpStatus !== status) {
        record(world, peer.bgpPeerId, peer.bgpStatus, status);
        peer.bgpStatus = status;
    }
}

/** What DescribeVirtualInterfaces says: each cloud's reading lags by itself (P18). */
export function awsBgpStatus(world: World, peer: AwsBgpPeer): AwsBgpPeer["bgpStatus"] {
    return lagged(world, peer.bgpPeerId, peer.bgpStatus, world.durations.readingLagAws);
}

/** What DescribeBgpPeers says: each cloud's reading lags by itself (P18). */
export function alibabaBgpStatus(world: World, peer: BgpPeer): BgpPeer["bgpStatus"] {
    return lagged(world, peer.bgpPeerId, peer.bgpStatus, world.durations.readingLagAlibaba);
}
