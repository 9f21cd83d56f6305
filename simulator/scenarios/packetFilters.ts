import type { PacketFilter, PacketRule } from "../world/packetFilter";

const directions = ["ingress", "egress"] as const;

/** Lets everything pass from and to these CIDRs, and nothing else; `step` apart, as network ACLs are usually numbered. */
export function filterPassing(
    filter: Pick<PacketFilter, "id" | "vpcId">,
    cidrBlocks: readonly string[],
    firstPriority = 1,
    step = 0,
): PacketFilter {
    const rules = directions.flatMap((direction) =>
        cidrBlocks.map((cidrBlock, index): PacketRule => ({
            direction,
            priority: firstPriority + index * step,
            policy: "allow",
            protocol: "all",
            ports: undefined,
            cidrBlock,
        })),
    );
    return { ...filter, name: "workloads", rules };
}
