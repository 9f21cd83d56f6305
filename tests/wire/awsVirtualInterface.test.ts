import {
    DeleteConnectionCommand,
    DeleteVirtualInterfaceCommand,
    DescribeConnectionsCommand,
    DescribeVirtualInterfacesCommand,
    UpdateVirtualInterfaceAttributesCommand,
    type VirtualInterface,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { addConnection, addGateway, refusalOf } from "./awsServer";
import { askedInterface, refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

describe("virtual interfaces of the AWS wire", () => {
    let server: VirtualInterfaceServer;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
    });

    afterEach(() => server.close());

    const create: VirtualInterfaceServer["create"] = (...given) => server.create(...given);
    const listed = (): Promise<VirtualInterface[]> => server.listed();

    it("is pending, then down until BGP is up, and reads back as it was asked for, its key included", async () => {
        const created = await create({ tags: [{ key: "team", value: "network" }] });
        expect(created.virtualInterfaceState).to.equal("pending");
        server.clock.advance(server.world.durations.virtualInterfaceCreate);
        const [vif] = await listed();
        const { virtualInterfaceId, bgpPeers, tags, ...read } = vif ?? {};
        expect(virtualInterfaceId).to.match(/^dxvif-f[0-9a-f]{7}$/);
        expect(read).to.deep.include({
            ...Object.fromEntries(Object.entries(askedInterface)),
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

    it("P9: speaks with its gateway's ASN", async () => {
        addGateway(server.world, "vgw-2", { amazonSideAsn: 64513 });
        expect((await create({ virtualGatewayId: "vgw-2" })).amazonSideAsn).to.equal(64513);
    });

    it("P3: leaves another connection to another one", async () => {
        addConnection(server.world, "dxcon-2");
        await create();
        expect((await create({}, "dxcon-2")).connectionId).to.equal("dxcon-2");
    });

    it("P3: is the only one of its connection until it is deleted, and is listed a while longer", async () => {
        const { virtualInterfaceId } = await create();
        const remove = () => server.directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
        expect((await remove()).virtualInterfaceState).to.equal("deleting");
        expect(await refusalOf(create())).to.equal(
            `${refused} Hosted connection dxcon-1 already has virtual interface ${virtualInterfaceId ?? ""}.`,
        );
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
        expect(await refusalOf(deleteOf("dxcon-1"))).to.equal(
            `${refused} Connection dxcon-1 has virtual interfaces. Delete them first.`,
        );
        addConnection(server.world, "dxcon-2", { connectionState: "ordering" });
        expect((await deleteOf("dxcon-2")).connectionState).to.equal("rejected");
        expect(await refusalOf(deleteOf("dxcon-2"))).to.equal(
            `${refused} The specified Connection ID is not available: dxcon-2 is in state rejected`,
        );
    });

    it("changes its name and MTU in place, and nothing when one of them is invalid", async () => {
        const { virtualInterfaceId } = await create();
        const update = (changes: object) =>
            server.directConnect.send(new UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId, ...changes }));
        const updated = await update({ mtu: 8500, virtualInterfaceName: "link-2" });
        expect([updated.mtu, updated.virtualInterfaceName]).to.deep.equal([8500, "link-2"]);
        expect(await refusalOf(update({ mtu: 1400, virtualInterfaceName: "link-3" }))).to.equal(
            `${refused} MTU 1400 is not valid: it must be one of 1500, 8500, 9001.`,
        );
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
        expect(await refusalOf(idsBy({ virtualInterfaceId: "dxvif-none" }))).to.equal(
            `${refused} Virtual Interface dxvif-none does not exist`,
        );
        expect(await refusalOf(idsBy({ connectionId: "dxcon-none" }))).to.equal(
            `${refused} Could not find Connection with ID dxcon-none`,
        );
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
        const ofSize = (maxResults: number) =>
            server.directConnect.send(new DescribeConnectionsCommand({ maxResults }));
        expect(await refusalOf(ofSize(0))).to.equal(
            `${refused} maxResults 0 is not valid: it must be between 1 and 100.`,
        );
        expect((await ofSize(101)).connections?.length).to.equal(3);
        expect(
            await refusalOf(
                server.directConnect.send(new DescribeVirtualInterfacesCommand({ nextToken: first.token })),
            ),
        ).to.equal(`${refused} The specified nextToken is invalid.`);
    });
});
