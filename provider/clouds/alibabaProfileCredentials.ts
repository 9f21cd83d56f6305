import {
    CLIProfileCredentialsProvider,
    ECSRAMRoleCredentialsProvider,
    RAMRoleARNCredentialsProvider,
    type CredentialsProvider,
} from "@alicloud/credentials";

import type { AlibabaSettings } from "../settings/settings";
import type { AlibabaProfile } from "./alibabaProfile";
import { staticCredentials } from "./alibabaStaticCredentials";

/** The modes that the official provider reads, and for the CLI's own file all that Alibaba Cloud's library knows. */
export function credentialsOfProfile(
    profile: AlibabaProfile,
    all: readonly AlibabaProfile[],
    settings: Pick<AlibabaSettings, "sharedCredentialsFile">,
): CredentialsProvider {
    const text = (key: string): string => (typeof profile[key] === "string" ? profile[key] : "");
    const mode = text("mode");
    const keys = { accessKeyId: text("access_key_id"), accessKeySecret: text("access_key_secret") };
    switch (mode) {
        case "AK":
            return staticCredentials(keys);
        case "StsToken":
            return staticCredentials({ ...keys, securityToken: text("sts_token") });
        case "EcsRamRole":
            return ECSRAMRoleCredentialsProvider.builder().withRoleName(text("ram_role_name")).build();
        case "RamRoleArn":
            return assuming(staticCredentials(keys));
        case "ChainableRamRoleArn":
            return assuming(credentialsOfProfile(sourceOf(profile, all), without(profile, all), settings));
        default:
            if (settings.sharedCredentialsFile === undefined) {
                return CLIProfileCredentialsProvider.builder().withProfileName(profile.name).build();
            }
            throw new Error(
                `Profile "${profile.name}" has the mode "${mode}", which is read from ~/.aliyun/config.json alone. Put it there, and leave alicloud:sharedCredentialsFile out.`,
            );
    }

    function assuming(source: CredentialsProvider): CredentialsProvider {
        return RAMRoleARNCredentialsProvider.builder()
            .withCredentialsProvider(source)
            .withRoleArn(text("ram_role_arn"))
            .withRoleSessionName(text("ram_session_name"))
            .withDurationSeconds(Number(profile.expired_seconds ?? 0))
            .withStsRegionId(text("sts_region"))
            .build();
    }
}

function sourceOf(profile: AlibabaProfile, all: readonly AlibabaProfile[]): AlibabaProfile {
    const source = without(profile, all).find(({ name }) => name === profile.source_profile);
    if (source === undefined) {
        throw new Error(
            `Profile "${profile.name}" names no profile to start from. Correct its source_profile with aliyun configure.`,
        );
    }
    return source;
}

/** No profile starts from itself, nor from one that starts from it: a circle has no keys. */
function without({ name }: AlibabaProfile, all: readonly AlibabaProfile[]): AlibabaProfile[] {
    return all.filter((other) => other.name !== name);
}
