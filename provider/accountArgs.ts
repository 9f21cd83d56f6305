import type * as pulumi from "@pulumi/pulumi";

/** Where the official AWS provider of the same program works. In no diff; kept in the state as where the resource lives. */
export interface AwsAccountArgs {
    /** The account, 12 digits. Another one is refused before a write, and at a refresh. Default: no comparison. */
    awsAccountId?: pulumi.Input<string | undefined>;
    /** The region, such as `ap-southeast-1`. Another one is refused before a write, and at a refresh. Default: no comparison. */
    awsRegion?: pulumi.Input<string | undefined>;
}

/** Where the official Alibaba Cloud provider of the same program works. In no diff; kept in the state as where the resource lives. */
export interface AlibabaAccountArgs {
    /** The account, 16 digits. Another one is refused before a write, and at a refresh. Default: no comparison. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    /** The region, such as `ap-southeast-1`. Another one is refused before a write, and at a refresh. Default: no comparison. */
    alibabaRegion?: pulumi.Input<string | undefined>;
}
