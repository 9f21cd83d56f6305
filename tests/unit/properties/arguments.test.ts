import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import fc from "fast-check";

import type { MultiCloudConnectionArgs } from "../../../components/args";
import { planConnection, type ConnectionPlan } from "../../../components/plan";
import { almost, manyRuns } from "../../support/randomValues";
import { authKey, secret } from "./kinds";

const number = fc.constantFrom(45104, 64512, 64513, 65025, 4_200_000_000, 900, 0, -1, 0.5);
const flag = fc.boolean();
const routeTables = fc.oneof(
    fc.constantFrom(["rtb-1"], ["rtb-1", "rtb-2"], []),
    fc.constantFrom({ main: "rtb-1" }, { "": "rtb-1" }, {}),
);

const alibaba = almost({
    vbrId: fc.constantFrom("vbr-1", ""),
    accessPointId: fc.constant("ap-1"),
    cen: almost({
        cenId: fc.constant("cen-1"),
        transitRouterId: fc.constant("tr-1"),
        transitRouterRouteTableId: fc.constant("vtb-1"),
        attachmentId: fc.constantFrom("tr-attach-1", "cen-1:vbr-1:VBR:ap-southeast-1"),
    }),
});
const aws = almost({
    vpcId: fc.constant("vpc-1"),
    routeTableIds: routeTables,
    vpnGatewayId: fc.constant("vgw-1"),
    amazonSideAsn: number,
});
/** What a program cannot do without, as it should be. */
const needed = fc.record({
    alibaba: fc.constant({ vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } }),
    aws: fc.constant({ vpcId: "vpc-1", routeTableIds: ["rtb-1"] }),
});
const optional = almost({
    bgp: almost({
        localAsn: number,
        authKey,
        replaceAuthKey: flag,
        enableBfd: flag,
    }),
    verification: almost({ timeoutSeconds: number, onDown: fc.constantFrom("warn", "fail") }),
    timeouts: almost({ borderRouterSeconds: number, circuitSeconds: number }),
    onDestroy: almost({ hostedConnection: fc.constantFrom("keep", "delete") }),
    adopt: almost({ vpnGatewayId: fc.constant("vgw-1"), cenAssociationId: fc.constant("tr-attach-1:vtb-1") }),
    overrides: almost({ virtualInterface: almost({ mtu: number, vlan: number }) }),
    preflight: flag,
});
const given = fc
    .tuple(fc.oneof(needed, almost({ alibaba, aws })), fc.oneof(optional, fc.constant({})))
    .map(([ends, others]) => ({ ...others, ...ends }));

/** The plan, or what is said against the arguments; anything else that is thrown is a crash. */
function planned(args: object): ConnectionPlan | string {
    try {
        return planConnection("link", args as MultiCloudConnectionArgs);
    } catch (error) {
        // The SDK's types give only an interface for what is shown without a stack trace.
        if (pulumi.RunError.isInstance(error)) {
            return error.message;
        }
        throw error;
    }
}

describe("the plan of a connection, whatever a program gives", function () {
    this.timeout(60_000);

    it("is made, or refused in sentences in which nothing is secret", () => {
        let plans = 0;
        fc.assert(
            fc.property(given, (args) => {
                const result = planned(args);
                if (typeof result === "string") {
                    expect(result).to.match(/^link: \S.*\S$/s);
                    expect(result).not.to.include(secret);
                    return;
                }
                plans += 1;
                expect(result.routeTables).to.have.length.above(0);
                expect(result.routeTables.map(({ key }) => key)).to.deep.equal([
                    ...new Set(result.routeTables.map(({ key }) => key)),
                ]);
            }),
            manyRuns,
        );
        // Otherwise only refusals were tried.
        expect(plans).to.be.above(100);
    });
});
