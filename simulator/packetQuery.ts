import { covers, parseIpv4 } from "./world/addresses";
import type { Endpoint, Packet, PacketOutcome } from "./world/packet/packet";
import { sendPacket } from "./world/packet/sendPacket";
import type { World } from "./world/world";

/** What a query for a packet lacks. */
export class BadQuery extends Error {}

/**
 * Sends the packet that a query describes: `from` and `to` (addresses), `protocol` (tcp, udp, icmp), `port`, `bytes`, and `fromGroups` and `toGroups` (IDs
 * of security groups, with commas between them; left out, all of the VPC).
 */
export function packetAskedFor(world: World, query: URLSearchParams): PacketOutcome {
    const protocol = query.get("protocol") ?? "tcp";
    if (protocol !== "tcp" && protocol !== "udp" && protocol !== "icmp") {
        throw new BadQuery(`protocol ${protocol} is none of tcp, udp and icmp.`);
    }
    const packet: Packet = {
        from: endOf(world, query, "from"),
        to: endOf(world, query, "to"),
        protocol,
        port: numberOf(query, "port", 443, 65_535),
        bytes: numberOf(query, "bytes", 1500, 65_535),
    };
    return sendPacket(world, packet);
}

function numberOf(query: URLSearchParams, name: string, fallback: number, most: number): number {
    const text = query.get(name) ?? String(fallback);
    if (!/^\d{1,5}$/.test(text) || Number(text) > most) {
        throw new BadQuery(`${name} ${text} is no whole number up to ${most}.`);
    }
    return Number(text);
}

function endOf(world: World, query: URLSearchParams, name: "from" | "to"): Endpoint {
    const address = query.get(name) ?? "";
    if (parseIpv4(address) === undefined) {
        throw new BadQuery(`${name} "${address}" is no IPv4 address.`);
    }
    const [subnet, ...others] = subnetsOf(world).filter(({ cidrBlock }) => covers(cidrBlock, `${address}/32`));
    if (subnet === undefined || others.length > 0) {
        throw new BadQuery(
            `${subnet === undefined ? "No subnet has" : "Several subnets have"} the address ${address}.`,
        );
    }
    const groups = [...world.aws.securityGroups.values(), ...world.alibaba.securityGroups.values()];
    const named = query.get(`${name}Groups`)?.split(",");
    return {
        subnetId: subnet.subnetId,
        address,
        securityGroupIds: named ?? groups.filter(({ vpcId }) => vpcId === subnet.vpcId).map(({ id }) => id),
    };
}

function subnetsOf({ aws, alibaba }: World): { subnetId: string; vpcId: string; cidrBlock: string }[] {
    const vSwitches = [...alibaba.vpcs.values()].flatMap(({ vpcId, vSwitches: own }) =>
        own.map(({ vSwitchId, cidrBlock }) => ({ subnetId: vSwitchId, vpcId, cidrBlock })),
    );
    return [...aws.subnets.values(), ...vSwitches];
}
