import { expect } from "chai";

import { sayUnknownState } from "../../simulator/world/listings";
import { errorOf } from "../support/rejects";
import { startStandIns, type StandIns } from "./standIns";

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

    it("end with the official resource's limit: 10 minutes for an attachment, 5 for its association", async () => {
        const { world, description } = standIns.simulator;
        const { cenId, transitRouterId, transitRouterRouteTableId, vbrId } = description.world;
        world.durations.attachmentCreate = 1000;
        const late = await errorOf(standIns.make("attachment", { cenId, transitRouterId, vbrId }));
        expect(late.message).to.match(/^timeout while waiting for state to become 'Attached' .* \(timeout: 10m0s\)$/);
        const [attachment] = [...world.alibaba.attachments.values()].filter(({ kind }) => kind === "VBR");
        Object.assign(attachment ?? {}, { status: "Attached" });
        world.durations.associationOrPropagation = 1000;
        const ends = { transitRouterAttachmentId: attachment?.attachmentId, transitRouterRouteTableId };
        const later = await errorOf(standIns.make("association", ends));
        expect(later.message).to.match(/^timeout while waiting for state to become 'Active' .* \(timeout: 5m0s\)$/);
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
