import { expect } from "chai";

import { bgpVerificationHandler, type BgpVerificationOutputs } from "../../provider/bgpVerification/handler";
import { vpcRoutesHandler } from "../../provider/vpcRoutes/handler";
import { snapshot } from "../../simulator/world/snapshot";
import { closeWires, openBench, type Bench, type BenchOptions } from "../faults/handlers/bench";
import {
    acceptByHand,
    configureBgp,
    joinBothEnds,
    joinNetworks,
    makeVirtualInterface,
} from "../faults/handlers/prepared";
import { alibabaAccount, awsAccount } from "../support/samples";

const bothWays = {
    awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ["172.16.1.0/24", "172.16.2.0/24"] }],
    alibabaToAws: [{ from: ["172.16.1.0/24", "172.16.2.0/24"], to: ["10.0.0.0/16"] }],
    missing: [],
};

/** The handlers with their real clients against the simulator's wire, in virtual time. */
describe("the routes of a link on the wire", () => {
    let bench: Bench;
    const open = async (options: BenchOptions = {}): Promise<void> => {
        bench = await openBench(options);
    };
    afterEach(() => bench.close());
    after(() => closeWires());

    async function verifiedRoutes(): Promise<BgpVerificationOutputs["routes"]> {
        const ends = await joinBothEnds(bench);
        const networks = await joinNetworks(bench, ends.virtualInterfaceId);
        const inputs = { ...ends, level: "routes" as const, networks };
        return (await bgpVerificationHandler.create(inputs, bench.context)).outputs.routes;
    }

    it("lead both ways", async () => {
        await open();
        expect(await verifiedRoutes()).to.deep.equal(bothWays);
    });

    it("lead both ways over a Basic CEN", async () => {
        await open({ scenario: "basic-cen" });
        await acceptByHand(bench);
        const { vpnGatewayId, virtualInterfaceId } = await makeVirtualInterface(bench);
        const { outputs } = await configureBgp(bench);
        const { vbrId, hostedConnectionId: connectionId, cenId, awsVpcId, routeTableIds } = bench.ids;
        for (const RouteTableId of routeTableIds) {
            bench.official.aws.call("ec2", "EnableVgwRoutePropagation", { RouteTableId, GatewayId: vpnGatewayId });
        }
        bench.official.alibaba.call("cbn", "AttachCenChildInstance", {
            CenId: cenId,
            ChildInstanceId: vbrId,
            ChildInstanceType: "VBR",
            ChildInstanceRegionId: alibabaAccount.alibabaRegion,
        });
        const verification = await bgpVerificationHandler.create(
            {
                ...{ vbrId, connectionId, virtualInterfaceId, bgpPeerId: outputs.bgpPeerId },
                ...{ ...awsAccount, ...alibabaAccount, level: "routes" },
                networks: { awsVpcId, routeTableIds, cenId, alibabaVpcIds: [bench.ids.alibabaVpcId] },
            },
            bench.context,
        );
        expect(verification.outputs.routes).to.deep.equal(bothWays);
    });

    it("are made on the VPC's side, each by one call, and taken away without a trace", async () => {
        await open({ scenario: "vpc-not-joined" });
        const before = snapshot(bench.world);
        const { cenId, transitRouterId = "", transitRouterRouteTableId = "", vbrId, alibabaVpcId } = bench.ids;
        const place = { vbrId, cenId, transitRouterId, transitRouterRouteTableId, ...alibabaAccount };
        const { id, outputs } = await vpcRoutesHandler.create({ ...place, vpcIds: [alibabaVpcId] }, bench.context);
        expect(outputs.made).to.deep.equal([
            { vpcId: alibabaVpcId, legs: ["association", "propagation", "synchronisation"] },
        ]);
        const writes = (): string[] =>
            bench.world.log.filter(({ mutating }) => mutating).map(({ action, outcome }) => `${action} ${outcome}`);
        expect(writes()).to.deep.equal([
            "TagResources ok",
            "AssociateTransitRouterAttachmentWithRouteTable ok",
            "EnableTransitRouterRouteTablePropagation ok",
            "UpdateTransitRouterVpcAttachmentAttribute ok",
        ]);
        bench.world.log.length = 0;
        await vpcRoutesHandler.delete(id, outputs, bench.context);
        expect(writes()).to.deep.equal([
            "UpdateTransitRouterVpcAttachmentAttribute ok",
            "DisableTransitRouterRouteTablePropagation ok",
            "DissociateTransitRouterAttachmentFromRouteTable ok",
            "UntagResources ok",
        ]);
        expect(networkOf(snapshot(bench.world))).to.deep.equal(networkOf(before));
    });

    it("are waited for while another write keeps the transit router busy", async () => {
        await open({ scenario: "vpc-not-joined" });
        const { cenId, transitRouterId = "", transitRouterRouteTableId = "", vbrId, alibabaVpcId } = bench.ids;
        await acceptByHand(bench);
        bench.official.alibaba.call("cbn", "CreateTransitRouterVbrAttachment", {
            CenId: cenId,
            TransitRouterId: transitRouterId,
            VbrId: vbrId,
        });
        const place = { vbrId, cenId, transitRouterId, transitRouterRouteTableId, ...alibabaAccount };
        const { outputs } = await vpcRoutesHandler.create({ ...place, vpcIds: [alibabaVpcId] }, bench.context);
        expect(outputs.ready).to.equal(true);
        const refused = bench.world.log.filter(({ outcome }) => outcome === "Operation.Blocking");
        expect(refused.map(({ action }) => action)).to.include("AssociateTransitRouterAttachmentWithRouteTable");
    });
});

function networkOf(world: unknown): unknown {
    const { attachments, routeTables } = (world as { alibaba: Record<string, unknown> }).alibaba;
    return { attachments, routeTables };
}
