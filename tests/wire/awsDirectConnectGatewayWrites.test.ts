import {
    CreateDirectConnectGatewayAssociationCommand,
    CreateDirectConnectGatewayCommand,
    DeleteDirectConnectGatewayAssociationCommand,
    DeleteDirectConnectGatewayCommand,
    DescribeDirectConnectGatewayAssociationsCommand,
    DescribeDirectConnectGatewaysCommand,
    DirectConnectClient,
    type CreateDirectConnectGatewayAssociationCommandInput,
    type CreateDirectConnectGatewayCommandInput,
    type DeleteDirectConnectGatewayAssociationCommandInput,
    type DirectConnectGateway,
    type DirectConnectGatewayAssociation,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { accountId, addGateway, refusalOf, region } from "./awsServer";
import { refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

describe("writes on Direct Connect gateways of the AWS wire", () => {
    let server: VirtualInterfaceServer;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
        addGateway(server.world, "vgw-1", { attachments: [{ vpcId: server.vpcId, state: "attached" }] });
    });

    afterEach(() => server.close());

    const create = async (
        changes: Partial<CreateDirectConnectGatewayCommandInput> = {},
    ): Promise<DirectConnectGateway> =>
        (
            await server.directConnect.send(
                new CreateDirectConnectGatewayCommand({ directConnectGatewayName: "link", ...changes }),
            )
        ).directConnectGateway ?? {};
    /** The ID of one that is there. */
    const made = async (): Promise<string> => {
        const { directConnectGatewayId = "" } = await create();
        server.clock.advance(server.world.durations.directConnectGateway);
        return directConnectGatewayId;
    };
    const remove = (directConnectGatewayId: string): Promise<unknown> =>
        server.directConnect.send(new DeleteDirectConnectGatewayCommand({ directConnectGatewayId }));
    const listed = async (): Promise<[string?, string?][]> =>
        (
            (await server.directConnect.send(new DescribeDirectConnectGatewaysCommand({}))).directConnectGateways ?? []
        ).map((gateway) => [gateway.directConnectGatewayId, gateway.directConnectGatewayState]);
    const associate = async (
        directConnectGatewayId: string,
        changes: Partial<CreateDirectConnectGatewayAssociationCommandInput> = {},
        client: DirectConnectClient = server.directConnect,
    ): Promise<DirectConnectGatewayAssociation> =>
        (
            await client.send(
                new CreateDirectConnectGatewayAssociationCommand({
                    directConnectGatewayId,
                    gatewayId: "vgw-1",
                    ...changes,
                }),
            )
        ).directConnectGatewayAssociation ?? {};
    const disassociate = (query: DeleteDirectConnectGatewayAssociationCommandInput): Promise<unknown> =>
        server.directConnect.send(new DeleteDirectConnectGatewayAssociationCommand(query));
    const states = async (directConnectGatewayId: string): Promise<(string | undefined)[]> =>
        (
            (
                await server.directConnect.send(
                    new DescribeDirectConnectGatewayAssociationsCommand({ directConnectGatewayId }),
                )
            ).directConnectGatewayAssociations ?? []
        ).map(({ associationState }) => associationState);

    it("make one that is pending, then available; and delete it: deleting, then gone", async () => {
        const gateway = await create({ amazonSideAsn: 64513 });
        const { directConnectGatewayId = "" } = gateway;
        expect(gateway).to.deep.equal({
            directConnectGatewayId,
            directConnectGatewayName: "link",
            amazonSideAsn: 64513,
            ownerAccount: accountId,
            directConnectGatewayState: "pending",
        });
        expect(await refusalOf(associate(directConnectGatewayId))).to.equal(
            `${refused} Direct Connect Gateway ${directConnectGatewayId} is in state pending`,
        );
        server.clock.advance(server.world.durations.directConnectGateway);
        expect(await listed()).to.deep.equal([[directConnectGatewayId, "available"]]);
        await remove(directConnectGatewayId);
        expect(await listed()).to.deep.equal([[directConnectGatewayId, "deleting"]]);
        server.clock.advance(server.world.durations.directConnectGateway);
        expect(await listed()).to.deep.equal([]);
        expect(await refusalOf(remove(directConnectGatewayId))).to.equal(
            `${refused} Direct Connect Gateway ${directConnectGatewayId} does not exist`,
        );
    });

    it("take the ASNs that are private, and 64512 without one", async () => {
        expect((await create()).amazonSideAsn).to.equal(64512);
        for (const asn of [64512, 65534, 4_200_000_000, 4_294_967_294]) {
            expect((await create({ amazonSideAsn: asn })).amazonSideAsn).to.equal(asn);
        }
        for (const asn of [64511, 65535, 4_199_999_999, 4_294_967_295]) {
            expect(await refusalOf(create({ amazonSideAsn: asn }))).to.equal(
                `${refused} Amazon side ASN ${asn} is not valid: it must be between 64512 and 65534 or between 4200000000 and 4294967294.`,
            );
        }
        expect(await refusalOf(create({ directConnectGatewayName: undefined }))).to.equal(
            `${refused} Missing required parameter: directConnectGatewayName`,
        );
    });

    it("associate a VPN gateway, with its VPC's prefixes unless others are given, and take it off again", async () => {
        const id = await made();
        const association = await associate(id);
        const { associationId } = association;
        expect(associationId).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(association).to.deep.equal({
            directConnectGatewayId: id,
            directConnectGatewayOwnerAccount: accountId,
            associationId,
            associationState: "associating",
            associatedGateway: { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: accountId, region },
            allowedPrefixesToDirectConnectGateway: [{ cidr: "10.0.0.0/16" }],
            virtualGatewayId: "vgw-1",
            virtualGatewayRegion: region,
            virtualGatewayOwnerAccount: accountId,
        });
        server.clock.advance(server.world.durations.directConnectGatewayAssociation);
        expect(await states(id)).to.deep.equal(["associated"]);
        expect(await refusalOf(remove(id))).to.equal(`${refused} Direct Connect Gateway ${id} has gateways associated`);
        await disassociate({ associationId });
        expect(await states(id)).to.deep.equal(["disassociating"]);
        expect(await refusalOf(disassociate({ associationId }))).to.equal(
            `${refused} Association ${associationId} is in state disassociating`,
        );
        server.clock.advance(server.world.durations.directConnectGatewayAssociation);
        expect(await states(id)).to.deep.equal([]);
        const prefixes = [{ cidr: "10.0.0.0/8" }, { cidr: "192.168.0.0/16" }];
        const again = await associate(id, {
            gatewayId: undefined,
            virtualGatewayId: "vgw-1",
            addAllowedPrefixesToDirectConnectGateway: prefixes,
        });
        expect(again.allowedPrefixesToDirectConnectGateway).to.deep.equal(prefixes);
        await disassociate({ directConnectGatewayId: id, virtualGatewayId: "vgw-1" });
        expect(await states(id)).to.deep.equal(["disassociating"]);
    });

    it("refuse an association that cannot be", async () => {
        const id = await made();
        addGateway(server.world, "vgw-free");
        expect(await refusalOf(associate("dxgw-none"))).to.equal(
            `${refused} Direct Connect Gateway dxgw-none does not exist`,
        );
        expect(await refusalOf(associate(id, { gatewayId: undefined }))).to.equal(
            `${refused} Missing required parameter: virtualGatewayId`,
        );
        for (const gatewayId of ["vgw-none", "tgw-1"]) {
            expect(await refusalOf(associate(id, { gatewayId }))).to.equal(
                `${refused} Virtual Gateway ${gatewayId} does not exist in ${region}`,
            );
        }
        const elsewhere = new DirectConnectClient(server.settings({ region: "eu-central-1" }));
        expect(await refusalOf(associate(id, {}, elsewhere))).to.equal(
            `${refused} Virtual Gateway vgw-1 does not exist in eu-central-1`,
        );
        expect(await refusalOf(associate(id, { gatewayId: "vgw-free" }))).to.equal(
            `${refused} Virtual Gateway vgw-free is not attached to a VPC`,
        );
        const wrong = { addAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.0.0.0" }] };
        expect(await refusalOf(associate(id, wrong))).to.equal(`${refused} Allowed prefix 10.0.0.0 is not valid.`);
        expect(await states(id)).to.deep.equal([]);
        await associate(id);
        expect(await refusalOf(associate(await made()))).to.equal(
            `${refused} Virtual Gateway vgw-1 is already associated with Direct Connect Gateway ${id}`,
        );
    });

    it("refuse to take off what is not there, or is not named", async () => {
        expect(await refusalOf(disassociate({ associationId: "none" }))).to.equal(
            `${refused} The Direct Connect Gateway association does not exist`,
        );
        expect(await refusalOf(disassociate({ virtualGatewayId: "vgw-1" }))).to.equal(
            `${refused} Specify associationId, or directConnectGatewayId and virtualGatewayId.`,
        );
    });

    it("P44: leave one alone while a virtual interface ends in it", async () => {
        const id = await made();
        const { virtualInterfaceId = "" } = await server.create({
            virtualGatewayId: undefined,
            directConnectGatewayId: id,
        });
        expect(await refusalOf(remove(id))).to.equal(
            `${refused} Direct Connect Gateway ${id} has virtual interfaces attached`,
        );
        const vif = server.world.aws.virtualInterfaces.get(virtualInterfaceId);
        Object.assign(vif ?? {}, { virtualInterfaceState: "deleted" });
        expect(await refusalOf(remove(id))).to.equal("not refused");
    });
});
