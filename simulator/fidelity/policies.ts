import type { Evidence } from "./entry";

/** How true to the clouds the evaluation of policies is (simulator/permissions), part by part. */
export const policies: readonly { part: string; here: string; evidence: Evidence; sources?: readonly string[] }[] = [
    {
        part: "AWS IAM: a document",
        here: "Effect, Action, Resource and Condition; a denial wins, and nothing is allowed by itself. Any other element, a policy variable, an operator or a key that is not evaluated refuses the document",
        evidence: "D",
        sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"],
    },
    {
        part: "AWS IAM: conditions",
        here: "StringEquals, StringLike and ForAllValues:StringEquals on tags of the request and of the resource, tag keys, the region and ec2:CreateAction",
        evidence: "D",
        sources: [
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
        ],
    },
    {
        part: "AWS IAM: what an action acts on",
        here: "every resource of a required type that a call names",
        evidence: "D",
        sources: [
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectconnect.html",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
        ],
    },
    {
        part: "AWS IAM: a resource type that is not required",
        here: "a call that names none is about everything",
        evidence: "I",
    },
    {
        part: "AWS: a refusal",
        here: "each service's own code, and who may not do what; EC2's encoded message is left out",
        evidence: "O",
        sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html"],
    },
    {
        part: "Alibaba Cloud RAM: a document",
        here: "Effect, Action and Resource, as above; no condition, since none of these products has a key of its own",
        evidence: "D",
        sources: ["https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax"],
    },
    {
        part: "Alibaba Cloud RAM: what an action acts on",
        here: "every type of resource that the action's page has",
        evidence: "D",
        sources: [
            "https://www.alibabacloud.com/help/en/express-connect/api-vpc-2016-04-28-ram-efficiency-channels",
            "https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-ram",
        ],
    },
    {
        part: "Alibaba Cloud RAM: several types of which none is marked as required; an action of which no page says what it acts on",
        here: "each that a call names; everything",
        evidence: "I",
    },
    {
        part: "Alibaba Cloud: a refusal",
        here: "Forbidden.RAM, and STS's NoPermission; of CEN by the guess cenMissingPermission. It names no action",
        evidence: "D",
        sources: ["https://api.alibabacloud.com/document/Vpc/2016-04-28/errorCode"],
    },
    { part: "both: a role", here: "may do what may who assumed it", evidence: "I" },
];
