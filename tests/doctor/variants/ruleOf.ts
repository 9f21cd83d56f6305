import type { PacketRule } from "../../../simulator/world/packetFilter";

export function ruleOf(
    direction: PacketRule["direction"],
    priority: number,
    policy: PacketRule["policy"],
    cidrBlock: string,
): PacketRule {
    return { direction, priority, policy, protocol: "all", ports: undefined, cidrBlock };
}
