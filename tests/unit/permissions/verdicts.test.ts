import { expect } from "chai";

import { verdictOf, type Verdict } from "../../../simulator/permissions/policy";
import { readPolicy } from "../../../simulator/permissions/readPolicy";

interface Call {
    action?: string;
    resource?: string;
    keys?: Record<string, string[]>;
}

const vpc = "arn:aws:ec2:ap-southeast-1:123456789012:vpc/vpc-1";

function verdict(
    statements: object[],
    { action = "ec2:AttachVpnGateway", resource = vpc, keys = {} }: Call = {},
): Verdict {
    const policies = statements.map((statement) => readPolicy("aws", { Version: "2012-10-17", Statement: statement }));
    return verdictOf(policies, { action, resource, keys: new Map(Object.entries(keys)) });
}

function allow(more: object = {}): object {
    return { Effect: "Allow", Action: "ec2:AttachVpnGateway", Resource: vpc, ...more };
}

function under(condition: object, keys: Record<string, string[]>): Verdict {
    return verdict([allow({ Condition: condition })], { keys });
}

describe("what a user's policies say of a call", () => {
    it("is denied where nothing allows it", () => {
        expect(verdict([])).to.equal("not allowed");
        expect(verdict([allow()])).to.equal("allowed");
        expect(verdict([allow({ Action: "ec2:DetachVpnGateway" })])).to.equal("not allowed");
        expect(verdict([allow({ Resource: `${vpc}2` })])).to.equal("not allowed");
    });

    it("is denied where one statement denies it, whatever allows it", () => {
        const deny = allow({ Effect: "Deny", Action: "*", Resource: "*" });
        expect(verdict([allow(), deny])).to.equal("denied");
        expect(verdict([deny, allow()])).to.equal("denied");
        expect(verdict([allow(), allow({ Effect: "Deny", Resource: "arn:aws:ec2:*:*:vpc/vpc-2" })])).to.equal(
            "allowed",
        );
    });

    it("goes by wildcards, in actions without regard to case, in ARNs with it", () => {
        expect(verdict([allow({ Action: "EC2:attach*" })])).to.equal("allowed");
        expect(verdict([allow({ Action: "ec2:AttachVpnGatewa?" })])).to.equal("allowed");
        expect(verdict([allow({ Resource: "arn:aws:ec2:*:*:vpc/*" })])).to.equal("allowed");
        expect(verdict([allow({ Resource: vpc.toUpperCase() })])).to.equal("not allowed");
        expect(verdict([allow({ Resource: ["arn:aws:ec2:*:*:subnet/*", vpc] })])).to.equal("allowed");
    });

    it("is about everything where a call is about no resource in particular", () => {
        expect(verdict([allow({ Resource: "*" })], { resource: "*" })).to.equal("allowed");
        expect(verdict([allow({ Resource: "arn:aws:ec2:*:*:vpc/*" })], { resource: "*" })).to.equal("not allowed");
    });

    it("holds StringEquals to the letter, one of its values and every key", () => {
        const condition = {
            StringEquals: { "aws:ResourceTag/Team": ["network", "platform"], "aws:RequestedRegion": "eu" },
        };
        const keys = { "aws:resourcetag/team": ["network"], "aws:requestedregion": ["eu"] };
        expect(under(condition, keys)).to.equal("allowed");
        expect(under(condition, { ...keys, "aws:resourcetag/team": ["Network"] })).to.equal("not allowed");
        expect(under(condition, { "aws:resourcetag/team": ["network"] })).to.equal("not allowed");
        expect(under(condition, { ...keys, "aws:requestedregion": ["us"] })).to.equal("not allowed");
    });

    it("holds StringLike to a pattern, of a tag that is there", () => {
        const condition = { StringLike: { "aws:ResourceTag/made-for": "vpc-*" } };
        expect(under(condition, { "aws:resourcetag/made-for": ["vpc-1"] })).to.equal("allowed");
        expect(under(condition, { "aws:resourcetag/made-for": ["vbr-1"] })).to.equal("not allowed");
        expect(under(condition, {})).to.equal("not allowed");
        expect(under({ StringLike: { "aws:ResourceTag/made-for": "*" } }, {})).to.equal("not allowed");
    });

    it("holds ForAllValues to each value of the call, and to none", () => {
        const condition = { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } };
        expect(under(condition, { "aws:tagkeys": ["b", "a"] })).to.equal("allowed");
        expect(under(condition, { "aws:tagkeys": ["a", "c"] })).to.equal("not allowed");
        expect(under(condition, {})).to.equal("allowed");
    });

    it("holds several operators together", () => {
        const condition = {
            StringEquals: { "ec2:CreateAction": "CreateVpnGateway" },
            StringLike: { "aws:RequestTag/a": "*" },
        };
        expect(under(condition, { "ec2:createaction": ["CreateVpnGateway"], "aws:requesttag/a": [""] })).to.equal(
            "allowed",
        );
        expect(under(condition, { "ec2:createaction": ["CreateVpnGateway"] })).to.equal("not allowed");
    });
});
