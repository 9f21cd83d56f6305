import type { Clouds, Identity } from "./clouds/clouds";

/**
 * Where the official providers of the same component work, as inputs; in the outputs of a resource, where it lives. An empty string says that the
 * component could not learn it.
 */
export interface ExpectedAccounts {
    awsAccountId?: string;
    awsRegion?: string;
    alibabaAccountId?: string;
    alibabaRegion?: string;
}

type Cloud = "aws" | "alibaba";

/**
 * Refuses to work in another account or region than expected: two accounts mixed up would join the wrong networks, and a look in the wrong one would
 * find nothing and take a resource for gone. Returns where it works, to be kept in the outputs; only the clouds that are used, or for which something is
 * expected, are asked.
 */
export async function requireExpectedAccounts(
    expected: ExpectedAccounts,
    clouds: Clouds,
    used: readonly Cloud[] = [],
): Promise<ExpectedAccounts> {
    const own = await ownAccounts(expected, clouds, used);
    const problems = mismatches(expected, own);
    if (problems.length > 0) {
        throw new Error(problems.join(" "));
    }
    return own;
}

/** Every mismatch. */
export async function accountMismatches(expected: ExpectedAccounts, clouds: Clouds): Promise<string[]> {
    return mismatches(expected, await ownAccounts(expected, clouds, []));
}

/** Every mismatch with what has been asked; of a cloud that was not, or has not answered, none. */
export function mismatchesWith(
    expected: ExpectedAccounts,
    { aws, alibaba }: { aws: Identity | undefined; alibaba: Identity | undefined },
): string[] {
    return mismatches(expected, accountsOf(aws, alibaba));
}

async function ownAccounts(
    expected: ExpectedAccounts,
    clouds: Clouds,
    used: readonly Cloud[],
): Promise<ExpectedAccounts> {
    const asks = { aws: used.includes("aws"), alibaba: used.includes("alibaba") };
    const [aws, alibaba] = await Promise.all([
        asks.aws || isExpected(expected.awsAccountId, expected.awsRegion) ? clouds.aws.identity() : undefined,
        asks.alibaba || isExpected(expected.alibabaAccountId, expected.alibabaRegion)
            ? clouds.alibaba.identity()
            : undefined,
    ]);
    return accountsOf(aws, alibaba);
}

function accountsOf(aws: Identity | undefined, alibaba: Identity | undefined): ExpectedAccounts {
    return {
        ...(aws && { awsAccountId: aws.accountId, awsRegion: aws.region }),
        ...(alibaba && { alibabaAccountId: alibaba.accountId, alibabaRegion: alibaba.region }),
    };
}

function isExpected(...values: (string | undefined)[]): boolean {
    return values.some((value) => value !== undefined && value !== "");
}

const names: Record<keyof ExpectedAccounts, { subject: string; settings: string }> = {
    awsAccountId: { subject: "AWS account", settings: "aws:profile or the AWS environment" },
    awsRegion: { subject: "AWS region", settings: "aws:region or AWS_REGION" },
    alibabaAccountId: {
        subject: "Alibaba Cloud account",
        settings: "alicloud:profile or the ALICLOUD_* environment",
    },
    alibabaRegion: { subject: "Alibaba Cloud region", settings: "alicloud:region or ALICLOUD_REGION" },
};

function mismatches(expected: ExpectedAccounts, own: ExpectedAccounts): string[] {
    return (Object.keys(names) as (keyof ExpectedAccounts)[])
        .filter((key) => isExpected(expected[key]) && own[key] !== undefined && own[key] !== expected[key])
        .map((key) => {
            const { subject, settings } = names[key];
            return `${subject}: the dynamic resources see ${own[key] ?? ""}, the official provider ${expected[key] ?? ""}. Make ${settings} name one and the same for both.`;
        });
}
