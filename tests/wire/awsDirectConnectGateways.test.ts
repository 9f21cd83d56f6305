import {
    DescribeDirectConnectGatewayAssociationsCommand,
    DescribeDirectConnectGatewayAttachmentsCommand,
    DescribeDirectConnectGatewaysCommand,
    type DescribeDirectConnectGatewayAssociationsCommandInput,
    type DescribeDirectConnectGatewayAttachmentsCommandInput,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import type { DirectConnectGateway } from "../../simulator/world/awsState";
import { accountId, foreignAccountId, refusalOf } from "./awsServer";
import { refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

describe("Direct Connect gateways of the AWS wire", () => {
    let server: VirtualInterfaceServer;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
        add("dxgw-1", {
            associations: [
                {
                    associationId: "association-1",
                    gatewayId: "vgw-far",
                    gatewayType: "virtualPrivateGateway",
                    region: "eu-central-1",
                    state: "associated",
                    allowedPrefixes: ["10.0.0.0/16"],
                },
                {
                    associationId: "association-2",
                    gatewayId: "tgw-1",
                    gatewayType: "transitGateway",
                    region: "ap-southeast-1",
                    state: "associating",
                    allowedPrefixes: ["10.0.0.0/8", "192.168.0.0/16"],
                },
            ],
        });
        add("dxgw-2", { amazonSideAsn: 64513 });
        add("dxgw-foreign", { ownerAccount: foreignAccountId });
        add("dxgw-deleted", { state: "deleted" });
    });

    afterEach(() => server.close());

    function add(directConnectGatewayId: string, fields: Partial<DirectConnectGateway> = {}): void {
        server.world.aws.directConnectGateways.set(directConnectGatewayId, {
            directConnectGatewayId,
            directConnectGatewayName: `name of ${directConnectGatewayId}`,
            ownerAccount: accountId,
            amazonSideAsn: 64512,
            state: "available",
            associations: [],
            ...fields,
        });
    }

    const gateways = async (directConnectGatewayId?: string) =>
        (await server.directConnect.send(new DescribeDirectConnectGatewaysCommand({ directConnectGatewayId })))
            .directConnectGateways;
    const associations = async (query: DescribeDirectConnectGatewayAssociationsCommandInput) =>
        (await server.directConnect.send(new DescribeDirectConnectGatewayAssociationsCommand(query)))
            .directConnectGatewayAssociations;
    const attachments = async (query: DescribeDirectConnectGatewayAttachmentsCommandInput) =>
        (await server.directConnect.send(new DescribeDirectConnectGatewayAttachmentsCommand(query)))
            .directConnectGatewayAttachments;

    const createOn = (directConnectGatewayId: string) =>
        server.create({ virtualGatewayId: undefined, directConnectGatewayId, enableSiteLink: true });

    it("are shown to their owner, in whatever region", async () => {
        const first = {
            directConnectGatewayId: "dxgw-1",
            directConnectGatewayName: "name of dxgw-1",
            amazonSideAsn: 64512,
            ownerAccount: accountId,
            directConnectGatewayState: "available",
        };
        const second = {
            ...first,
            directConnectGatewayId: "dxgw-2",
            directConnectGatewayName: "name of dxgw-2",
            amazonSideAsn: 64513,
        };
        expect(await gateways()).to.deep.equal([first, second]);
        expect(await gateways("dxgw-2")).to.deep.equal([second]);
        for (const id of ["dxgw-none", "dxgw-foreign", "dxgw-deleted"]) {
            const unknown = `${refused} Direct Connect Gateway ${id} does not exist`;
            expect(await refusalOf(gateways(id))).to.equal(unknown);
            expect(await refusalOf(associations({ directConnectGatewayId: id }))).to.equal(unknown);
            expect(await refusalOf(attachments({ directConnectGatewayId: id }))).to.equal(unknown);
            expect(await refusalOf(createOn(id))).to.equal(unknown);
        }
    });

    it("are associated with gateways of any region, with the prefixes that they may advertise", async () => {
        const ofVpnGateway = {
            directConnectGatewayId: "dxgw-1",
            directConnectGatewayOwnerAccount: accountId,
            associationId: "association-1",
            associationState: "associated",
            associatedGateway: {
                id: "vgw-far",
                type: "virtualPrivateGateway",
                ownerAccount: accountId,
                region: "eu-central-1",
            },
            allowedPrefixesToDirectConnectGateway: [{ cidr: "10.0.0.0/16" }],
            virtualGatewayId: "vgw-far",
            virtualGatewayRegion: "eu-central-1",
            virtualGatewayOwnerAccount: accountId,
        };
        const ofTransitGateway = {
            directConnectGatewayId: "dxgw-1",
            directConnectGatewayOwnerAccount: accountId,
            associationId: "association-2",
            associationState: "associating",
            associatedGateway: {
                id: "tgw-1",
                type: "transitGateway",
                ownerAccount: accountId,
                region: "ap-southeast-1",
            },
            allowedPrefixesToDirectConnectGateway: [{ cidr: "10.0.0.0/8" }, { cidr: "192.168.0.0/16" }],
        };
        expect(await associations({ directConnectGatewayId: "dxgw-1" })).to.deep.equal([
            ofVpnGateway,
            ofTransitGateway,
        ]);
        expect(await associations({ directConnectGatewayId: "dxgw-2" })).to.deep.equal([]);
        expect(await associations({ virtualGatewayId: "vgw-far" })).to.deep.equal([ofVpnGateway]);
        expect(await associations({ associatedGatewayId: "tgw-1" })).to.deep.equal([ofTransitGateway]);
        expect(await associations({ associationId: "association-2" })).to.deep.equal([ofTransitGateway]);
        expect(await refusalOf(associations({}))).to.equal(
            `${refused} Specify associationId, associatedGatewayId, directConnectGatewayId or virtualGatewayId.`,
        );
    });

    it("P9, P44: take a virtual interface, with their own ASN and with SiteLink, and show it as an attachment", async () => {
        const vif = await createOn("dxgw-2");
        expect(vif).to.deep.include({
            directConnectGatewayId: "dxgw-2",
            amazonSideAsn: 64513,
            siteLinkEnabled: true,
            virtualInterfaceState: "pending",
        });
        expect(vif.virtualGatewayId).to.equal(undefined);
        const { virtualInterfaceId } = vif;
        const expected = {
            directConnectGatewayId: "dxgw-2",
            virtualInterfaceId,
            virtualInterfaceRegion: "ap-southeast-1",
            virtualInterfaceOwnerAccount: accountId,
            attachmentState: "attaching",
            attachmentType: "PrivateVirtualInterface",
        };
        expect(await attachments({ virtualInterfaceId })).to.deep.equal([expected]);
        server.clock.advance(server.world.durations.virtualInterfaceCreate);
        const attached = [{ ...expected, attachmentState: "attached" }];
        expect(await attachments({ directConnectGatewayId: "dxgw-2" })).to.deep.equal(attached);
        expect(await attachments({ directConnectGatewayId: "dxgw-2", virtualInterfaceId })).to.deep.equal(attached);
        expect(await attachments({ directConnectGatewayId: "dxgw-1" })).to.deep.equal([]);
        expect(await refusalOf(attachments({}))).to.equal(
            `${refused} Specify directConnectGatewayId, virtualInterfaceId, or both.`,
        );
    });
});
