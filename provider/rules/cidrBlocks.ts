import { numberOfAddress } from "./addresses";

interface Block {
    first: number;
    size: number;
}

/** undefined where the text is no IPv4 block, such as 10.0.0.0/16. */
function blockOf(cidrBlock: string): Block | undefined {
    const [, address = "", length = ""] = /^([\d.]+)\/(\d{1,2})$/.exec(cidrBlock) ?? [];
    const number = numberOfAddress(address);
    if (number === undefined || Number(length) > 32) {
        return undefined;
    }
    const size = 2 ** (32 - Number(length));
    return { first: Math.floor(number / size) * size, size };
}

/** Whether every address of the inner one is in the outer one, too. */
export function covers(outer: string, inner: string): boolean {
    const [around, within] = [blockOf(outer), blockOf(inner)];
    return (
        around !== undefined &&
        within !== undefined &&
        within.first >= around.first &&
        within.first + within.size <= around.first + around.size
    );
}

/** Of two blocks that share an address one covers the other. */
export function overlap(one: string, other: string): boolean {
    return covers(one, other) || covers(other, one);
}
