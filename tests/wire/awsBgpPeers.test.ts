import {
    CreateBGPPeerCommand,
    DeleteBGPPeerCommand,
    DeleteVirtualInterfaceCommand,
    type DeleteBGPPeerCommandInput,
    type NewBGPPeer,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { refusalOf } from "./awsServer";
import { refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

describe("BGP peers of the AWS wire", () => {
    let server: VirtualInterfaceServer;
    let virtualInterfaceId: string;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
        virtualInterfaceId = (await server.create()).virtualInterfaceId ?? "";
        server.clock.advance(server.world.durations.virtualInterfaceCreate);
    });

    afterEach(() => server.close());

    const create = (newBGPPeer: NewBGPPeer | undefined, id = virtualInterfaceId) =>
        server.directConnect.send(new CreateBGPPeerCommand({ virtualInterfaceId: id, newBGPPeer }));
    const remove = (peer: DeleteBGPPeerCommandInput) =>
        server.directConnect.send(new DeleteBGPPeerCommand({ virtualInterfaceId, ...peer }));
    const ipv6: NewBGPPeer = { asn: 45104, addressFamily: "ipv6" };
    const statesNow = async (): Promise<(string | undefined)[][]> =>
        (await server.peers()).map(({ addressFamily, bgpPeerState, bgpStatus }) => [
            addressFamily,
            bgpPeerState,
            bgpStatus,
        ]);

    it("are pending, then available, beside the one that the virtual interface was made with, which it echoes", async () => {
        const { virtualInterface } = await create({ ...ipv6, asnLong: 4_200_000_001, authKey: "another-key" });
        const [first, second] = virtualInterface?.bgpPeers ?? [];
        expect(second).to.deep.equal({
            bgpPeerId: second?.bgpPeerId,
            asn: 0,
            asnLong: 4_200_000_001,
            authKey: "another-key",
            addressFamily: "ipv6",
            amazonAddress: "2001:db8:1::1/125",
            customerAddress: "2001:db8:1::2/125",
            bgpPeerState: "pending",
            bgpStatus: "down",
        });
        const { bgpPeerId: _id, bgpPeerState: _state, bgpStatus: _status, ...ofFirst } = first ?? {};
        expect(virtualInterface).to.deep.include(ofFirst);
        server.clock.advance(server.world.durations.awsBgpPeer - 1);
        expect(await statesNow()).to.deep.equal([
            ["ipv4", "available", "down"],
            ["ipv6", "pending", "down"],
        ]);
        server.clock.advance(1);
        expect(await statesNow()).to.deep.equal([
            ["ipv4", "available", "down"],
            ["ipv6", "available", "down"],
        ]);
    });

    const invalid: [string, NewBGPPeer | undefined, string][] = [
        [
            "of an address family that has one",
            { asn: 45104, addressFamily: "ipv4" },
            "Virtual Interface ID already has a BGP peer of address family ipv4.",
        ],
        ["without its values", undefined, "Missing required parameter: newBGPPeer"],
        [
            "without an ASN",
            { addressFamily: "ipv6" },
            "BGP ASN (none) is not valid: it must be between 1 and 2147483646.",
        ],
        [
            "with a short key",
            { ...ipv6, authKey: "12345" },
            "The BGP authentication key has 5 characters: it must have 6 to 80.",
        ],
        [
            "with IPv6 addresses of one's own",
            { ...ipv6, amazonAddress: "2001:db8::1/125" },
            "IPv6 peer addresses are assigned by AWS; leave amazonAddress and customerAddress out.",
        ],
    ];
    for (const [what, peer, message] of invalid) {
        it(`are refused ${what}`, async () => {
            expect(await refusalOf(create(peer))).to.equal(`${refused} ${message.replace("ID", virtualInterfaceId)}`);
            expect((await server.peers()).length).to.equal(1);
        });
    }

    it("are made and deleted on a virtual interface alone that exists and stays", async () => {
        expect(await refusalOf(create(ipv6, "dxvif-none"))).to.equal(
            `${refused} Virtual Interface dxvif-none does not exist`,
        );
        await server.directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
        const going = `${refused} Virtual Interface ${virtualInterfaceId} is in state deleting`;
        expect(await refusalOf(create(ipv6))).to.equal(going);
        expect(await refusalOf(remove({ asn: 45104, customerAddress: "169.254.10.1/30" }))).to.equal(going);
    });

    it("are deleting, then gone, by their ID or by customer address and ASN; the last one stays", async () => {
        const { virtualInterface } = await create(ipv6);
        const bgpPeerId = virtualInterface?.bgpPeers?.[1]?.bgpPeerId;
        server.clock.advance(server.world.durations.awsBgpPeer);
        const deleted = await remove({ asn: 45104, customerAddress: "169.254.10.1/30" });
        expect(deleted.virtualInterface?.bgpPeers?.map(({ bgpPeerState }) => bgpPeerState)).to.deep.equal([
            "deleting",
            "available",
        ]);
        const last = `${refused} The last BGP Peer on a Virtual Interface cannot be deleted`;
        expect(await refusalOf(remove({ bgpPeerId }))).to.equal(last);
        server.clock.advance(server.world.durations.awsBgpPeer);
        expect((await server.peers()).map((peer) => peer.bgpPeerId)).to.deep.equal([bgpPeerId]);
        expect(await refusalOf(remove({ bgpPeerId }))).to.equal(last);
        await create({ asn: 45104, addressFamily: "ipv4" });
        await remove({ bgpPeerId });
        server.clock.advance(server.world.durations.awsBgpPeer);
        expect((await server.peers()).map(({ addressFamily }) => addressFamily)).to.deep.equal(["ipv4"]);
    });

    it("are not deleted where the call names none that is there", async () => {
        await create(ipv6);
        const unknown = `${refused} The specified BGP peer does not exist on Virtual Interface ${virtualInterfaceId}`;
        expect(await refusalOf(remove({ bgpPeerId: "dxpeer-none" }))).to.equal(unknown);
        expect(await refusalOf(remove({ asn: 45105, customerAddress: "169.254.10.1/30" }))).to.equal(unknown);
        expect(await refusalOf(remove({ asn: 45104, customerAddress: "169.254.10.9/30" }))).to.equal(unknown);
        expect(await refusalOf(remove({ asn: 45104 }))).to.equal(
            `${refused} Specify bgpPeerId, or customerAddress and an ASN.`,
        );
        expect((await statesNow()).map(([, state]) => state)).to.deep.equal(["available", "pending"]);
    });
});
