/** What one call asks to be allowed. */
export interface Demand {
    /** As policies write it: `ec2:DescribeVpcs`. */
    action: string;
    /** `*`: none, or no particular one. */
    resource: string;
    /** Condition keys in lower case, and their values in this request; one that a request does not have is missing. */
    keys: ReadonlyMap<string, readonly string[]>;
}

export interface Statement {
    effect: "Allow" | "Deny";
    actions: readonly string[];
    resources: readonly string[];
    isMeant(demand: Demand): boolean;
}

/** A document that is attached to a user, read and checked. */
export interface Policy {
    statements: readonly Statement[];
}

export type Verdict = "allowed" | "not allowed" | "denied";

/**
 * An explicit denial wins over whatever allows, and what nothing allows is denied, in both clouds
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html,
 * https://www.alibabacloud.com/help/en/ram/user-guide/policy-evaluation-process).
 */
export function verdictOf(policies: readonly Policy[], demand: Demand): Verdict {
    const meant = policies.flatMap(({ statements }) => statements).filter((statement) => statement.isMeant(demand));
    if (meant.some(({ effect }) => effect === "Deny")) {
        return "denied";
    }
    return meant.length > 0 ? "allowed" : "not allowed";
}
