import { connectAlibaba } from "../../provider/clouds/alibaba";
import { connectAws } from "../../provider/clouds/aws";
import type { AlibabaCloud, AwsCloud } from "../../provider/clouds/clouds";
import { readSettings } from "../../provider/settings/settings";
import { virtualClock } from "./virtualClock";

/** Our own client on a server that speaks for Alibaba Cloud, in virtual time. */
export function alibabaAt(url: string): AlibabaCloud {
    const environment = {
        ALICLOUD_ACCESS_KEY: "id",
        ALICLOUD_SECRET_KEY: "secret",
        ALICLOUD_REGION: "ap-southeast-1",
        VPC_ENDPOINT: url,
        CBN_ENDPOINT: url,
        ECS_ENDPOINT: url,
        STS_ENDPOINT: url,
    };
    return connectAlibaba(readSettings(undefined, environment).alibaba, virtualClock(0));
}

/** Our own client of AWS, in virtual time; the SDK finds its endpoints in the environment of the process (`withEndpoints`). */
export function awsOfEnvironment(): AwsCloud {
    const environment = { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret", AWS_REGION: "ap-southeast-1" };
    return connectAws(readSettings(undefined, environment).aws, virtualClock(0));
}

const variables = ["AWS_ENDPOINT_URL_DIRECT_CONNECT", "AWS_ENDPOINT_URL_EC2", "AWS_ENDPOINT_URL_STS"];

/** Sets where AWS is; the function that comes back sets it as it was. */
export function withEndpoints(url: string): () => void {
    const before = variables.map((name) => process.env[name]);
    variables.forEach((name) => (process.env[name] = url));
    return () =>
        variables.forEach((name, index) => {
            const value = before[index];
            if (value === undefined) {
                // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- an unset variable is no empty one
                delete process.env[name];
            } else {
                process.env[name] = value;
            }
        });
}
