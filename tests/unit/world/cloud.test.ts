import { expect } from "chai";

import { Cloud } from "../../../simulator/plugins/cloud";
import { ManualClock } from "../../../simulator/world/clock";
import { World } from "../../../simulator/world/world";
import { errorOf } from "../../support/rejects";

const caller = {
    cloud: "aws" as const,
    accountId: "123456789012",
    region: "ap-southeast-1",
    arn: "arn:aws:iam::123456789012:user/test",
    accessKeyId: "AKIATEST",
};

describe("a stand-in's cloud, once its engine is gone", () => {
    it("takes no further call, and ends a wait at its next look", async () => {
        const clock = new ManualClock();
        const world = new World(clock);
        const engine = new AbortController();
        const cloud = new Cloud(world, caller, { ended: engine.signal });
        const wait = errorOf(
            cloud.until("a gateway", () => cloud.list("ec2", "DescribeVpnGateways", {}).length > 0, 600),
        );
        engine.abort();
        clock.advance(1);
        expect((await wait).name).to.equal("AbortError");
        expect(() => cloud.call("ec2", "CreateVpnGateway", { Type: "ipsec.1" })).to.throw("aborted");
        expect(world.log.map(({ action }) => action)).to.deep.equal(["DescribeVpnGateways"]);
    });
});
