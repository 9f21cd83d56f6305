import Credential, { Config as CredentialConfig } from "@alicloud/credentials";
import Client, { $OpenApiUtil } from "@alicloud/openapi-core";
import { DirectConnectClient } from "@aws-sdk/client-direct-connect";
import { EC2Client } from "@aws-sdk/client-ec2";
import { STSClient } from "@aws-sdk/client-sts";
import { RuntimeOptions } from "@darabonba/typescript";

/** A key, with the token of a session. */
export interface Key {
    accessKeyId: string;
    secret: string;
    token?: string;
}

export interface AwsClients {
    directConnect: DirectConnectClient;
    ec2: EC2Client;
    sts: STSClient;
}

/** The endpoints are those of AWS_ENDPOINT_URL_DIRECT_CONNECT and so on, which the SDK reads by itself, as it reads the environment's key. */
export function awsWith(key?: Key, region?: string): AwsClients {
    const settings = {
        ...(region !== undefined && { region }),
        ...(key !== undefined && {
            credentials: { accessKeyId: key.accessKeyId, secretAccessKey: key.secret, sessionToken: key.token },
        }),
    };
    return {
        directConnect: new DirectConnectClient(settings),
        ec2: new EC2Client(settings),
        sts: new STSClient(settings),
    };
}

const products = {
    vpc: { version: "2016-04-28", endpoint: "VPC_ENDPOINT", signatureAlgorithm: undefined },
    // Signed by HMAC-SHA1; the others by what is the default: ACS3-HMAC-SHA256.
    cbn: { version: "2017-09-12", endpoint: "CBN_ENDPOINT", signatureAlgorithm: "v2" },
    bss: { version: "2017-12-14", endpoint: "BSSOPENAPI_ENDPOINT", signatureAlgorithm: undefined },
    sts: { version: "2015-04-01", endpoint: "STS_ENDPOINT", signatureAlgorithm: undefined },
} as const;

export type Query = Record<string, string>;

/** Calls an action; what it answers is taken to be as the API reference says. */
export interface AlibabaClient {
    region: string;
    call<Answer>(product: keyof typeof products, action: string, query?: Query): Promise<Answer>;
}

/** The endpoints are those that the official Terraform and Pulumi provider reads: VPC_ENDPOINT and so on. */
export function alibabaWith(key: Key = environmentKey()): AlibabaClient {
    const region = process.env.ALICLOUD_REGION ?? "";
    const credential = new Credential(
        new CredentialConfig({
            type: key.token === undefined ? "access_key" : "sts",
            accessKeyId: key.accessKeyId,
            accessKeySecret: key.secret,
            securityToken: key.token,
        }),
    );
    return {
        region,
        async call<Answer>(product: keyof typeof products, action: string, query: Query = {}): Promise<Answer> {
            const { version, endpoint, signatureAlgorithm } = products[product];
            const client = new Client(
                new $OpenApiUtil.Config({
                    credential,
                    regionId: region,
                    // Without its scheme.
                    endpoint: new URL(process.env[endpoint] ?? "").host,
                    protocol: "HTTP",
                    signatureAlgorithm,
                }),
            );
            const { body } = (await client.callApi(
                new $OpenApiUtil.Params({
                    action,
                    version,
                    protocol: "HTTP",
                    pathname: "/",
                    method: "POST",
                    authType: "AK",
                    style: "RPC",
                    reqBodyType: "formData",
                    bodyType: "json",
                }),
                new $OpenApiUtil.OpenApiRequest({ query }),
                new RuntimeOptions({}),
            )) as { body: Answer };
            return body;
        },
    };
}

function environmentKey(): Key {
    const { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId = "", ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret = "" } = process.env;
    return { accessKeyId, secret };
}
