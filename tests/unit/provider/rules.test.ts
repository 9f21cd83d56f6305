import { expect } from "chai";

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

describe("rules", () => {
    it("takes for the AWS gateway both private ranges, up to their ends", () => {
        for (const asn of [64512, 65534, 4_200_000_000, 4_294_967_294]) {
            expect(checkAmazonSideAsn(asn), String(asn)).to.deep.equal([]);
        }
        for (const asn of [64511, 65535, 4_199_999_999, 4_294_967_295, 45104, 64512.5]) {
            expect(checkAmazonSideAsn(asn)).to.deep.equal([
                `aws.amazonSideAsn is ${asn}; a virtual private gateway takes 64512 to 65534 or 4200000000 to 4294967294.`,
            ]);
        }
    });

    it("takes for the VBR Alibaba Cloud's own ASN and private ones, but not 65025", () => {
        for (const asn of [45104, 64512, 65024, 65026, 65534, 4_200_000_000, 4_294_967_294]) {
            expect(checkLocalAsn(asn), String(asn)).to.deep.equal([]);
        }
        for (const asn of [65025, 1, 65535, 4_294_967_295]) {
            expect(checkLocalAsn(asn)).to.deep.equal([
                `bgp.localAsn is ${asn}; a VBR takes 45104, or, once Alibaba Cloud has opened it for the account, 64512 to 65534 or 4200000000 to 4294967294, but not 65025.`,
            ]);
        }
    });

    it("takes for the peer any ASN but Alibaba Cloud's own", () => {
        expect(checkPeerAsn(64512)).to.deep.equal([]);
        expect(checkPeerAsn(7224)).to.deep.equal([]);
        expect(checkPeerAsn(45104)).to.deep.equal([
            "peerAsn is 45104, Alibaba Cloud's own; a BGP group refuses it. Give the AWS gateway another ASN.",
        ]);
        expect(checkPeerAsn(0)).to.deep.equal([
            "peerAsn is 0; an ASN is a whole number from 1 to 4294967294. Take the AWS gateway's.",
        ]);
    });

    it("refuses one ASN on both sides", () => {
        expect(checkDistinctAsns(64512, 45104)).to.deep.equal([]);
        expect(checkDistinctAsns(64512, 64512)).to.deep.equal([
            "aws.amazonSideAsn and bgp.localAsn are both 64512; BGP needs two. Set aws.amazonSideAsn to another private ASN.",
        ]);
    });

    it("takes keys of 6 to 80 safe characters, and never repeats one", () => {
        for (const key of ["abcdef", "a".repeat(80), "Ab9._~@^:,!-"]) {
            expect(checkAuthKey(key), key).to.deep.equal([]);
        }
        expect(checkAuthKey("abcde")).to.deep.equal(["bgp.authKey has 5 characters; Direct Connect takes 6 to 80."]);
        expect(checkAuthKey("a".repeat(81))).to.deep.equal([
            "bgp.authKey has 81 characters; Direct Connect takes 6 to 80.",
        ]);
        const unsafe =
            "bgp.authKey has characters that are not safe in both clouds; use letters, digits and . _ ~ @ ^ : , ! -";
        for (const key of ["abcdef ", "abc def", "abc&def", 'abc"def', "abc<def", "abc%def", "schlüssel", "abcdef\n"]) {
            expect(checkAuthKey(key), key).to.deep.equal([unsafe]);
        }
        expect(checkAuthKey(" ")).to.have.length(2);
    });

    it("takes two host addresses of one subnet", () => {
        expect(checkLinkAddresses("VBR vbr-1", "169.254.10.2/30", "169.254.10.1/30")).to.deep.equal([]);
        expect(checkLinkAddresses("VBR vbr-1", "10.0.0.200/24", "10.0.0.7/24")).to.deep.equal([]);
    });

    const badLinks: [string, string, string[]][] = [
        ["169.254.10.1/30", "169.254.10.1/30", ["VBR: both ends have 169.254.10.1/30. Give each its own address."]],
        [
            "169.254.10.2/30",
            "169.254.10.5/30",
            [
                "VBR: 169.254.10.2/30 and 169.254.10.5/30 are not in one subnet. Take two addresses of one subnet, with one prefix length.",
            ],
        ],
        [
            "169.254.10.2/30",
            "169.254.10.6/29",
            [
                "VBR: 169.254.10.2/30 and 169.254.10.6/29 are not in one subnet. Take two addresses of one subnet, with one prefix length.",
            ],
        ],
        [
            "169.254.10.0/30",
            "169.254.10.3/30",
            [
                "VBR: 169.254.10.0/30 is the first or the last address of its subnet. Take one in between.",
                "VBR: 169.254.10.3/30 is the first or the last address of its subnet. Take one in between.",
            ],
        ],
        [
            "100.64.0.1/30",
            "100.64.0.2/30",
            [
                "VBR: 100.64.0.1/30 is in 100.64.0.0/10, which Alibaba Cloud keeps for itself. Take another.",
                "VBR: 100.64.0.2/30 is in 100.64.0.0/10, which Alibaba Cloud keeps for itself. Take another.",
            ],
        ],
        [
            "169.254.10.2/31",
            "169.254.10",
            [
                'VBR: "169.254.10.2/31" is no IPv4 address with a prefix length of /24 to /30. Correct it.',
                'VBR: "169.254.10" is no IPv4 address with a prefix length of /24 to /30. Correct it.',
            ],
        ],
        [
            "10.0.0.3/24",
            "10.0.0.2/30",
            [
                "VBR: 10.0.0.3/24 and 10.0.0.2/30 are not in one subnet. Take two addresses of one subnet, with one prefix length.",
            ],
        ],
        [
            "10.0.0.2/3e1",
            "10.0.0.1/30/x",
            [
                'VBR: "10.0.0.2/3e1" is no IPv4 address with a prefix length of /24 to /30. Correct it.',
                'VBR: "10.0.0.1/30/x" is no IPv4 address with a prefix length of /24 to /30. Correct it.',
            ],
        ],
    ];
    for (const [amazonAddress, customerAddress, problems] of badLinks) {
        it(`refuses ${amazonAddress} with ${customerAddress}`, () => {
            expect(checkLinkAddresses("VBR", amazonAddress, customerAddress)).to.deep.equal(problems);
        });
    }

    it("takes a peer's address without a prefix length", () => {
        expect(checkPeerIpAddress("169.254.10.2")).to.deep.equal([]);
        for (const address of ["169.254.10.2/30", "169.254.10.256", "169.254.10", "01.2.3.4", ""]) {
            expect(checkPeerIpAddress(address)).to.deep.equal([
                `peerIpAddress is "${address}"; it must be an IPv4 address without a prefix length, such as 169.254.10.2.`,
            ]);
        }
    });

    it("tells a mask's length, and no mask's", () => {
        const masks = ["255.255.255.252", "255.255.255.248", "255.255.255.0", "255.255.255.255", "0.0.0.0"];
        expect(masks.map(prefixLengthOf)).to.deep.equal([30, 29, 24, 32, 0]);
        for (const mask of ["", "30", "none", "255.0.255.0", "255.255.255.253"]) {
            expect(prefixLengthOf(mask), mask).to.equal(undefined);
        }
    });

    it("takes positive limits and counts", () => {
        expect([...checkSeconds("timeoutSeconds", 1), ...checkCount("consecutiveReads", 1)]).to.deep.equal([]);
        expect(checkSeconds("timeoutSeconds", 0)).to.deep.equal([
            "timeoutSeconds is 0; it must be a positive number of seconds.",
        ]);
        expect(checkCount("consecutiveReads", 1.5)).to.deep.equal([
            "consecutiveReads is 1.5; it must be a whole number from 1 on.",
        ]);
    });
});
