import { expect } from "chai";

import { snapshot } from "../../../simulator/world/snapshot";
import { joinAndWait } from "./joined";

describe("snapshot of the world", () => {
    it("holds no secret, no time, and nothing that is gone", () => {
        const { world, vif } = joinAndWait();
        expect(JSON.stringify(snapshot(world))).not.to.match(/a-key-of-both-sides|Time|orderedAt/);
        vif.virtualInterfaceState = "deleted";
        expect(snapshot(world)).to.have.deep.nested.property("aws.virtualInterfaces", {});
    });

    it("is the same for the same world, whatever time has passed and in whatever order things were made", () => {
        const { world, clock } = joinAndWait();
        const before = snapshot(world);
        clock.advance(3600);
        const tables = [...world.aws.routeTables].reverse();
        world.aws.routeTables.clear();
        tables.forEach(([id, table]) => world.aws.routeTables.set(id, table));
        expect(JSON.stringify(snapshot(world))).to.equal(JSON.stringify(before));
    });

    it("shows a change", () => {
        const { world, gateway } = joinAndWait();
        const before = snapshot(world);
        gateway.tags.set("team", "network");
        expect(snapshot(world)).not.to.deep.equal(before);
    });
});
