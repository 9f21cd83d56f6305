import type { PacketOutcome } from "../../../../simulator/world/packet/packet";
import { sendPacket } from "../../../../simulator/world/packet/sendPacket";
import { joinAndWait, only, type Joined } from "../joined";
import { packetOf } from "./packets";

/** The world's own IDs by what they are in these tests. */
function named({ world, vpc, systemTable }: Joined, path: string[]): string[] {
    const alibabaVpc = world.alibaba.vpcs.values().next().value;
    const [vSwitch] = alibabaVpc?.vSwitches ?? [];
    const names = new Map([
        [vpc.vpcId, "AWS VPC"],
        [packetSubnet(world), "subnet"],
        [alibabaVpc?.vpcId, "VPC"],
        [vSwitch?.vSwitchId, "vSwitch"],
        [systemTable.transitRouterId, "transit router"],
        [only([...world.alibaba.borderRouters.keys()].filter((id) => id !== "vbr-2")), "VBR"],
    ]);
    return path.map((at) => names.get(at) ?? at);
}

function packetSubnet(world: Joined["world"]): string {
    return only([...world.aws.subnets.values()].filter(({ cidrBlock }) => cidrBlock === "10.0.1.0/24")).subnetId;
}

export function pathsOf(joined: Joined, outcome: PacketOutcome): unknown {
    return outcome.arrives
        ? { there: named(joined, outcome.path), back: named(joined, outcome.returnPath) }
        : { ...outcome, at: named(joined, [outcome.at]).join(), path: named(joined, outcome.path) };
}

/** The ways of a packet and of its answer, after a change and once all routes are in the tables. */
export function waysAfter(change: (joined: Joined) => unknown, bytes = 1400): unknown {
    const joined = joinAndWait();
    const packet = packetOf(joined);
    change(joined);
    joined.world.changed();
    joined.clock.advance(joined.world.durations.bgpSession + 2 * joined.world.durations.routeInstallation);
    return pathsOf(joined, sendPacket(joined.world, { ...packet, bytes }));
}

export const overCircuit = {
    there: ["subnet", "vgw-00000001", "dxvif-00000001", "VBR", "transit router", "VPC"],
    back: ["vSwitch", "transit router", "VBR", "dxvif-00000001", "vgw-00000001", "AWS VPC"],
};
