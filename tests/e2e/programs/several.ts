import * as aws from "@pulumi/aws/provider";
import * as alicloud from "@pulumi/alicloud/provider";
import { Topic } from "@pulumi/aws/sns/topic";
import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection, MultiCloudHost, type MultiCloudConnectionArgs } from "pulumi-multicloud-connection";

/** How the program hands its explicit providers to the component; "none": the default ones. */
type Handing = "none" | "array" | "map" | "shared-host" | "aws-only" | "alicloud-only" | "later";

const config = new pulumi.Config();
const { links, handing, oneGateway } = config.requireObject<{
    links: Record<string, MultiCloudConnectionArgs>;
    handing: Handing;
    /** All links end in the gateway of the first. */
    oneGateway?: boolean;
}>("args");

const settings = {
    "aws:region": config.get("awsRegion"),
    "aws:accessKey": config.getSecret("awsAccessKey"),
    "aws:secretKey": config.getSecret("awsSecretKey"),
    "alicloud:region": config.get("alibabaRegion"),
    "alicloud:accessKey": config.getSecret("alibabaAccessKey"),
    "alicloud:secretKey": config.getSecret("alibabaSecretKey"),
};

function providersFor(how: Handing): pulumi.ComponentResourceOptions {
    if (how === "none") {
        return {};
    }
    const alibabaRegion = config.require("alibabaRegion");
    const region = config.require<aws.ProviderArgs["region"] & string>("awsRegion");
    const later = new Topic("first").id;
    const east = new aws.Provider("east", {
        region: how === "later" ? later.apply(() => region) : region,
        accessKey: settings["aws:accessKey"],
        secretKey: settings["aws:secretKey"],
    });
    const alibaba = new alicloud.Provider("alibaba", {
        region: how === "later" ? later.apply(() => alibabaRegion) : alibabaRegion,
        accessKey: settings["alicloud:accessKey"],
        secretKey: settings["alicloud:secretKey"],
    });
    if (how === "aws-only") {
        return { providers: [east] };
    }
    if (how === "alicloud-only") {
        return { providers: [alibaba] };
    }
    if (how === "array" || how === "later") {
        return { providers: [east, alibaba] };
    }
    const host = how === "shared-host" ? new MultiCloudHost("shared", settings) : undefined;
    return { providers: { aws: east, alicloud: alibaba, ...(host && { "pulumi-nodejs": host }) } };
}

const options = providersFor(handing);

const made: MultiCloudConnection[] = [];
for (const [name, args] of Object.entries(links)) {
    const vpnGatewayId = oneGateway ? made[0]?.vpnGatewayId : undefined;
    made.push(new MultiCloudConnection(name, { ...args, aws: { vpnGatewayId, ...args.aws } }, options));
}

export const statuses = pulumi.all(made.map((link) => link.verification.bgpStatus));
