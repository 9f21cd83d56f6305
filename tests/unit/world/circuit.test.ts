import { expect } from "chai";

import { boughtAfterSeconds } from "../../../simulator/scenarios/waits";
import { singaporeOrder } from "../../../simulator/scenarios/order";
import { orderConnection } from "../../../simulator/world/circuit";
import { CloudError } from "../../../simulator/world/cloudError";
import type { World } from "../../../simulator/world/world";
import { confirm, only, start } from "./joined";

/** What a console would show of the order. */
function show(world: World): { borderRouter: string; circuit: string; vlan: string; connection: string } {
    const borderRouter = [...world.alibaba.borderRouters.values()].at(0);
    const circuit = [...world.alibaba.circuits.values()].at(0);
    const connection = [...world.aws.connections.values()].at(0);
    return {
        borderRouter: borderRouter?.status ?? "none",
        circuit: circuit?.status ?? "none",
        vlan: borderRouter === undefined ? "none" : String(borderRouter.vlanId),
        connection: connection?.connectionState ?? "none",
    };
}

const configuring = { borderRouter: "active", circuit: "Allocating", vlan: "1101", connection: "ordering" };
const running = { ...configuring, circuit: "Enabled" };

describe("an ordered connection", () => {
    it("starts Configuring: the VBR is active and has its VLAN, but no addresses, and the circuit is not Enabled", () => {
        const { world } = start("default");
        expect(show(world)).to.deep.equal(configuring);
        const { localGatewayIp, peerGatewayIp, peeringSubnetMask } = only(world.alibaba.borderRouters.values());
        expect([localGatewayIp, peerGatewayIp, peeringSubnetMask]).to.deep.equal(["", "", ""]);
    });

    it("is Running after its time, without any acceptance, by default", () => {
        const { world, clock } = start("default");
        clock.advance(world.durations.backendConfiguration - 1);
        expect(show(world)).to.deep.equal(configuring);
        clock.advance(1);
        expect(show(world)).to.deep.equal(running);
        const { localGatewayIp, peerGatewayIp, peeringSubnetMask } = only(world.alibaba.borderRouters.values());
        expect([localGatewayIp, peerGatewayIp, peeringSubnetMask]).to.deep.equal([
            "169.254.10.1",
            "169.254.10.2",
            "255.255.255.252",
        ]);
    });

    it("may show the VBR's VLAN only when it is Running", () => {
        const { world, clock } = start("default", { borderRouterVlan: "when-running" });
        expect(show(world)).to.deep.equal({ ...configuring, vlan: "undefined" });
        clock.advance(world.durations.backendConfiguration);
        expect(show(world)).to.deep.equal(running);
    });

    it("accept-first: stays as it is until the acceptance, and then takes its time", () => {
        const { world, clock } = start("accept-first");
        clock.advance(24 * 3600);
        expect(show(world)).to.deep.equal({ ...configuring, circuit: "Approved" });
        confirm(world, only(world.aws.connections.values()));
        expect(show(world)).to.deep.equal({ ...configuring, connection: "pending" });
        clock.advance(world.durations.backendConfiguration);
        expect(show(world)).to.deep.equal({ ...running, connection: "available" });
    });

    it("backend-first: the hosted connection appears in the second in which it is Running", () => {
        const { world, clock } = start("backend-first");
        clock.advance(world.durations.backendConfiguration - 1);
        expect(show(world)).to.deep.equal({ ...configuring, connection: "none" });
        clock.advance(1);
        expect(show(world)).to.deep.equal(running);
    });

    it("not-bought-yet: VBR and hosted connection appear one after the other", () => {
        const { world, clock } = start("not-bought-yet");
        const { orderToBorderRouter, orderToHostedConnection } = world.durations;
        const nothing = { borderRouter: "none", circuit: "none", vlan: "none", connection: "none" };
        expect(show(world)).to.deep.equal(nothing);
        clock.advance(boughtAfterSeconds + orderToBorderRouter);
        expect(show(world)).to.deep.equal({ ...configuring, connection: "none" });
        clock.advance(orderToHostedConnection - orderToBorderRouter);
        expect(show(world)).to.deep.equal(configuring);
    });

    it("two-offers: a foreign offer without a circuit waits beside it", () => {
        const { world } = start("two-offers");
        const offers = [...world.aws.connections.values()].map(({ vlan, connectionState, circuitId }) => ({
            vlan,
            connectionState,
            ours: circuitId !== undefined,
        }));
        expect(offers).to.deep.equal([
            { vlan: 205, connectionState: "ordering", ours: false },
            { vlan: 1101, connectionState: "ordering", ours: true },
        ]);
    });

    it("P1: a confirmed connection is available after its time", () => {
        const { world, clock } = start("default");
        const connection = only(world.aws.connections.values());
        confirm(world, connection);
        clock.advance(world.durations.confirmToAvailable - 1);
        expect(connection.connectionState).to.equal("pending");
        clock.advance(1);
        expect(connection.connectionState).to.equal("available");
    });

    it("P1: a confirmed connection is down until the far end is Running, if that is how it is (acceptedConnection)", () => {
        const { world, clock } = start("default", { acceptedConnection: "down-until-running" });
        const connection = only(world.aws.connections.values());
        confirm(world, connection);
        clock.advance(world.durations.backendConfiguration - 1);
        expect(connection.connectionState).to.equal("down");
        clock.advance(1);
        expect(connection.connectionState).to.equal("available");
    });

    it("P1: and available after its time, where the far end is Running already", () => {
        const { world, clock } = start("default", { acceptedConnection: "down-until-running" });
        const connection = only(world.aws.connections.values());
        clock.advance(world.durations.backendConfiguration);
        confirm(world, connection);
        clock.advance(world.durations.confirmToAvailable);
        expect(connection.connectionState).to.equal("available");
    });

    it("P1: a connection that was rejected while ordering stays so, whatever the backend does", () => {
        const { world, clock } = start("default", { acceptedConnection: "down-until-running" });
        const connection = only(world.aws.connections.values());
        connection.connectionState = "rejected";
        world.changed();
        clock.advance(24 * 3600);
        expect(show(world)).to.deep.equal({ ...running, connection: "rejected" });
        expect([...world.aws.connections.keys()]).to.deep.equal([connection.connectionId]);
    });

    it("P42: is the only one of its user, until it has ended", () => {
        const { world, clock } = start("default");
        const again = (): unknown => orderConnection(world, singaporeOrder(world, true));
        expect(again).to.throw(CloudError, "A user can create 1 multi-cloud connection.");
        expect(world.alibaba.borderRouters.size).to.equal(1);
        only(world.alibaba.circuits.values()).status = "Terminated";
        again();
        clock.advance(0);
        expect(world.alibaba.borderRouters.size).to.equal(2);
        expect(again).to.throw(CloudError, "A user can create 1 multi-cloud connection.");
        world.accounts.alibabaAccountId = "1000000000000009";
        again();
        clock.advance(0);
        expect(world.alibaba.borderRouters.size).to.equal(3);
        world.quotas.multiCloudConnectionsPerUser = 2;
        again();
        expect(world.alibaba.borderRouters.size).to.equal(4);
    });

    it("P1: a connection that was deleted while pending does not come back", () => {
        const { world, clock } = start("default");
        const connection = only(world.aws.connections.values());
        confirm(world, connection);
        connection.connectionState = "deleted";
        clock.advance(3600);
        expect(connection.connectionState).to.equal("deleted");
    });

    it("may come with a BGP group and peer of the backend, in the second in which it is Running", () => {
        const { world, clock } = start("default", { backendMakesBgp: "group-and-peer" });
        clock.advance(world.durations.backendConfiguration - 1);
        expect(world.alibaba.bgpGroups.size).to.equal(0);
        clock.advance(1);
        const { localAsn, peerAsn, status } = only(world.alibaba.bgpGroups.values());
        expect({ localAsn, peerAsn, status }).to.deep.equal({ localAsn: 45104, peerAsn: 64512, status: "Available" });
        expect(only(world.alibaba.bgpPeers.values()).peerIpAddress).to.equal("169.254.10.2");
    });

    for (const owner of ["user", "alibaba"] as const) {
        it(`may belong to ${owner}: VBR and circuit each`, () => {
            const { world } = start("default", { borderRouterOwner: owner, circuitOwner: owner });
            const { alibabaAccountId, alibabaVendorAccountId } = world.accounts;
            const expected = owner === "user" ? alibabaAccountId : alibabaVendorAccountId;
            expect(only(world.alibaba.borderRouters.values()).ownerId).to.equal(expected);
            expect(only(world.alibaba.circuits.values()).ownerId).to.equal(expected);
        });
    }
});
