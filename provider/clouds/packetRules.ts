import type { PacketRule } from "./network";
import { numberOf, textOf } from "./values";

/** What both clouds write of a rule in their own ways. */

/** Which bounds mean all ports: the whole range, and -1, which stands for all of another protocol than TCP and UDP. */
export function portsOf(first: unknown, last: unknown): PacketRule["ports"] {
    const [from, to] = [numberOf(first), numberOf(last)];
    return from === undefined || to === undefined || from < 0 || to < 0 || (from <= 1 && to === 65535)
        ? undefined
        : { from, to };
}

/** https://www.iana.org/assignments/protocol-numbers; -1 is EC2's own for all. */
const protocolNames: ReadonlyMap<string, string> = new Map([
    ["-1", "all"],
    ["1", "icmp"],
    ["6", "tcp"],
    ["17", "udp"],
    ["58", "icmpv6"],
]);

export function protocolOf(value: unknown): string {
    const protocol = textOf(value).toLowerCase();
    return protocolNames.get(protocol) ?? protocol;
}

/** What is not known to let a packet through does not. */
export function policyOf(value: unknown): PacketRule["policy"] {
    return /^(allow|accept)$/i.test(textOf(value)) ? "allow" : "deny";
}
