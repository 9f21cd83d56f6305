import type { BgpPeer } from "./alibabaState";
import type { AwsBgpPeer } from "./awsState";
import { lagged, remember } from "./history";
import type { World } from "./world";

/** Each cloud's reading lags by itself (P18), and never says less old things than the list that it stands in. */
function lagOfAws({ durations }: World): number {
    return Math.max(durations.readingLagAws, durations.listLagAws);
}

function lagOfAlibaba({ durations }: World): number {
    return Math.max(durations.readingLagAlibaba, durations.listLagAlibaba);
}

/** Sets the truth on the AWS side and remembers when. */
export function setAwsBgpStatus(world: World, peer: AwsBgpPeer, status: AwsBgpPeer["bgpStatus"]): void {
    if (peer.bgpStatus !== status) {
        remember(world, peer.bgpPeerId, peer.bgpStatus, status, lagOfAws(world));
        peer.bgpStatus = status;
    }
}

/** Sets the truth on the Alibaba Cloud side and remembers when. */
export function setAlibabaBgpStatus(world: World, peer: BgpPeer, status: BgpPeer["bgpStatus"]): void {
    if (peer.bgpStatus !== status) {
        remember(world, peer.bgpPeerId, peer.bgpStatus, status, lagOfAlibaba(world));
        peer.bgpStatus = status;
    }
}

/** What DescribeVirtualInterfaces says. */
export function awsBgpStatus(world: World, peer: AwsBgpPeer): AwsBgpPeer["bgpStatus"] {
    return lagged(world, peer.bgpPeerId, peer.bgpStatus, lagOfAws(world));
}

/** What DescribeBgpPeers says. */
export function alibabaBgpStatus(world: World, peer: BgpPeer): BgpPeer["bgpStatus"] {
    return lagged(world, peer.bgpPeerId, peer.bgpStatus, lagOfAlibaba(world));
}
