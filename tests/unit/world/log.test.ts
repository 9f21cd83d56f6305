import { expect } from "chai";

import type { Action } from "../../../simulator/action";
import { callAction } from "../../../simulator/call";
import { ManualClock } from "../../../simulator/world/clock";
import { World } from "../../../simulator/world/world";

const echo: Action = { name: "Echo", mutating: false, run: () => ({}) };
const caller = { cloud: "aws" as const, accountId: "1", region: "r", arn: "a", accessKeyId: "k" };

describe("the log of the world's actions", () => {
    const world = new World(new ManualClock());
    const call = (input: Record<string, unknown>): unknown => callAction("ec2", echo, { world, caller }, input, "wire");

    it("keeps the newest ten thousand", () => {
        for (let number = 0; number < 10_005; number += 1) {
            call({ number });
        }
        expect(world.log.length).to.equal(10_000);
        expect([world.log.at(0)?.input, world.log.at(-1)?.input]).to.deep.equal([{ number: 5 }, { number: 10_004 }]);
    });

    it("leaves a long input out, and says how long it was", () => {
        call({ name: "x".repeat(3_989) });
        expect(world.log.at(-1)?.input).to.deep.equal({ name: "x".repeat(3_989) });
        call({ name: "x".repeat(3_990) });
        expect(world.log.at(-1)?.input).to.deep.equal({ "...": "4001 characters" });
    });
});
