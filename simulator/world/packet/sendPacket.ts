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
    const forward = travel(world, packet, "new");
    if (forward.stopped) {
        return { arrives: false, direction: "forward", ...forward.stopped, path: forward.path };
    }
    const answer = { ...packet, from: packet.to, to: packet.from, port: ephemeralPort };
    const back = travel(world, answer, "answer");
    return back.stopped
        ? { arrives: false, direction: "return", ...back.stopped, path: back.path }
        : { arrives: true, path: forward.path, returnPath: back.path };
}

interface Journey {
    path: string[];
    stopped?: Stopped;
}

/** Security groups are stateful: they let the answer pass to whatever they let pass. Network ACLs are not. */
function travel(world: World, packet: Packet, kind: "new" | "answer"): Journey {
    const atSource =
        (kind === "new" ? stoppedBySecurityGroups(world, "egress", packet) : undefined) ??
        stoppedByNetworkAcl(world, "egress", packet);
    if (atSource) {
        return { path: [packet.from.subnetId], stopped: atSource };
    }
    const journey = throughPlaces(world, packet);
    const atDestination =
        stoppedByNetworkAcl(world, "ingress", packet) ??
        (kind === "new" ? stoppedBySecurityGroups(world, "ingress", packet) : undefined);
    return journey.stopped || !atDestination ? journey : { ...journey, stopped: atDestination };
}

function throughPlaces(world: World, packet: Packet): Journey {
    const path: string[] = [];
    let place = firstPlace(world, packet.from);
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

function firstPlace(world: World, { subnetId, address }: Endpoint): Place {
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
