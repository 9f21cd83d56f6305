import type { PacketFilter, PacketRule } from "../clouds/network";
import { covers, overlap } from "../rules/cidrBlocks";

type Direction = PacketRule["direction"];

/** Whether a list of rules in their order lets anything of a block through: the first that says something of it decides, and what none allows is denied. */
export function letsSomeThrough(rules: readonly PacketRule[], direction: Direction, cidrBlock: string): boolean {
    const decisive = rules
        .filter((rule) => rule.direction === direction && rule.cidrBlock !== undefined)
        .sort((a, b) => a.priority - b.priority || b.policy.localeCompare(a.policy))
        .find(({ policy, protocol, ports, cidrBlock: block = "" }) =>
            policy === "allow"
                ? overlap(block, cidrBlock)
                : protocol === "all" && ports === undefined && covers(block, cidrBlock),
        );
    return decisive?.policy === "allow";
}

/** Whether at least one of these groups lets something of a block through. Which instance has which is not known. */
export function someGroupAllows(groups: readonly PacketFilter[], direction: Direction, cidrBlock: string): boolean {
    return groups.some(({ rules }) => letsSomeThrough(rules, direction, cidrBlock));
}
