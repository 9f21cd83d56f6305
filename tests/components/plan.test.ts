import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";

import type { MultiCloudConnectionArgs } from "../../components/args";
import { planConnection } from "../../components/plan";

const args = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1"] },
};

/** As a program in JavaScript gives them. */
function plan(given: unknown): ReturnType<typeof planConnection> {
    return planConnection("link", given as MultiCloudConnectionArgs);
}

function problems(given: unknown): string[] {
    try {
        plan(given);
        return [];
    } catch (error) {
        expect(error).to.be.an.instanceOf(pulumi.RunError);
        return (error as Error).message.split("\n").map((line) => line.replace(/^(link: | {2}- )/, ""));
    }
}

describe("a plan of arguments from JavaScript", () => {
    it("names every part that is missing, before it judges any other", () => {
        const alibabaAndAws = [
            "2 arguments need a change:",
            "alibaba is missing; it must be a plain object. Write alibaba: { ... }.",
            "aws is missing; it must be a plain object. Write aws: { ... }.",
        ];
        for (const nothing of [undefined, null, {}, { alibaba: null, bgp: { localAsn: 1 } }, "text"]) {
            expect(problems(nothing)).to.deep.equal(alibabaAndAws);
        }
        expect(problems({ alibaba: { cen: {} }, aws: { routeTableIds: ["rtb-1", undefined] }, bgp: 5 })).to.deep.equal([
            "4 arguments need a change:",
            "alibaba.cen.cenId is missing. Set it.",
            "aws.vpcId is missing. Set it.",
            "aws.routeTableIds, entry 1, is missing. Set it.",
            "bgp is of the wrong type; it must be a plain object. Write bgp: { ... }.",
        ]);
    });

    it("refuses what decides which children exist and is not plain", () => {
        for (const [ids, state] of [
            [pulumi.output(["rtb-1"]), "is an output"],
            ["rtb-1", "is of the wrong type"],
            [null, "is missing"],
        ] as const) {
            expect(problems({ ...args, aws: { ...args.aws, routeTableIds: ids } })).to.deep.equal([
                `aws.routeTableIds ${state}; it must be a plain list or record, for the names of children are made from it. Write [rtb-...], with outputs in it where needed.`,
            ]);
        }
        expect(problems({ ...args, adopt: { virtualInterfaceId: pulumi.output("dxvif-1") } })).to.deep.equal([
            "adopt.virtualInterfaceId is of the wrong type; it must be a plain string, since it decides what is imported.",
        ]);
    });

    it("takes null for what is left out", () => {
        const aws = { ...args.aws, vpnGatewayId: null, amazonSideAsn: null };
        const given = {
            ...args,
            aws,
            adopt: { virtualInterfaceId: null },
            bgp: null,
            timeouts: { circuitSeconds: null },
            overrides: null,
        };
        expect(plan(given)).to.deep.include({ makesVpnGateway: true, adopts: {} });
    });

    it("refuses values of another type, and shows none of them", () => {
        const bgp = { localAsn: "45104", authKey: 12345678 };
        expect(problems({ ...args, bgp, timeouts: { circuitSeconds: "45m" } })).to.deep.equal([
            "3 arguments need a change:",
            "bgp.localAsn is of the wrong type; it must be a number.",
            "bgp.authKey is of the wrong type; it must be a string.",
            "timeouts.circuitSeconds is of the wrong type; it must be a number.",
        ]);
    });
});
