import { expect } from "chai";

import { startStandIns, urnOf, type StandInName, type StandIns } from "./standIns";

/** How the engine writes a value that a preview does not know. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("what a stand-in refuses before it calls anything, in the words of the official resource", () => {
    let standIns: StandIns;

    before(async () => {
        standIns = await startStandIns();
    });
    after(() => standIns.stop());

    const right: Partial<Record<StandInName, object>> = {
        vif: { addressFamily: "ipv4", bgpAsn: 45104, connectionId: "dxcon-1", vlan: 1101, vpnGatewayId: "vgw-1" },
        gateway: { amazonSideAsn: "64512" },
        attachment: { vbrId: "vbr-1" },
    };

    async function reasonsOf(name: StandInName, changes: object): Promise<string[]> {
        const { failures } = await standIns.check(urnOf(name), { ...right[name], ...changes });
        return failures.map(({ property, reason }) => `${property}: ${reason}`);
    }

    const ofAmazonAsn = "must be 7224, 9059, 10124 or 17493 or in the range 64512 to 65534 or 4200000000 to 4294967294";
    const noGateway = "one of `dx_gateway_id,vpn_gateway_id` must be specified";
    const twoAsns = "only one of `bgp_asn,bgp_asn_long` can be specified, but `bgp_asn,bgp_asn_long` were specified.";
    const combination = (property: string, name: string, what: string): string =>
        `${property}: Invalid combination of arguments. "${name}": ${what}`;

    const refused: [StandInName, string, object, string[]][] = [
        [
            "vif",
            "another address family",
            { addressFamily: "ipx" },
            ['addressFamily: expected address_family to be one of ["ipv4" "ipv6"], got ipx'],
        ],
        ["vif", "an ASN of 0", { bgpAsn: 0 }, ["bgpAsn: expected bgp_asn to be in the range (1 - 2147483646), got 0"]],
        [
            "vif",
            "two ASNs",
            { bgpAsnLong: "45104" },
            [combination("bgpAsn", "bgp_asn", twoAsns), combination("bgpAsnLong", "bgp_asn_long", twoAsns)],
        ],
        [
            "vif",
            "no gateway",
            { vpnGatewayId: undefined },
            [
                combination("dxGatewayId", "dx_gateway_id", noGateway),
                combination("vpnGatewayId", "vpn_gateway_id", noGateway),
            ],
        ],
        ["vif", "an MTU of 8500", { mtu: 8500 }, ["mtu: expected mtu to be one of [1500 9001], got 8500"]],
        ["vif", "VLAN 4095", { vlan: 4095 }, ["vlan: expected vlan to be in the range (1 - 4094), got 4095"]],
        [
            "gateway",
            "a public ASN",
            { amazonSideAsn: "64511" },
            [`amazonSideAsn: "amazon_side_asn" ("64511") ${ofAmazonAsn}`],
        ],
        [
            "gateway",
            "an ASN in words",
            { amazonSideAsn: "private" },
            ['amazonSideAsn: "amazon_side_asn" ("private") must be a 64-bit integer'],
        ],
        [
            "attachment",
            "another payer",
            { orderType: "Free" },
            ['orderType: expected order_type to be one of ["PayByCenOwner" "PayByResourceOwner"], got Free'],
        ],
        [
            "attachment",
            "another type of resource",
            { resourceType: "VPC" },
            ['resourceType: expected resource_type to be one of ["VBR"], got VPC'],
        ],
    ];
    for (const [name, what, changes, reasons] of refused) {
        it(`of ${name}: ${what}`, async () => {
            expect(await reasonsOf(name, {})).to.deep.equal([]);
            expect(await reasonsOf(name, changes)).to.deep.equal(reasons);
        });
    }

    it("says nothing of values that a preview does not know yet", async () => {
        const values = { addressFamily: unknown, bgpAsn: unknown, mtu: unknown, vlan: unknown, vpnGatewayId: unknown };
        expect(await reasonsOf("vif", values)).to.deep.equal([]);
        expect(await reasonsOf("gateway", { amazonSideAsn: unknown })).to.deep.equal([]);
    });

    it("takes the first and the last that is allowed", async () => {
        for (const amazonSideAsn of ["7224", "65534", "4200000000", "4294967294"]) {
            expect(await reasonsOf("gateway", { amazonSideAsn })).to.deep.equal([]);
        }
        for (const vlan of [1, 4094]) {
            expect(await reasonsOf("vif", { vlan })).to.deep.equal([]);
        }
    });
});
