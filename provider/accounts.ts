import type { Clouds } from "./clouds/clouds";

/** Where the official providers of the same component work. */
export interface ExpectedAccounts {
    awsAccountId?: string;
    awsRegion?: string;
    alibabaAccountId?: string;
    alibabaRegion?: string;
}

/**
 * Refuses to write into another account or region than the official providers': two accounts mixed up would join the wrong networks. Returns every
 * mismatch; only the clouds for which something is expected are asked.
 */
export async function accountMismatches(expected: ExpectedAccounts, clouds: Clouds): Promise<string[]> {
    const [aws, alibaba] = await Promise.all([
        expected.awsAccountId === undefined && expected.awsRegion === undefined ? undefined : clouds.aws.identity(),
        expected.alibabaAccountId === undefined && expected.alibabaRegion === undefined
            ? undefined
            : clouds.alibaba.identity(),
    ]);
    return [
        ...mismatch("AWS account", aws?.accountId, expected.awsAccountId, "aws:profile or the AWS environment"),
        ...mismatch("AWS region", aws?.region, expected.awsRegion, "aws:region or AWS_REGION"),
        ...mismatch(
            "Alibaba Cloud account",
            alibaba?.accountId,
            expected.alibabaAccountId,
            "alicloud:profile or the ALICLOUD_* environment",
        ),
        ...mismatch(
            "Alibaba Cloud region",
            alibaba?.region,
            expected.alibabaRegion,
            "alicloud:region or ALICLOUD_REGION",
        ),
    ];
}

export async function requireExpectedAccounts(expected: ExpectedAccounts, clouds: Clouds): Promise<void> {
    const problems = await accountMismatches(expected, clouds);
    if (problems.length > 0) {
        throw new Error(problems.join("\n"));
    }
}

function mismatch(subject: string, own: string | undefined, expected: string | undefined, settings: string): string[] {
    return own === undefined || expected === undefined || expected === "" || own === expected
        ? []
        : [
              `${subject}: the dynamic resources see ${own}, the official provider ${expected}. Make ${settings} name one and the same for both.`,
          ];
}
