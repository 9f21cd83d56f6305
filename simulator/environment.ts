import type { Credentials } from "./credentials";
import type { Endpoints } from "./server";

/** The variables that make official SDKs, the CLI and our handlers speak with the simulator instead of the clouds. */
export function environmentOf(
    endpoints: Endpoints,
    { aws, alibaba }: Credentials,
    providers: string,
): Record<string, string> {
    return {
        AWS_ACCESS_KEY_ID: aws.accessKeyId,
        AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
        AWS_REGION: aws.region,
        // Version 1 of the AWS CLI reads no other.
        AWS_DEFAULT_REGION: aws.region,
        AWS_ENDPOINT_URL_DIRECT_CONNECT: endpoints.directconnect,
        AWS_ENDPOINT_URL_EC2: endpoints.ec2,
        AWS_ENDPOINT_URL_STS: endpoints.awsSts,
        ALIBABA_CLOUD_ACCESS_KEY_ID: alibaba.accessKeyId,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: alibaba.accessKeySecret,
        ALICLOUD_ACCESS_KEY: alibaba.accessKeyId,
        ALICLOUD_SECRET_KEY: alibaba.accessKeySecret,
        ALICLOUD_REGION: alibaba.region,
        VPC_ENDPOINT: endpoints.vpc,
        CBN_ENDPOINT: endpoints.cbn,
        ECS_ENDPOINT: endpoints.ecs,
        BSSOPENAPI_ENDPOINT: endpoints.bssopenapi,
        STS_ENDPOINT: endpoints.alibabaSts,
        PULUMI_DEBUG_PROVIDERS: providers,
        NO_PROXY: "127.0.0.1,localhost",
        no_proxy: "127.0.0.1,localhost",
    };
}
