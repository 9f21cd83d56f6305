import { matcherOf } from "../aws/ec2/wildcards";
import type { Demand } from "./policy";

export type Test = (keys: Demand["keys"]) => boolean;
type Operator = (asked: readonly string[], wanted: readonly string[]) => boolean;

const equals: Operator = (asked, wanted) => asked.some((value) => wanted.includes(value));
const like: Operator = (asked, wanted) => asked.some((value) => wanted.some((pattern) => matcherOf(pattern)(value)));

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; ForAllValues is also true where the request does not
 * have the key (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).
 */
const operators: Readonly<Record<string, Operator>> = {
    StringEquals: equals,
    StringLike: like,
    "ForAllValues:StringEquals": (asked, wanted) => asked.every((value) => wanted.includes(value)),
};

/** The keys that the simulator's requests have: a condition on any other could never be told from one on a key that a request lacks. */
const keyPatterns = [
    /^aws:requestedregion$/,
    /^aws:(requesttag|resourcetag)\/.+$/,
    /^aws:tagkeys$/,
    /^ec2:createaction$/,
    /^ec2:resourcetag\/.+$/,
];

export const knownOperators = Object.keys(operators);
export const knownKeys = [
    "aws:RequestedRegion",
    "aws:RequestTag/...",
    "aws:ResourceTag/...",
    "aws:TagKeys",
    "ec2:CreateAction",
    "ec2:ResourceTag/...",
];

export function isKnownKey(key: string): boolean {
    return keyPatterns.some((pattern) => pattern.test(key.toLowerCase()));
}

/** undefined: no such operator is evaluated here. */
export function testOf(operator: string, key: string, wanted: readonly string[]): Test | undefined {
    const holds = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
    return holds && ((keys) => holds(keys.get(key.toLowerCase()) ?? [], wanted));
}
