import { numberOfAddress } from "../rules/addresses";

/** Whether every address of the block `inner` lies in `outer`; a text that is no block covers nothing, and lies nowhere. */
export function covers(outer: string, inner: string): boolean {
    const [wide, narrow] = [parse(outer), parse(inner)];
    if (wide === undefined || narrow === undefined || wide.length > narrow.length) {
        return false;
    }
    const size = 2 ** (32 - wide.length);
    return Math.floor(wide.address / size) === Math.floor(narrow.address / size);
}

function parse(block: string): { address: number; length: number } | undefined {
    const [, text = "", length = ""] = /^([\d.]+)\/(\d{1,2})$/.exec(block) ?? [];
    const address = numberOfAddress(text);
    return address === undefined || Number(length) > 32 ? undefined : { address, length: Number(length) };
}
