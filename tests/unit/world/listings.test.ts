import { expect } from "chai";

import { listed, sayUnknownState } from "../../../simulator/world/listings";
import { joinAndWait, type Joined } from "./joined";

/** A world whose lists lag; what was there before is seen at once. */
function lagging(lags: { aws?: number; alibaba?: number }): Joined {
    const joined = joinAndWait();
    joined.world.durations.listLagAws = lags.aws ?? 0;
    joined.world.durations.listLagAlibaba = lags.alibaba ?? 0;
    joined.world.changed();
    return joined;
}

const idsOf = ({ world }: Joined): string[] => listed(world, "virtualInterfaces").map((vif) => vif.virtualInterfaceId);

describe("lists of the world", () => {
    it("P18: show the truth where they do not lag", () => {
        const { world, vif } = lagging({});
        expect(listed(world, "virtualInterfaces")[0]).to.equal(vif);
    });

    it("P18: do not show yet what has just been made, and still show what has just gone", () => {
        const joined = lagging({ aws: 20 });
        const { world, clock, vif } = joined;
        world.aws.virtualInterfaces.set("dxvif-2", { ...vif, virtualInterfaceId: "dxvif-2" });
        world.changed();
        clock.advance(19.999);
        expect(idsOf(joined)).to.deep.equal(["dxvif-00000001"]);
        clock.advance(0.001);
        expect(idsOf(joined)).to.deep.equal(["dxvif-00000001", "dxvif-2"]);
        world.aws.virtualInterfaces.delete("dxvif-00000001");
        world.changed();
        clock.advance(19.999);
        expect(idsOf(joined)).to.deep.equal(["dxvif-00000001", "dxvif-2"]);
        clock.advance(0.001);
        expect(idsOf(joined)).to.deep.equal(["dxvif-2"]);
    });

    it("P18: show whole records of the past, one change after the other", () => {
        const joined = lagging({ aws: 20 });
        const { world, clock, connection } = joined;
        const states: string[] = [];
        for (const [index, state] of (["down", "deleting", "deleted"] as const).entries()) {
            connection.connectionState = state;
            connection.tags.set("changes", String(index + 1));
            world.changed();
            clock.advance(10);
            const [read] = listed(world, "connections");
            states.push(`${read?.connectionState ?? ""} ${read?.tags.get("changes") ?? 0}`);
        }
        expect(states).to.deep.equal(["available 0", "down 1", "deleting 2"]);
        clock.advance(10);
        expect(listed(world, "connections")[0]?.connectionState).to.equal("deleted");
    });

    it("P18: lag on each side by itself", () => {
        const { world, clock, connection, borderRouter, group, peer, circuit } = lagging({ aws: 10, alibaba: 30 });
        connection.connectionState = "deleted";
        Object.assign(borderRouter, { vlanId: 1 });
        Object.assign(group, { localAsn: 1 });
        Object.assign(peer, { peerIpAddress: "169.254.10.6" });
        Object.assign(circuit, { status: "Terminated" });
        world.changed();
        const read = (): unknown[] => [
            listed(world, "connections")[0]?.connectionState,
            listed(world, "borderRouters")[0]?.vlanId,
            listed(world, "bgpGroups")[0]?.localAsn,
            listed(world, "bgpPeers")[0]?.peerIpAddress,
            listed(world, "circuits")[0]?.status,
        ];
        const past = ["available", 1101, 45104, "169.254.10.2", "Enabled"];
        const present = ["deleted", 1, 1, "169.254.10.6", "Terminated"];
        expect(read()).to.deep.equal(past);
        clock.advance(10);
        expect(read()).to.deep.equal([...present.slice(0, 1), ...past.slice(1)]);
        clock.advance(20);
        expect(read()).to.deep.equal(present);
    });

    it("may say a state that no document names, until a time, in one list, and instead of one state", () => {
        const { world, clock, connection, borderRouter } = lagging({});
        sayUnknownState(world, { list: "connections", insteadOf: "available", seconds: 60 });
        const read = (): string[] => [
            String(listed(world, "connections")[0]?.connectionState),
            String(listed(world, "borderRouters")[0]?.status),
        ];
        expect(read()).to.deep.equal(["unheard-of", "active"]);
        expect(connection.connectionState).to.equal("available");
        connection.connectionState = "down";
        expect(read()).to.deep.equal(["down", "active"]);
        connection.connectionState = "available";
        sayUnknownState(world, { list: "borderRouters", insteadOf: "active", seconds: 120 });
        clock.advance(59.999);
        expect(read()).to.deep.equal(["unheard-of", "unheard-of"]);
        clock.advance(0.001);
        expect(read()).to.deep.equal(["available", "unheard-of"]);
        clock.advance(60);
        expect(read()).to.deep.equal(["available", "active"]);
        expect(borderRouter.status).to.equal("active");
    });
});
