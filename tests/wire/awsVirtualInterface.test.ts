import {
    CreatePrivateVirtualInterfaceCommand,
    DeleteConnectionCommand,
    DeleteVirtualInterfaceCommand,
    DescribeConnectionsCommand,
    DescribeVirtualInterfacesCommand,
    UpdateVirtualInterfaceAttributesCommand,
    type AddressFamily,
    type NewPrivateVirtualInterface,
    type VirtualInterface,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import type { ConnectionState } from "../../simulator/world/awsState";
import { addConnection, addGateway, foreignAccountId, refusalOf, startAwsServer, type AwsServer } from "./awsServer";

const refused = "DirectConnectClientException 400:";
const asked: NewPrivateVirtualInterface = {
    virtualInterfaceName: "link-1",
    vlan: 101,
    asn: 45104,
    authKey: "0123456789",
    amazonAddress: "169.254.10.2/30",
    customerAddress: "169.254.10.1/30",
    virtualGatewayId: "vgw-1",
};

describe("virtual interfaces of the AWS wire", () => {
    let server: AwsServer;

    async function start(guesses: Parameters<typeof startAwsServer>[0] = {}): Promise<void> {
        server = await startAwsServer(guesses);
        addConnection(server.world, "dxcon-1");
        addGateway(server.world, "vgw-1");
    }

    beforeEach(() => start());

    afterEach(() => server.close());

    const create = (changes: Partial<NewPrivateVirtualInterface> = {}, connectionId = "dxcon-1") =>
        server.directConnect.send(
            new CreatePrivateVirtualInterfaceCommand({
                connectionId,
                newPrivateVirtualInterface: { ...asked, ...changes },
            }),
        );

    async function listed(): Promise<VirtualInterface[]> {
        const answer = await server.directConnect.send(new DescribeVirtualInterfacesCommand({}));
        return answer.virtualInterfaces ?? [];
    }

    it("is pending, then down until BGP is up, and reads back as it was asked for, its key included", async () => {
        const created = await create({ tags: [{ key: "team", value: "network" }] });
        expect(created.virtualInterfaceState).to.equal("pending");
        server.clock.advance(server.world.durations.virtualInterfaceCreate);
        const [vif] = await listed();
        const { virtualInterfaceId, bgpPeers, tags, ...read } = vif ?? {};
        expect(virtualInterfaceId).to.match(/^dxvif-f[0-9a-f]{7}$/);
        expect(read).to.deep.include({
            ...Object.fromEntries(Object.entries(asked)),
            connectionId: "dxcon-1",
            virtualInterfaceState: "down",
            virtualInterfaceType: "private",
            addressFamily: "ipv4",
            asnLong: 45104,
            amazonSideAsn: 64512,
            mtu: 1500,
            location: "EqSG2",
        });
        expect(tags).to.deep.equal([{ key: "team", value: "network" }]);
        expect(bgpPeers?.map(({ bgpStatus, bgpPeerState, asn }) => ({ bgpStatus, bgpPeerState, asn }))).to.deep.equal([
            { bgpStatus: "down", bgpPeerState: "available", asn: 45104 },
        ]);
    });

    it("reads asn as 0 when it is too long for it, and takes asnLong where both are given", async () => {
        const { asn, asnLong } = await create({ asnLong: 4_200_000_001 });
        expect({ asn, asnLong }).to.deep.equal({ asn: 0, asnLong: 4_200_000_001 });
    });

    it("generates a key, and an address pair of 169.254.0.0/16 that no other has", async () => {
        addConnection(server.world, "dxcon-2");
        const omitted = { authKey: undefined, amazonAddress: undefined, customerAddress: undefined };
        const first = await create(omitted);
        const second = await create(omitted, "dxcon-2");
        expect(first.authKey).to.match(/^[!-~]{6,80}$/);
        expect(second.authKey).not.to.equal(first.authKey);
        expect(first.amazonAddress).to.match(/^169\.254\.\d+\.\d+\/30$/);
        expect(new Set([first, second].flatMap((vif) => [vif.amazonAddress, vif.customerAddress])).size).to.equal(4);
    });

    const invalid: [string, Partial<NewPrivateVirtualInterface>, RegExp][] = [
        ["another VLAN", { vlan: 102 }, /VLAN 102 is not the VLAN 101 of hosted connection dxcon-1/],
        ["no ASN", { asn: undefined }, /BGP ASN \(none\)/],
        ["ASN 0", { asn: 0 }, /BGP ASN 0/],
        ["a long ASN in asn", { asn: 2_147_483_647 }, /BGP ASN 2147483647 .*2147483646/],
        ["too long an ASN", { asnLong: 4_294_967_295 }, /BGP ASN 4294967295/],
        ["a key of 5 characters", { authKey: "12345" }, /key has 5 characters/],
        ["a key of 81 characters", { authKey: "x".repeat(81) }, /key has 81 characters/],
        ["an unknown gateway", { virtualGatewayId: "vgw-none" }, /Virtual Gateway vgw-none does not exist/],
        ["no gateway", { virtualGatewayId: undefined }, /virtualGatewayId or directConnectGatewayId/],
        ["two gateways", { directConnectGatewayId: "dxgw-1" }, /not both/],
        ["a name with capitals", { virtualInterfaceName: "Link" }, /Link is not valid/],
        ["too long a name", { virtualInterfaceName: "x".repeat(101) }, /at most 100/],
        ["an odd MTU", { mtu: 1400 }, /MTU 1400/],
        ["SiteLink over a VGW", { enableSiteLink: true }, /SiteLink/],
        ["one address alone", { customerAddress: undefined }, /both amazonAddress and customerAddress/],
        ["no prefix length", { amazonAddress: "169.254.10.2" }, /amazonAddress 169\.254\.10\.2 is not/],
        ["equal addresses", { customerAddress: asked.amazonAddress }, /two different host addresses/],
        ["two subnets", { customerAddress: "169.254.10.5/30" }, /two different host addresses/],
        ["two prefix lengths", { customerAddress: "169.254.10.1/29" }, /two different host addresses/],
        ["a broadcast address", { customerAddress: "169.254.10.3/30" }, /two different host addresses/],
        [
            "a third address family",
            { addressFamily: "ipv5" as AddressFamily },
            /Address family ipv5 is not valid: it must be ipv4 or ipv6/,
        ],
        ["addresses for IPv6", { addressFamily: "ipv6" }, /assigned by AWS/],
    ];
    for (const [name, changes, reason] of invalid) {
        it(`is refused with ${name}`, async () => {
            const refusal = await refusalOf(create(changes));
            expect(refusal)
                .to.match(reason)
                .and.satisfy((text: string) => text.startsWith(refused));
            expect(await listed()).to.deep.equal([]);
        });
    }

    it("takes addresses that cannot work, no gateway and an odd MTU where the guess says so", async () => {
        await server.close();
        await start({ impossibleVirtualInterface: "accepted" });
        const changes = { customerAddress: asked.amazonAddress, virtualGatewayId: undefined, mtu: 1400 };
        expect((await create(changes)).virtualInterfaceState).to.equal("pending");
    });

    it("knows only gateways of the caller's account and of the connection's region (P44)", async () => {
        addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
        addGateway(server.world, "vgw-far", { region: "eu-central-1" });
        for (const virtualGatewayId of ["vgw-foreign", "vgw-far"]) {
            expect(await refusalOf(create({ virtualGatewayId }))).to.match(/does not exist/);
        }
    });

    it("is made on an available connection alone (P2)", async () => {
        const reasons: [ConnectionState, RegExp][] = [
            ["ordering", /The specified Connection ID is not available.* in state ordering/],
            ["pending", /Connection dxcon-ordering is in a transitioning state\./],
            ["down", /The specified Connection ID is not available.* in state down/],
            ["rejected", /The specified Connection ID is not available.* in state rejected/],
        ];
        const connection = addConnection(server.world, "dxcon-ordering");
        for (const [state, reason] of reasons) {
            connection.connectionState = state;
            expect(await refusalOf(create({}, "dxcon-ordering"))).to.match(reason);
        }
        expect(await refusalOf(create({}, "dxcon-none"))).to.equal(
            `${refused} Could not find Connection with ID dxcon-none`,
        );
    });

    it("is the only one of its connection until it is deleted, and is listed a while longer (P3)", async () => {
        const { virtualInterfaceId } = await create();
        const remove = () => server.directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
        expect((await remove()).virtualInterfaceState).to.equal("deleting");
        expect(await refusalOf(create())).to.match(/already has virtual interface dxvif-/);
        server.clock.advance(server.world.durations.virtualInterfaceDelete);
        expect((await listed()).map(({ virtualInterfaceState }) => virtualInterfaceState)).to.deep.equal(["deleted"]);
        await create();
        expect((await listed()).length).to.equal(2);
        server.clock.advance(server.world.durations.deletedVirtualInterfaceListed);
        expect((await listed()).map(({ virtualInterfaceState }) => virtualInterfaceState)).to.deep.equal(["down"]);
    });

    it("keeps its connection from being deleted, and one that waits is refused for good", async () => {
        const deleteOf = (connectionId: string) =>
            server.directConnect.send(new DeleteConnectionCommand({ connectionId }));
        await create();
        expect(await refusalOf(deleteOf("dxcon-1"))).to.match(/has virtual interfaces/);
        addConnection(server.world, "dxcon-2", { connectionState: "ordering" });
        expect((await deleteOf("dxcon-2")).connectionState).to.equal("rejected");
        expect(await refusalOf(deleteOf("dxcon-2"))).to.match(/in state rejected/);
    });

    it("changes its name and MTU in place, and nothing when one of them is invalid", async () => {
        const { virtualInterfaceId } = await create();
        const update = (changes: object) =>
            server.directConnect.send(new UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId, ...changes }));
        const updated = await update({ mtu: 8500, virtualInterfaceName: "link-2" });
        expect([updated.mtu, updated.virtualInterfaceName]).to.deep.equal([8500, "link-2"]);
        expect(await refusalOf(update({ mtu: 1400, virtualInterfaceName: "link-3" }))).to.match(/MTU 1400/);
        const [vif] = await listed();
        expect([vif?.mtu, vif?.virtualInterfaceName]).to.deep.equal([8500, "link-2"]);
    });

    it("does not change any more once it is being deleted", async () => {
        const { virtualInterfaceId } = await create();
        await server.directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
        const update = new UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId, mtu: 8500 });
        for (const state of ["deleting", "deleted"]) {
            expect(await refusalOf(server.directConnect.send(update))).to.equal(
                `${refused} Virtual Interface ${virtualInterfaceId} is in state ${state}`,
            );
            server.clock.advance(server.world.durations.virtualInterfaceDelete);
        }
    });

    it("is found by its ID and by its connection, and an unknown one does not exist", async () => {
        const { virtualInterfaceId } = await create();
        addConnection(server.world, "dxcon-2");
        const idsBy = async (query: object) =>
            (await server.directConnect.send(new DescribeVirtualInterfacesCommand(query))).virtualInterfaces?.map(
                (vif) => vif.virtualInterfaceId,
            );
        expect(await idsBy({ virtualInterfaceId })).to.deep.equal([virtualInterfaceId]);
        expect(await idsBy({ connectionId: "dxcon-1" })).to.deep.equal([virtualInterfaceId]);
        expect(await idsBy({ connectionId: "dxcon-2" })).to.deep.equal([]);
        expect(await refusalOf(idsBy({ virtualInterfaceId: "dxvif-none" }))).to.match(/dxvif-none does not exist/);
        expect(await refusalOf(idsBy({ connectionId: "dxcon-none" }))).to.match(/Could not find Connection/);
    });

    it("is paged by an order that neither repeats nor skips when something goes in between", async () => {
        for (const id of ["dxcon-2", "dxcon-3", "dxcon-4"]) {
            addConnection(server.world, id);
        }
        const page = async (nextToken?: string) => {
            const answer = await server.directConnect.send(
                new DescribeConnectionsCommand({ maxResults: 2, nextToken }),
            );
            return { ids: answer.connections?.map(({ connectionId }) => connectionId), token: answer.nextToken };
        };
        const first = await page();
        expect(first.ids).to.deep.equal(["dxcon-1", "dxcon-2"]);
        server.world.aws.connections.delete("dxcon-1");
        const second = await page(first.token);
        expect(second.ids).to.deep.equal(["dxcon-3", "dxcon-4"]);
        expect(second.token).to.equal(undefined);
        for (const maxResults of [0, 101]) {
            expect(await refusalOf(server.directConnect.send(new DescribeConnectionsCommand({ maxResults })))).to.match(
                /maxResults/,
            );
        }
        expect(
            await refusalOf(
                server.directConnect.send(new DescribeVirtualInterfacesCommand({ nextToken: first.token })),
            ),
        ).to.match(/nextToken is invalid/);
    });
});
