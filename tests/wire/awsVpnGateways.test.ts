import { type CreateVpnGatewayCommandInput } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { startEc2, unknownGateway, type Ec2Server } from "./awsEc2";
import { addGateway, foreignAccountId, refusalOf } from "./awsServer";

describe("virtual private gateways of the AWS wire", () => {
    let server: Ec2Server;

    beforeEach(async () => {
        server = await startEc2();
    });

    afterEach(() => server.close());

    it("are pending, then available, with the default ASN or the one asked for, and their tags", async () => {
        const Tags = [{ Key: "Name", Value: "to <Alibaba> & back" }];
        const TagSpecifications = [{ ResourceType: "vpn-gateway" as const, Tags }];
        const { VpnGateway } = await server.create({ TagSpecifications });
        const VpnGatewayId = VpnGateway?.VpnGatewayId ?? "";
        expect(VpnGatewayId).to.match(/^vgw-[0-9a-f]{17}$/);
        const expected = { VpnGatewayId, Type: "ipsec.1", AmazonSideAsn: 64512, VpcAttachments: [], Tags };
        expect(VpnGateway).to.deep.equal({ ...expected, State: "pending" });
        server.clock.advance(server.world.durations.vpnGatewayCreate);
        expect(await server.gateways(VpnGatewayId)).to.deep.equal([{ ...expected, State: "available" }]);
        expect((await server.create({ AmazonSideAsn: 4_294_967_294 })).VpnGateway?.AmazonSideAsn).to.equal(
            4_294_967_294,
        );
    });

    for (const asn of [0, 64511, 65535, 4_199_999_999, 4_294_967_295]) {
        it(`are refused with ASN ${asn}`, async () => {
            expect(await refusalOf(server.create({ AmazonSideAsn: asn }))).to.equal(
                `InvalidParameterValue 400: Value (${asn}) for parameter amazonSideAsn is invalid.`,
            );
        });
    }

    it("are refused with another type, none, and tags of another resource", async () => {
        const type = "ipsec.2" as CreateVpnGatewayCommandInput["Type"];
        expect(await refusalOf(server.create({ Type: type }))).to.equal(
            "InvalidParameterValue 400: Value (ipsec.2) for parameter type is invalid.",
        );
        expect(await refusalOf(server.create({ Type: undefined }))).to.equal(
            "MissingParameter 400: The request must contain the parameter type",
        );
        const TagSpecifications = [{ ResourceType: "vpc" as const, Tags: [{ Key: "a", Value: "b" }] }];
        expect(await refusalOf(server.create({ TagSpecifications }))).to.equal(
            "InvalidParameterValue 400: 'vpc' is not a valid taggable resource type.",
        );
        expect(await server.gateways()).to.deep.equal([]);
    });

    it("are five in a region at most, the deleted ones not counted", async () => {
        const ids: string[] = [];
        for (let made = 0; made < 5; made += 1) {
            ids.push((await server.create()).VpnGateway?.VpnGatewayId ?? "");
        }
        expect(await refusalOf(server.create())).to.equal(
            "VpnGatewayLimitExceeded 400: The maximum number of virtual private gateways has been reached.",
        );
        await server.remove(ids[0] ?? "");
        expect(await refusalOf(server.create())).to.equal("not refused");
    });

    it("attach to a VPC: attaching, then attached", async () => {
        addGateway(server.world, "vgw-1");
        expect((await server.attach("vgw-1")).VpcAttachment).to.deep.equal({ VpcId: server.vpcId, State: "attaching" });
        server.clock.advance(server.world.durations.vpnGatewayAttach);
        expect((await server.gateways("vgw-1"))[0]?.VpcAttachments).to.deep.equal([
            { VpcId: server.vpcId, State: "attached" },
        ]);
    });

    it("attach one to a VPC, and to one VPC", async () => {
        server.addAttachedGateway();
        addGateway(server.world, "vgw-2");
        expect(await refusalOf(server.attach("vgw-2"))).to.equal(
            `InvalidVpcState 400: VPC ${server.vpcId} is currently attached to the Virtual Private Gateway.`,
        );
        server.addVpc("vpc-2");
        expect(await refusalOf(server.attach("vgw-1", "vpc-2"))).to.match(/^VpnGatewayAttachmentLimitExceeded 400: /);
        expect(await refusalOf(server.attach("vgw-2", "vpc-2"))).to.equal("not refused");
    });

    it("attach only what exists for the caller", async () => {
        addGateway(server.world, "vgw-1");
        addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
        addGateway(server.world, "vgw-far", { region: "eu-central-1" });
        for (const id of ["vgw-none", "vgw-foreign", "vgw-far"]) {
            expect(await refusalOf(server.attach(id))).to.equal(unknownGateway(id));
            expect(await refusalOf(server.detach(id))).to.equal(unknownGateway(id));
            expect(await refusalOf(server.remove(id))).to.equal(unknownGateway(id));
            expect(await refusalOf(server.enable(id))).to.equal(unknownGateway(id));
            expect(await refusalOf(server.gateways(id))).to.equal(unknownGateway(id));
        }
        expect(await refusalOf(server.attach("vgw-1", "vpc-none"))).to.equal(
            "InvalidVpcID.NotFound 400: The vpc ID 'vpc-none' does not exist",
        );
    });

    it("detach: detaching, then detached, out of every route table, whether asked once or twice", async () => {
        const id = server.addAttachedGateway();
        await server.enable(id);
        await server.detach(id);
        expect((await server.gateways(id))[0]?.VpcAttachments).to.deep.equal([
            { VpcId: server.vpcId, State: "detaching" },
        ]);
        expect(await refusalOf(server.detach(id))).to.equal("not refused");
        server.clock.advance(server.world.durations.vpnGatewayDetach);
        expect((await server.gateways(id))[0]?.VpcAttachments).to.deep.equal([
            { VpcId: server.vpcId, State: "detached" },
        ]);
        expect(await server.propagating()).to.deep.equal([]);
        expect(await refusalOf(server.detach(id))).to.equal(
            `InvalidVpnGatewayAttachment.NotFound 400: The attachment with vpn gateway ID '${id}' and vpc ID '${server.vpcId}' does not exist`,
        );
    });

    it("P37: do not detach while a virtual interface is left, however far its deletion is", async () => {
        const id = server.addAttachedGateway();
        const vif = server.addVirtualInterface(id);
        server.addVirtualInterface("vgw-another");
        for (const state of ["down", "available", "deleting"] as const) {
            vif.virtualInterfaceState = state;
            expect(await refusalOf(server.detach(id))).to.equal(
                "InvalidParameterValue 400: This call cannot be completed because there are pending VPNs or Virtual Interfaces",
            );
        }
        vif.virtualInterfaceState = "deleted";
        expect(await refusalOf(server.detach(id))).to.equal("not refused");
    });

    it("P37: may stay detaching instead, until the virtual interface is gone", async () => {
        await server.close();
        server = await startEc2({ detachWithVirtualInterface: "stays-detaching" });
        const id = server.addAttachedGateway();
        const vif = server.addVirtualInterface(id);
        await server.detach(id);
        const stateNow = async (): Promise<string | undefined> =>
            (await server.gateways(id))[0]?.VpcAttachments?.[0]?.State;
        server.clock.advance(10 * server.world.durations.vpnGatewayDetach);
        expect(await stateNow()).to.equal("detaching");
        vif.virtualInterfaceState = "deleted";
        server.clock.advance(server.world.durations.vpnGatewayDetach);
        expect(await stateNow()).to.equal("detached");
    });

    it("are deleted when nothing hangs on them, and shown as deleted for a while", async () => {
        const id = server.addAttachedGateway();
        expect(await refusalOf(server.remove(id))).to.equal(
            `IncorrectState 400: The virtual private gateway ${id} is attached to a VPC.`,
        );
        addGateway(server.world, "vgw-2");
        const vif = server.addVirtualInterface("vgw-2");
        expect(await refusalOf(server.remove("vgw-2"))).to.equal(
            "IncorrectState 400: The virtual private gateway vgw-2 has virtual interfaces.",
        );
        vif.virtualInterfaceState = "deleted";
        await server.remove("vgw-2");
        expect((await server.gateways("vgw-2"))[0]?.State).to.equal("deleted");
        expect(await refusalOf(server.remove("vgw-2"))).to.equal(unknownGateway("vgw-2"));
        server.clock.advance(server.world.durations.vpnGatewayDetach);
        expect(await refusalOf(server.gateways("vgw-2"))).to.equal(unknownGateway("vgw-2"));
    });
});
