import type { AddressFamily, NewPrivateVirtualInterface } from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import type { ConnectionState } from "../../simulator/world/awsState";
import { addConnection, addGateway, foreignAccountId, refusalOf } from "./awsServer";
import { askedInterface, refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

const twoHosts = "amazonAddress and customerAddress must be two different host addresses of one subnet.";
const nameRule = "is not valid: at most 100 of a-z, 0-9 and hyphens.";

const impossible: [string, Partial<NewPrivateVirtualInterface>, string][] = [
    ["another VLAN (P4)", { vlan: 102 }, "VLAN 102 is not the VLAN 101 of hosted connection dxcon-1."],
    ["no VLAN (P4)", { vlan: undefined }, "VLAN (none) is not the VLAN 101 of hosted connection dxcon-1."],
    ["no ASN", { asn: undefined }, "BGP ASN (none) is not valid: it must be between 1 and 2147483646."],
    ["ASN 0", { asn: 0 }, "BGP ASN 0 is not valid: it must be between 1 and 2147483646."],
    [
        "a long ASN in asn",
        { asn: 2_147_483_647 },
        "BGP ASN 2147483647 is not valid: it must be between 1 and 2147483646.",
    ],
    [
        "too long an ASN",
        { asnLong: 4_294_967_295 },
        "BGP ASN 4294967295 is not valid: it must be between 1 and 4294967294.",
    ],
    [
        "a key of 5 characters",
        { authKey: "12345" },
        "The BGP authentication key has 5 characters: it must have 6 to 80.",
    ],
    [
        "a key of 81 characters",
        { authKey: "x".repeat(81) },
        "The BGP authentication key has 81 characters: it must have 6 to 80.",
    ],
    [
        "an unknown gateway",
        { virtualGatewayId: "vgw-none" },
        "Virtual Gateway vgw-none does not exist in ap-southeast-1",
    ],
    [
        "an unknown Direct Connect gateway",
        { virtualGatewayId: undefined, directConnectGatewayId: "dxgw-none" },
        "Direct Connect Gateway dxgw-none does not exist",
    ],
    ["no gateway", { virtualGatewayId: undefined }, "Specify virtualGatewayId or directConnectGatewayId."],
    [
        "two gateways",
        { directConnectGatewayId: "dxgw-1" },
        "Specify either virtualGatewayId or directConnectGatewayId, not both.",
    ],
    ["no name", { virtualInterfaceName: undefined }, "Missing required parameter: virtualInterfaceName"],
    ["a name with capitals", { virtualInterfaceName: "Link" }, `Virtual interface name Link ${nameRule}`],
    [
        "too long a name",
        { virtualInterfaceName: "x".repeat(101) },
        `Virtual interface name ${"x".repeat(100)} ${nameRule}`,
    ],
    ["an odd MTU", { mtu: 1400 }, "MTU 1400 is not valid: it must be one of 1500, 8500, 9001."],
    [
        "SiteLink over a VGW",
        { enableSiteLink: true },
        "SiteLink needs a virtual interface on a Direct Connect gateway.",
    ],
    [
        "one address alone",
        { customerAddress: undefined },
        "Specify both amazonAddress and customerAddress, or neither.",
    ],
    [
        "no prefix length",
        { amazonAddress: "169.254.10.2" },
        "amazonAddress 169.254.10.2 is not an IPv4 address with a prefix length.",
    ],
    ["equal addresses (P6)", { customerAddress: askedInterface.amazonAddress }, twoHosts],
    ["two subnets (P6)", { customerAddress: "169.254.10.5/30" }, twoHosts],
    ["two prefix lengths (P6)", { customerAddress: "169.254.10.1/29" }, twoHosts],
    ["a broadcast address (P6)", { customerAddress: "169.254.10.3/30" }, twoHosts],
    [
        "a third address family",
        { addressFamily: "ipv5" as AddressFamily },
        "Address family ipv5 is not valid: it must be ipv4 or ipv6.",
    ],
    [
        "addresses for IPv6",
        { addressFamily: "ipv6" },
        "IPv6 peer addresses are assigned by AWS; leave amazonAddress and customerAddress out.",
    ],
];

describe("a virtual interface of the AWS wire", () => {
    let server: VirtualInterfaceServer;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
    });

    afterEach(() => server.close());

    const create: VirtualInterfaceServer["create"] = (...given) => server.create(...given);

    for (const [name, changes, message] of impossible) {
        it(`is refused with ${name}`, async () => {
            expect(await refusalOf(create(changes))).to.equal(`${refused} ${message}`);
            expect(await server.listed()).to.deep.equal([]);
        });
    }

    it("takes addresses that cannot work (P6), no gateway and an odd MTU where the guess says so", async () => {
        await server.close();
        server = await startVirtualInterfaces({ impossibleVirtualInterface: "accepted" });
        const changes = { customerAddress: askedInterface.amazonAddress, virtualGatewayId: undefined, mtu: 1400 };
        expect((await create(changes)).virtualInterfaceState).to.equal("pending");
    });

    it("P44: knows only gateways of the caller's account and of the connection's region", async () => {
        addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
        addGateway(server.world, "vgw-far", { region: "eu-central-1" });
        addGateway(server.world, "vgw-gone", { state: "deleted" });
        for (const virtualGatewayId of ["vgw-foreign", "vgw-far", "vgw-gone"]) {
            expect(await refusalOf(create({ virtualGatewayId }))).to.equal(
                `${refused} Virtual Gateway ${virtualGatewayId} does not exist in ap-southeast-1`,
            );
        }
    });

    it("P2: is made on an available connection alone", async () => {
        const notAvailable = (state: ConnectionState): string =>
            `The specified Connection ID is not available: dxcon-2 is in state ${state}`;
        const transitioning = "Connection dxcon-2 is in a transitioning state.";
        const refusals: [ConnectionState, string][] = [
            ["ordering", notAvailable("ordering")],
            ["requested", notAvailable("requested")],
            ["pending", transitioning],
            ["down", notAvailable("down")],
            ["deleting", transitioning],
            ["deleted", notAvailable("deleted")],
            ["rejected", notAvailable("rejected")],
            ["unknown", notAvailable("unknown")],
        ];
        const connection = addConnection(server.world, "dxcon-2");
        for (const [state, message] of refusals) {
            connection.connectionState = state;
            expect(await refusalOf(create({}, "dxcon-2"))).to.equal(`${refused} ${message}`);
        }
        expect(await refusalOf(create({}, "dxcon-none"))).to.equal(
            `${refused} Could not find Connection with ID dxcon-none`,
        );
        connection.connectionState = "available";
        expect((await create({}, "dxcon-2")).virtualInterfaceState).to.equal("pending");
    });
});
