import {
    StaticAKCredentialsProvider,
    StaticSTSCredentialsProvider,
    type CredentialsProvider,
} from "@alicloud/credentials";

export interface AlibabaKeys {
    accessKeyId: string;
    accessKeySecret: string;
    securityToken?: string;
}

export function staticCredentials({ accessKeyId, accessKeySecret, securityToken }: AlibabaKeys): CredentialsProvider {
    return securityToken === undefined
        ? StaticAKCredentialsProvider.builder()
              .withAccessKeyId(accessKeyId)
              .withAccessKeySecret(accessKeySecret)
              .build()
        : StaticSTSCredentialsProvider.builder()
              .withAccessKeyId(accessKeyId)
              .withAccessKeySecret(accessKeySecret)
              .withSecurityToken(securityToken)
              .build();
}
