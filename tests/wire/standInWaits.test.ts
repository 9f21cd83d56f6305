import { expect } from "chai";

import { sayUnknownState } from "../../simulator/world/listings";
import { refusalOf } from "../harness/providerClient";
import { errorOf } from "../support/rejects";
import { startStandIns, urnOf, type StandIns } from "./standIns";

describe("the waits of the stand-ins", () => {
    let standIns: StandIns;

    beforeEach(async () => {
        standIns = await startStandIns();
    });

    afterEach(() => standIns.stop());

    it("go on while the list does not show a virtual interface yet", async () => {
        standIns.simulator.world.durations.listLagAws = 120;
        standIns.simulator.world.changed();
        const { vif } = await standIns.makeLink();
        expect(vif.outputs).to.deep.include({ name: "link", vlan: 1101 });
    });

    it("give a virtual interface up that the list does not show in the end", async () => {
        standIns.simulator.world.durations.listLagAws = 500;
        standIns.simulator.world.changed();
        const error = await errorOf(standIns.makeLink());
        expect(error.message).to.match(/\(dxvif-\w+\) create: couldn't find resource \(21 retries\)$/);
    });

    it("fail after an update of a virtual interface that is testing", async () => {
        const { vif } = await standIns.makeLink();
        const found = standIns.simulator.world.aws.virtualInterfaces.get(vif.id);
        Object.assign(found ?? {}, { virtualInterfaceState: "testing" });
        const error = await errorOf(standIns.update(vif.urn, vif.id, vif.outputs, { ...vif.inputs, mtu: 9001 }));
        expect(error.message).to.match(/update: unexpected state 'testing', wanted target 'available, down'/);
    });

    it("of a propagation last two minutes for the gateway to be attached", async () => {
        const { awsVpcId, routeTableIds } = standIns.simulator.description.world;
        const gateway = await standIns.make("gateway", {});
        const ends = { routeTableId: routeTableIds[0], vpnGatewayId: gateway.id };
        const error = await errorOf(standIns.make("routePropagation", ends));
        expect(error.message).to.match(/^creating VpnGatewayRoutePropagation: Gateway\.NotAttached: /);
        const attachment = standIns.make("gatewayAttachment", { vpcId: awsVpcId, vpnGatewayId: gateway.id });
        const propagation = await standIns.make("routePropagation", ends);
        expect(propagation.id).to.equal(`${gateway.id}_${String(ends.routeTableId)}`);
        await attachment;
    });

    it("end with the official resource's limit, and leave the engine what is there, as it is", async () => {
        const { world, description } = standIns.simulator;
        const { awsVpcId, cenId, transitRouterId, transitRouterRouteTableId, vbrId } = description.world;
        const limit = 1000;
        Object.assign(world.durations, {
            vpnGatewayAttach: limit,
            attachmentCreate: limit,
            virtualInterfaceCreate: limit,
        });

        const ofVif = await refusalOf(standIns.makeVif((await standIns.make("gateway", {})).id));
        expect(ofVif.message).to.match(/ to become available \(timeout: 10m0s\)$/);
        expect(ofVif.partial?.id).to.match(/^dxvif-/);
        expect(ofVif.partial?.properties).to.deep.include({ name: "link", bgpAuthKey: "a-key-for-both" });

        const vpnGatewayId = (await standIns.make("gateway", {})).id;
        const ofGateway = await refusalOf(standIns.make("gatewayAttachment", { vpcId: awsVpcId, vpnGatewayId }));
        expect(ofGateway.message).to.match(/ to attach to VPC \(vpc-\w+\) \(timeout: 15m0s\)$/);
        expect(ofGateway.partial?.id).to.equal(`${vpnGatewayId}_${awsVpcId}`);

        const ofAttachment = await refusalOf(standIns.make("attachment", { cenId, transitRouterId, vbrId }));
        expect(ofAttachment.message).to.match(/state to become 'Attached' of tr-attach-\w+ \(timeout: 10m0s\)$/);
        expect(ofAttachment.partial?.properties).to.deep.include({ vbrId, status: "Attaching" });
        expect(ofAttachment.partial?.reasons).to.deep.equal([ofAttachment.message]);

        const [attachment] = [...world.alibaba.attachments.values()].filter(({ kind }) => kind === "VBR");
        Object.assign(attachment ?? {}, { status: "Attached" });
        world.durations.associationOrPropagation = limit;
        const ends = { transitRouterAttachmentId: attachment?.attachmentId, transitRouterRouteTableId };
        const ofAssociation = await refusalOf(standIns.make("association", ends));
        expect(ofAssociation.message).to.match(/state to become 'Active' .* \(timeout: 5m0s\)$/);
        expect(ofAssociation.partial?.properties).to.deep.include({ ...ends, status: "Associating" });
    });

    it("end with the program's limit, where it has set one", async () => {
        const { world, description } = standIns.simulator;
        const { cenId, transitRouterId, vbrId } = description.world;
        world.durations.attachmentCreate = 1000;
        const inputs = { cenId, transitRouterId, vbrId };
        const error = await refusalOf(standIns.create(urnOf("attachment"), inputs, { timeoutSeconds: 60 }));
        expect(error.message).to.match(/state to become 'Attached' of tr-attach-\w+ \(timeout: 1m0s\)$/);
    });

    it("leave the engine nothing where nothing was made", async () => {
        const ends = { vpcId: "vpc-none", vpnGatewayId: "vgw-none" };
        expect((await refusalOf(standIns.make("gatewayAttachment", ends))).partial).to.equal(undefined);
    });

    it("fail at a state that the official resource does not know", async () => {
        sayUnknownState(standIns.simulator.world, {
            list: "virtualInterfaces",
            insteadOf: "down",
            seconds: 24 * 3600,
        });
        const error = await errorOf(standIns.makeLink());
        expect(error.message).to.match(
            /create: unexpected state 'unheard-of', wanted target 'available, down'\. last error: %!s\(<nil>\)$/,
        );
    });
});
