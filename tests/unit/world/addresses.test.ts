import { expect } from "chai";

import {
    isSharedAddressSpace,
    parseInterfaceAddress,
    parseIpv4,
    prefixLengthOf,
    reachesNeighbour,
} from "../../../simulator/world/addresses";

const address = (text: string): number => parseIpv4(text) ?? Number.NaN;

describe("IPv4 addresses", () => {
    for (const [text, number] of [
        ["0.0.0.0", 0],
        ["169.254.10.2", 2_851_998_210],
        ["255.255.255.255", 4_294_967_295],
        ["1.2.3", undefined],
        ["1.2.3.256", undefined],
        ["01.2.3.4", undefined],
        ["", undefined],
    ] as const) {
        it(`reads "${text}" as ${String(number)}`, () => expect(parseIpv4(text)).to.equal(number));
    }

    for (const text of ["10.0.0.1", "10.0.0.1/33", "10.0.0.1/", "10.0.0/8", "10.0.0.1/8/8"]) {
        it(`takes "${text}" for no interface's address`, () => expect(parseInterfaceAddress(text)).to.equal(undefined));
    }

    for (const [mask, length] of [
        ["255.255.255.252", 30],
        ["255.255.255.0", 24],
        ["0.0.0.0", 0],
        ["255.0.255.0", undefined],
        ["30", undefined],
    ] as const) {
        it(`finds the length ${String(length)} in the mask ${mask}`, () =>
            expect(prefixLengthOf(mask)).to.equal(length));
    }

    for (const [here, other, reached] of [
        ["169.254.10.1/30", "169.254.10.2", true],
        ["169.254.10.1/29", "169.254.10.6", true],
        ["169.254.10.1/30", "169.254.10.1", false],
        ["169.254.10.1/30", "169.254.10.0", false],
        ["169.254.10.1/30", "169.254.10.3", false],
        ["169.254.10.1/30", "169.254.10.5", false],
    ] as const) {
        it(`${here} ${reached ? "reaches" : "does not reach"} ${other}`, () => {
            const own = parseInterfaceAddress(here);
            expect(own && reachesNeighbour(own, address(other))).to.equal(reached);
        });
    }

    it("knows 100.64.0.0/10", () => {
        const inside = ["100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0"].map((text) =>
            isSharedAddressSpace(address(text)),
        );
        expect(inside).to.deep.equal([true, true, false, false]);
    });
});
