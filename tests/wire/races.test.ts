import { ConfirmConnectionCommand, CreatePrivateVirtualInterfaceCommand } from "@aws-sdk/client-direct-connect";
import { AttachVpnGatewayCommand } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { startBgp, type BgpServer } from "./alibabaBgp";
import { startCen, type CenServer } from "./alibabaCen";
import type { Query } from "./alibabaServer";
import { addConnection, addGateway, refusalOf, startAwsServer, type AwsServer } from "./awsServer";

/** The outcomes of calls that are under way at once, the winners first. */
async function outcomesOf(calls: Promise<string>[]): Promise<string[]> {
    const rank = (outcome: string): number => Number(!/^(accepted|not refused)$/.test(outcome));
    return (await Promise.all(calls)).sort((one, other) => rank(one) - rank(other));
}

describe("two clients that race for one write of the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });

    afterEach(() => server.close());

    it("confirm a connection once", async () => {
        addConnection(server.world, "dxcon-1", { connectionState: "ordering" });
        const confirm = (): Promise<string> =>
            refusalOf(server.directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" })));
        expect(await outcomesOf([confirm(), confirm()])).to.deep.equal([
            "not refused",
            "DirectConnectClientException 400: ConfirmConnection failed. dxcon-1 is in state pending",
        ]);
    });

    it("make one virtual interface", async () => {
        addConnection(server.world, "dxcon-1");
        addGateway(server.world, "vgw-1");
        const create = (): Promise<string> =>
            refusalOf(
                server.directConnect.send(
                    new CreatePrivateVirtualInterfaceCommand({
                        connectionId: "dxcon-1",
                        newPrivateVirtualInterface: {
                            virtualInterfaceName: "link",
                            vlan: 101,
                            asn: 45104,
                            virtualGatewayId: "vgw-1",
                        },
                    }),
                ),
            );
        const [first, second] = await outcomesOf([create(), create()]);
        const [vif, ...others] = server.world.aws.virtualInterfaces.keys();
        expect([first, second, others]).to.deep.equal([
            "not refused",
            `DirectConnectClientException 400: Hosted connection dxcon-1 already has virtual interface ${vif ?? ""}.`,
            [],
        ]);
    });

    it("attach one gateway to a VPC", async () => {
        addGateway(server.world, "vgw-1");
        addGateway(server.world, "vgw-2");
        const attach = (VpnGatewayId: string): Promise<string> =>
            refusalOf(server.ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId, VpcId: server.vpcId })));
        expect(await outcomesOf([attach("vgw-1"), attach("vgw-2")])).to.deep.equal([
            "not refused",
            `InvalidVpcState 400: VPC ${server.vpcId} is currently attached to the Virtual Private Gateway.`,
        ]);
        const attachments = [...server.world.aws.vpnGateways.values()].flatMap((gateway) => gateway.attachments);
        expect(attachments).to.deep.equal([{ vpcId: server.vpcId, state: "attaching" }]);
    });
});

describe("two clients that race for one write of the Alibaba Cloud wire", () => {
    describe("of a CEN", () => {
        let server: CenServer;

        beforeEach(async () => {
            server = await startCen();
        });

        afterEach(() => server.close());

        const twice = (action: string, query: Query): Promise<string[]> =>
            outcomesOf([server.refusal("cbn", action, query), server.refusal("cbn", action, query)]);

        it("attach a VBR once", async () => {
            const [first, second] = await twice("CreateTransitRouterVbrAttachment", server.newAttachment());
            expect([first, second]).to.deep.equal([
                "accepted",
                `InvalidStatus.ResourceAttached 400: ${server.order.vbrId} is attached already.`,
            ]);
            expect((await server.attachments()).length).to.equal(1);
        });

        it("associate an attachment once: the transit router is busy with the first", async () => {
            const association = {
                TransitRouterAttachmentId: await server.attach(),
                TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
            };
            const [first, second] = await twice("AssociateTransitRouterAttachmentWithRouteTable", association);
            expect([first, second?.split(" ")[0]]).to.deep.equal(["accepted", "Operation.Blocking"]);
            const listed = await server.call("cbn", "ListTransitRouterRouteTableAssociations", association);
            expect(listed.TotalCount).to.equal(1);
        });

        it("get one attachment for one ClientToken, both of them", async () => {
            const asked = server.newAttachment({ ClientToken: "one-token" });
            const answers = await Promise.all(
                [1, 2].map(() => server.call("cbn", "CreateTransitRouterVbrAttachment", asked)),
            );
            const ids = answers.map((answer) => answer.TransitRouterAttachmentId);
            const [attachment, ...others] = await server.attachments();
            expect([ids[0], ids[1], others]).to.deep.equal([
                attachment?.TransitRouterAttachmentId,
                attachment?.TransitRouterAttachmentId,
                [],
            ]);
        });
    });

    describe("of BGP", () => {
        let server: BgpServer;

        beforeEach(async () => {
            server = await startBgp();
        });

        afterEach(() => server.close());

        const twice = (action: string, query: Query): Promise<string[]> =>
            outcomesOf([server.refusal("vpc", action, query), server.refusal("vpc", action, query)]);

        it("make the last group that the quota leaves", async () => {
            const left = server.world.quotas.bgpGroupsPerBorderRouter;
            for (let made = 1; made < left; made += 1) {
                await server.makeGroup();
            }
            expect(await twice("CreateBgpGroup", server.newGroup())).to.deep.equal([
                "accepted",
                "QuotaExceeded.Bgp 400: bgp group count per vbr quota exceed.",
            ]);
            expect((await server.groups({ PageSize: "50" })).length).to.equal(left);
        });

        it("make one peer of one address", async () => {
            const group = await server.makeGroup();
            expect(await twice("CreateBgpPeer", server.newPeer(group))).to.deep.equal([
                "accepted",
                "BgpPeer.Already.Exists 400: bgp peer already exists.",
            ]);
            expect((await server.peers()).length).to.equal(1);
        });

        it("make one group for one ClientToken, and refuse another's parameters under it", async () => {
            const asked = (name: string): Query => server.newGroup({ ClientToken: "one-token", Name: name });
            const refusal = (name: string): Promise<string> => server.refusal("vpc", "CreateBgpGroup", asked(name));
            const [first, second] = await outcomesOf([refusal("one"), refusal("other")]);
            expect([first, second?.split(" ")[0]]).to.deep.equal(["accepted", "IdempotentParameterMismatch"]);
            expect((await server.groups()).length).to.equal(1);
        });
    });
});
