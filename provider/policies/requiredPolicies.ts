import { useOf, type PolicyArgs } from "./args";
import { awsReads, awsWrites } from "./awsRows";
import { statementsOf, type PolicyStatement } from "./document";
import { ramReads, ramWrites } from "./ramRows";
import type { Row } from "./row";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface AwsPolicyDocument {
    Version: "2012-10-17";
    Statement: PolicyStatement[];
}

/** https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax */
export interface RamPolicyDocument {
    Version: "1";
    Statement: PolicyStatement[];
}

/**
 * The smallest policy with which a program with these arguments can be run, as JSON for AWS IAM: `requiredAwsPolicy({ ...args, for: "up" })`. It names each
 * resource as narrowly as the action takes it, and what is made by the tag that this package gives it. A program that changes needs that of before and
 * that of after, until its `up` is done.
 */
export function requiredAwsPolicy(args: PolicyArgs): AwsPolicyDocument {
    return { Version: "2012-10-17", Statement: statementsFor(args, awsReads, awsWrites) };
}

/** The same for Alibaba Cloud RAM. */
export function requiredRamPolicy(args: PolicyArgs): RamPolicyDocument {
    return { Version: "1", Statement: statementsFor(args, ramReads, ramWrites) };
}

/** Every row of the tables: the tests hold them against what is called. */
export const allRows: readonly Row[] = [...awsReads, ...awsWrites, ...ramReads, ...ramWrites];

function statementsFor(args: PolicyArgs, reads: readonly Row[], writes: readonly Row[]): PolicyStatement[] {
    return statementsOf(args.for === "preview" ? reads : [...reads, ...writes], useOf(args));
}
