import type { PacketFilter, PacketRule } from "../../simulator/world/packetFilter";

/** Lets everything from the peer in, but for the changes. */
export function rule(changes: Partial<PacketRule>): PacketRule {
    return {
        direction: "ingress",
        priority: 1,
        policy: "allow",
        protocol: "all",
        ports: undefined,
        cidrBlock: "172.16.0.0/16",
        ...changes,
    };
}

/** The one that the scenario's VPC has. */
export function onlyFilter(filters: Map<string, PacketFilter>): PacketFilter {
    const [filter, ...others] = filters.values();
    if (filter === undefined || others.length > 0) {
        throw new Error("expected exactly one");
    }
    return filter;
}
