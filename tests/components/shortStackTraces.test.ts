import { expect } from "chai";
import type * as pulumi from "@pulumi/pulumi";

import type * as Package from "../../index";
import { mockEngine } from "./mocks";

const args = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1"] },
} satisfies Package.MultiCloudConnectionArgs;

describe("the stack traces of what a link makes", () => {
    const limit = Error.stackTraceLimit;
    let multicloud: typeof Package;

    before(async () => {
        await mockEngine();
        multicloud = await import("../../index.js");
    });

    afterEach(() => {
        expect(Error.stackTraceLimit).to.equal(limit);
        delete process.env.PULUMI_DEBUG_PROMISE_LEAKS;
    });

    /** The SDK calls it for each resource, while that is made. */
    function connect(transformation: pulumi.ResourceTransformation): void {
        new multicloud.MultiCloudConnection("link", args, { transformations: [transformation] });
    }

    function framesWithin(): Set<number> {
        const counts = new Set<number>();
        connect(({ name }) => {
            if (name !== "link") {
                counts.add((new Error().stack ?? "").split("\n    at ").length - 1);
            }
            return undefined;
        });
        return counts;
    }

    it("have one frame", () => {
        expect([...framesWithin()]).to.deep.equal([1]);
    });

    it("say of an error where it was thrown, and where the program made the link", () => {
        function inTheProgram(): void {
            connect(function transformation({ name }) {
                if (name === "link-circuit") {
                    throw new Error("not in this program");
                }
                return undefined;
            });
        }
        expect(inTheProgram)
            .to.throw("not in this program")
            .with.property("stack")
            .that.matches(/^Error: not in this program\n +at transformation .*\n +at new MultiCloudConnection /)
            .and.matches(/\n +at inTheProgram /);
    });

    it("are as long as ever for someone who looks for promises that never end", () => {
        process.env.PULUMI_DEBUG_PROMISE_LEAKS = "true";
        expect(Math.min(...framesWithin())).to.be.above(10);
    });
});
