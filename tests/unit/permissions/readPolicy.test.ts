import { expect } from "chai";

import { readPolicy } from "../../../simulator/permissions/readPolicy";

const allowed = { Effect: "Allow", Action: "ec2:DescribeVpcs", Resource: "*" };

/** What a document is refused for; "read" otherwise. */
function refusalOf(cloud: "aws" | "alibaba", document: unknown): string {
    try {
        readPolicy(cloud, document);
    } catch (error) {
        return (error as Error).message;
    }
    return "read";
}

function aws(statement: object): string {
    return refusalOf("aws", { Version: "2012-10-17", Statement: [allowed, statement] });
}

function withCondition(condition: object): string {
    return aws({ ...allowed, Condition: condition });
}

describe("a policy document that the simulator is given", () => {
    it("is read with texts and lists, one statement and many", () => {
        const { statements } = readPolicy("aws", {
            Version: "2012-10-17",
            Statement: { Sid: "One", Effect: "Deny", Action: ["ec2:*", "sts:AssumeRole"], Resource: "*" },
        });
        expect(statements.map(({ effect, actions, resources }) => ({ effect, actions, resources }))).to.deep.equal([
            { effect: "Deny", actions: ["ec2:*", "sts:AssumeRole"], resources: ["*"] },
        ]);
        expect(refusalOf("alibaba", { Version: "1", Statement: [allowed, allowed] })).to.equal("read");
    });

    it("has the cloud's own version", () => {
        expect(refusalOf("aws", { Version: "1", Statement: [allowed] })).to.equal(
            'The AWS policy has Version "1". The simulator reads "2012-10-17".',
        );
        expect(refusalOf("alibaba", { Statement: [allowed] })).to.equal(
            'The RAM policy has Version undefined. The simulator reads "1".',
        );
    });

    it("is refused where it is no document", () => {
        expect(refusalOf("aws", ["no"])).to.equal("The AWS policy is no object. Write { Version, Statement }.");
        expect(aws(["no"])).to.equal("Statement 2 of the AWS policy is no object. Write { Effect, Action, Resource }.");
        expect(aws({ ...allowed, Effect: "allow" })).to.equal(
            'Statement 2 of the AWS policy has Effect "allow". Write "Allow" or "Deny".',
        );
        expect(aws({ ...allowed, Action: [7] })).to.equal(
            "Statement 2 of the AWS policy, Action, holds 7. Write texts.",
        );
        expect(aws({ ...allowed, Resource: undefined })).to.equal(
            "Statement 2 of the AWS policy, Resource, holds undefined. Write texts.",
        );
    });

    it("is refused for every part that is not evaluated, never read without it", () => {
        expect(aws({ Effect: "Allow", NotAction: "ec2:*", Resource: "*" })).to.equal(
            "Statement 2 of the AWS policy has NotAction, which the simulator does not evaluate. Write the policy without it.",
        );
        expect(refusalOf("aws", { Version: "2012-10-17", Id: "me", Statement: [] })).to.equal(
            "The AWS policy has Id, which the simulator does not evaluate. Write the policy without it.",
        );
        expect(aws({ ...allowed, Resource: "arn:aws:ec2:*:*:vpc/${aws:username}" })).to.equal(
            "Statement 2 of the AWS policy, Resource, holds the variable arn:aws:ec2:*:*:vpc/${aws:username}, which the simulator does not evaluate. Write its value.",
        );
        expect(refusalOf("alibaba", { Version: "1", Statement: [{ ...allowed, Condition: {} }] })).to.equal(
            "Statement 1 of the RAM policy has Condition, which the simulator does not evaluate. Write the policy without it.",
        );
    });

    it("is refused for an operator or a key of a condition that is not evaluated", () => {
        expect(withCondition({ StringLike: { "aws:ResourceTag/team": ["a*", "b"] } })).to.equal("read");
        expect(withCondition({ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } })).to.equal(
            "Statement 2 of the AWS policy, Condition, has operator IpAddress, which the simulator does not evaluate. It evaluates StringEquals, StringLike, ForAllValues:StringEquals.",
        );
        expect(withCondition({ toString: { "aws:TagKeys": "a" } })).to.include("has operator toString, which");
        expect(withCondition({ StringEquals: { "aws:PrincipalOrgID": "o-1" } })).to.equal(
            "Statement 2 of the AWS policy, Condition, has key aws:PrincipalOrgID, which the simulator does not evaluate. It evaluates aws:RequestedRegion, aws:RequestTag/..., aws:ResourceTag/..., aws:TagKeys, ec2:CreateAction, ec2:ResourceTag/....",
        );
        expect(withCondition({ StringEquals: "aws:TagKeys" })).to.equal(
            "Statement 2 of the AWS policy, Condition, StringEquals, is no object. Write { key: value }.",
        );
    });
});
