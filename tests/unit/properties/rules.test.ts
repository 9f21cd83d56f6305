import { isIPv4 } from "node:net";

import { expect } from "chai";
import fc from "fast-check";

import {
    checkAmazonSideAsn,
    checkAuthKey,
    checkCount,
    checkDistinctAsns,
    checkLinkAddresses,
    checkLocalAsn,
    checkPeerAsn,
    checkPeerIpAddress,
    checkSeconds,
    prefixLengthOf,
} from "../../../provider/rules";
import * as simulated from "../../../simulator/world/addresses";
import { anyText, manyRuns } from "../../support/randomValues";

/** Numbers around the borders of the documented ranges, and any others. */
const asn = fc.oneof(
    fc
        .tuple(
            fc.constantFrom(0, 1, 7224, 45104, 64512, 65025, 65534, 4_200_000_000, 4_294_967_294),
            fc.integer({ min: -2, max: 2 }),
        )
        .map(([border, step]) => border + step),
    fc.integer({ min: 64_000, max: 66_000 }),
    fc.nat({ max: 4_294_967_295 }),
    fc.double(),
);

const octet = fc.oneof(fc.constantFrom(0, 1, 2, 3, 100, 127, 169, 254, 255), fc.nat({ max: 300 }));
const dotted = fc.array(octet, { minLength: 4, maxLength: 4 }).map((octets) => octets.join("."));

/** Both ends, often in one subnet. */
const ends = fc.oneof(
    fc
        .tuple(dotted, fc.integer({ min: -8, max: 8 }), fc.integer({ min: 22, max: 33 }), fc.nat({ max: 33 }))
        .map(([address, step, length, other]): [string, string] => {
            const neighbour = address.replace(/\d+$/, (last) => String(Math.abs(Number(last) + step)));
            return [`${address}/${length}`, `${neighbour}/${other < 22 ? length : other}`];
        }),
    fc
        .tuple(dotted, fc.constantFrom("/3e1", "/030", "/30/", "/", " /30"))
        .map(([address, rest]): [string, string] => [`${address}/30`, `${address}${rest}`]),
    fc.tuple(anyText, anyText),
);

describe("the rules, for any value", () => {
    it("accept an ASN exactly if it is in the documented ranges", () => {
        const isPrivate = (value: number): boolean =>
            Number.isInteger(value) &&
            ((value > 64511 && value < 65535) || (value > 4_199_999_999 && value < 4_294_967_295));
        fc.assert(
            fc.property(asn, (value) => {
                expect(checkAmazonSideAsn(value).length === 0).to.equal(isPrivate(value));
                expect(checkLocalAsn(value).length === 0).to.equal(
                    value === 45104 || (isPrivate(value) && value !== 65025),
                );
                expect(checkPeerAsn(value).length === 0).to.equal(
                    Number.isInteger(value) && value > 0 && value < 2 ** 32 - 1 && value !== 45104,
                );
            }),
            manyRuns,
        );
    });

    it("accept two ASNs exactly if they differ", () => {
        fc.assert(
            fc.property(asn, asn, (one, other) => {
                expect(checkDistinctAsns(one, other).length === 0).to.equal(one !== other);
                expect(checkDistinctAsns(one, one)).to.have.length(Number.isNaN(one) ? 0 : 1);
            }),
            manyRuns,
        );
    });

    it("accept two ends of a link exactly if they are two hosts of one subnet of /24 to /30, outside of 100.64.0.0/10", () => {
        fc.assert(
            fc.property(ends, ([amazon, customer]) => {
                const [here, there] = [amazon, customer].map(simulated.parseInterfaceAddress);
                const accepted = checkLinkAddresses("VBR", amazon, customer).length === 0;
                const fits =
                    here !== undefined &&
                    there !== undefined &&
                    [here, there].every(
                        (end) =>
                            end.prefixLength >= 24 &&
                            end.prefixLength <= 30 &&
                            !simulated.isSharedAddressSpace(end.address),
                    ) &&
                    here.prefixLength === there.prefixLength &&
                    simulated.reachesNeighbour(here, there.address);
                expect(accepted).to.equal(fits);
            }),
            manyRuns,
        );
    });

    it("accept a peer's address exactly if it is an IPv4 address", () => {
        fc.assert(
            fc.property(fc.oneof(dotted, anyText), (address) => {
                expect(checkPeerIpAddress(address).length === 0).to.equal(isIPv4(address));
            }),
            manyRuns,
        );
    });

    it("tell the length of a mask as the simulator does", () => {
        const masks = fc.nat({ max: 32 }).map((length) => {
            const bits = "1".repeat(length).padEnd(32, "0");
            return [0, 8, 16, 24].map((at) => parseInt(bits.slice(at, at + 8), 2)).join(".");
        });
        fc.assert(
            fc.property(fc.oneof(masks, dotted, anyText), (mask) => {
                expect(prefixLengthOf(mask)).to.equal(simulated.prefixLengthOf(mask));
            }),
            manyRuns,
        );
    });

    it("accept a key exactly if it has 6 to 80 safe characters, and never repeat it", () => {
        const safe = Array.from("abcXYZ019._~@^:,!-");
        const key = fc.oneof(
            fc.string({ unit: fc.constantFrom(...safe), minLength: 3, maxLength: 85 }),
            fc.tuple(fc.constant("s3cr3t"), anyText).map((parts) => parts.join("")),
        );
        fc.assert(
            fc.property(key, (value) => {
                const isSafe = Array.from(value).every(
                    (character) => /[A-Za-z0-9]/.test(character) || safe.includes(character),
                );
                const reasons = checkAuthKey(value);
                expect(reasons.length === 0).to.equal(isSafe && value.length >= 6 && value.length <= 80);
                expect(reasons.join()).not.to.include("s3cr3t");
            }),
            manyRuns,
        );
    });

    it("accept limits and counts exactly if they are positive, counts whole", () => {
        fc.assert(
            fc.property(fc.oneof(fc.double(), fc.integer()), (value) => {
                expect(checkSeconds("limit", value).length === 0).to.equal(value > 0 && value < Infinity);
                expect(checkCount("count", value).length === 0).to.equal(value > 0 && Number.isInteger(value));
            }),
            manyRuns,
        );
    });
});
