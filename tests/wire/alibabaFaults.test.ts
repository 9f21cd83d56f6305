import { expect } from "chai";

import { startAlibaba } from "./alibabaServer";

describe("a fault of the simulator on the Alibaba Cloud wire", () => {
    it("is told as Alibaba Cloud tells its own", async () => {
        const server = await startAlibaba();
        Object.defineProperty(server.world.alibaba, "vpcs", {
            get: () => {
                throw new Error("broken");
            },
        });
        try {
            expect(await server.refusal("vpc", "DescribeVpcs")).to.equal(
                "InternalError 500: The request processing has failed due to some unknown error.",
            );
        } finally {
            await server.close();
        }
    });
});
