/** An IPv4 subnet as one end of a link sees it. */
export interface InterfaceAddress {
    address: number;
    prefixLength: number;
}

/** The 32-bit number of a dotted address; undefined if it is none. */
export function parseIpv4(text: string): number | undefined {
    const octets = text.split(".");
    if (octets.length !== 4 || !octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255)) {
        return undefined;
    }
    return octets.reduce((number, octet) => number * 256 + Number(octet), 0);
}

/** `169.254.10.2/30`. */
export function parseInterfaceAddress(text: string): InterfaceAddress | undefined {
    const [addressText = "", lengthText = "", ...rest] = text.split("/");
    const address = parseIpv4(addressText);
    if (address === undefined || rest.length > 0 || !/^\d{1,2}$/.test(lengthText) || Number(lengthText) > 32) {
        return undefined;
    }
    return { address, prefixLength: Number(lengthText) };
}

/** 30 for `255.255.255.252`; undefined if it is no mask. */
export function prefixLengthOf(mask: string): number | undefined {
    const number = parseIpv4(mask);
    const bits = number?.toString(2).padStart(32, "0");
    return bits !== undefined && /^1*0*$/.test(bits) ? bits.replaceAll("0", "").length : undefined;
}

export function networkOf(address: number, prefixLength: number): number {
    return Math.floor(address / 2 ** (32 - prefixLength));
}

/** Whether the subnet of `here` holds `other`, as a host address that is not `here` itself. */
export function reachesNeighbour(here: InterfaceAddress, other: number): boolean {
    const size = 2 ** (32 - here.prefixLength);
    return (
        here.address !== other &&
        networkOf(here.address, here.prefixLength) === networkOf(other, here.prefixLength) &&
        [here.address, other].every((address) => address % size !== 0 && address % size !== size - 1)
    );
}

const sharedAddressSpace = { address: 100 * 256 ** 3 + 64 * 256 ** 2, prefixLength: 10 };

/** 100.64.0.0/10, which Alibaba Cloud keeps for itself. */
export function isSharedAddressSpace(address: number): boolean {
    return networkOf(address, 10) === networkOf(sharedAddressSpace.address, sharedAddressSpace.prefixLength);
}

/** Whether every address of the CIDR block `inner` lies in `outer`; a text that is none covers nothing and lies nowhere. */
export function covers(outer: string, inner: string): boolean {
    const [wide, narrow] = [parseInterfaceAddress(outer), parseInterfaceAddress(inner)];
    return (
        wide !== undefined &&
        narrow !== undefined &&
        wide.prefixLength <= narrow.prefixLength &&
        networkOf(wide.address, wide.prefixLength) === networkOf(narrow.address, wide.prefixLength)
    );
}
