import { covers } from "../addresses";
import type { World } from "../world";
import { stoppedByNetworkAcl, stoppedBySecurityGroups } from "./filters";
import { awsSubnet } from "./outOfAws";
import { vSwitch } from "./outOfAlibaba";
import type { Endpoint, Packet, PacketOutcome, Place, Stopped } from "./packet";

/** The source port of whoever asks, to which the answer goes: the first one that IANA leaves to such uses (RFC 6335). */
const ephemeralPort = 49152;

/** P36: a packet arrives only if it gets there and the answer back, both sides let it pass, and it is not too long for any place on the way. */
export function sendPacket(world: World, packet: Packet): PacketOutcome {
    const [start, end] = [placeOf(world, packet.from), placeOf(world, packet.to)];
    const forward = travel(world, start, packet, "new");
    if (forward.stopped) {
        return { arrives: false, direction: "forward", ...forward.stopped, path: forward.path };
    }
    const answer = { ...packet, from: packet.to, to: packet.from, port: ephemeralPort };
    const back = travel(world, end, answer, "answer");
    return back.stopped
        ? { arrives: false, direction: "return", ...back.stopped, path: back.path }
        : { arrives: true, path: forward.path, returnPath: back.path };
}

interface Journey {
    path: string[];
    stopped?: Stopped;
}

/**
 * Security groups are stateful: they let the answer pass to whatever they let pass. Network ACLs are not, and have no say within one subnet
 * (https://www.alibabacloud.com/help/en/vpc/user-guide/network-acl-overview,
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
 */
function travel(world: World, start: Place, packet: Packet, kind: "new" | "answer"): Journey {
    const leavesSubnet = packet.from.subnetId !== packet.to.subnetId;
    const atSource =
        (kind === "new" ? stoppedBySecurityGroups(world, "egress", packet) : undefined) ??
        (leavesSubnet ? stoppedByNetworkAcl(world, "egress", packet) : undefined);
    if (atSource) {
        return { path: [packet.from.subnetId], stopped: atSource };
    }
    const journey = throughPlaces(world, start, packet);
    const atDestination =
        (leavesSubnet ? stoppedByNetworkAcl(world, "ingress", packet) : undefined) ??
        (kind === "new" ? stoppedBySecurityGroups(world, "ingress", packet) : undefined);
    return journey.stopped || !atDestination ? journey : { ...journey, stopped: atDestination };
}

function throughPlaces(world: World, start: Place, packet: Packet): Journey {
    const path: string[] = [];
    let place = start;
    for (;;) {
        path.push(place.at);
        if (packet.bytes > place.mtu) {
            return { path, stopped: { stop: "mtu", at: place.at } };
        }
        const next = place.onward(world, packet);
        if (next === "arrived") {
            return { path };
        }
        if ("stop" in next) {
            return { path, stopped: next };
        }
        place = next;
    }
}

/** Where a packet of this end starts. */
function placeOf(world: World, { subnetId, address }: Endpoint): Place {
    const subnet = world.aws.subnets.get(subnetId);
    if (subnet && covers(subnet.cidrBlock, `${address}/32`)) {
        return awsSubnet(subnet);
    }
    for (const { vpcId, vSwitches } of world.alibaba.vpcs.values()) {
        const own = vSwitches.find(({ vSwitchId }) => vSwitchId === subnetId);
        if (own && covers(own.cidrBlock, `${address}/32`)) {
            return vSwitch(vpcId, own);
        }
    }
    throw new Error(`No subnet ${subnetId} has the address ${address}.`);
}
