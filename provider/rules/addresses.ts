/** The number of an IPv4 address in dotted notation; undefined where it is none. */
export function numberOfAddress(address: string): number | undefined {
    const parts = address.split(".");
    const isAddress =
        parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
    return isAddress ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : undefined;
}

/** "255.255.255.252" is 30; undefined where the text is no mask. */
export function prefixLengthOf(mask: string): number | undefined {
    const bits = numberOfAddress(mask)?.toString(2).padStart(32, "0");
    return bits !== undefined && /^1*0*$/.test(bits) ? bits.replaceAll("0", "").length : undefined;
}

/** The address alone of one with a prefix length. */
export function ipOf(address: string): string {
    return address.split("/")[0] ?? address;
}

/** A BGP peer's address carries no prefix length. */
export function checkPeerIpAddress(address: string): string[] {
    return numberOfAddress(address) === undefined
        ? [`peerIpAddress is "${address}"; it must be an IPv4 address without a prefix length, such as 169.254.10.2.`]
        : [];
}

const shortestPrefix = 24;
const longestPrefix = 30;
const sharedSpace = { address: "100.64.0.0", length: 10 };

/**
 * Both ends of the link, each with prefix length: one subnet of /24 to /30 holds both, they differ, and neither is the subnet's first or last
 * (ModifyVirtualBorderRouterAttribute: InvalidIp.NotSameSubnet, InvalidPeeringSubnetMask.Malformed; 100.64.0.0/10 is Alibaba Cloud's own).
 */
export function checkLinkAddresses(subject: string, amazonAddress: string, customerAddress: string): string[] {
    const ends = [amazonAddress, customerAddress].map((end) => {
        const [, address = "", length = ""] = /^([\d.]+)\/(\d\d)$/.exec(end) ?? [];
        return { end, number: numberOfAddress(address), length: Number(length) };
    });
    const malformed = ends.filter(({ number, length }) => number === undefined || !isPrefixLength(length));
    if (malformed.length > 0) {
        return malformed.map(
            ({ end }) =>
                `${subject}: "${end}" is no IPv4 address with a prefix length of /${shortestPrefix} to /${longestPrefix}. Correct it.`,
        );
    }
    const [amazon, customer] = ends.map(({ number = 0, length }) => ({ number, length }));
    if (amazon === undefined || customer === undefined) {
        return [];
    }
    const problems: string[] = [];
    if (amazon.number === customer.number) {
        problems.push(`${subject}: both ends have ${amazonAddress}. Give each its own address.`);
    }
    if (amazon.length !== customer.length || !holds(amazon, customer.number)) {
        problems.push(
            `${subject}: ${amazonAddress} and ${customerAddress} are not in one subnet. Take two addresses of one subnet, with one prefix length.`,
        );
    }
    for (const { end, number = 0, length } of ends) {
        const size = 2 ** (32 - length);
        if (number % size === 0 || number % size === size - 1) {
            problems.push(`${subject}: ${end} is the first or the last address of its subnet. Take one in between.`);
        }
        if (holds({ number: numberOfAddress(sharedSpace.address) ?? 0, length: sharedSpace.length }, number)) {
            problems.push(
                `${subject}: ${end} is in 100.64.0.0/10, which Alibaba Cloud keeps for itself. Take another.`,
            );
        }
    }
    return problems;
}

function isPrefixLength(length: number): boolean {
    return Number.isInteger(length) && length >= shortestPrefix && length <= longestPrefix;
}

function holds(subnet: { number: number; length: number }, address: number): boolean {
    const size = 2 ** (32 - subnet.length);
    return Math.floor(subnet.number / size) === Math.floor(address / size);
}
