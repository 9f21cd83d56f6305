import type { AwsSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { awsClientOptions } from "./awsClientOptions";
import { parseConnection, parseRouteTable, parseVirtualInterface, parseVpc, parseVpnGateway } from "./awsParsers";
import type { AwsCloud } from "./clouds";
import { describeCloudError } from "./errors";
import { lazily } from "./lazily";
import { passesAtAws } from "./passing";
import { retrying } from "./retrying";

/** AWS through its own SDK, with every page read and every error readable. */
export function connectAws(settings: AwsSettings, clock: Clock): AwsCloud {
    // On Node.js 20 every `up` would show seven lines about versions of the SDK to come; this package pins one that supports it.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
    const options = awsClientOptions(settings);
    const directConnect = lazily(async () => {
        const sdk = await import("@aws-sdk/client-direct-connect");
        return { sdk, client: new sdk.DirectConnectClient(options) };
    });
    const ec2 = lazily(async () => {
        const sdk = await import("@aws-sdk/client-ec2");
        return { sdk, client: new sdk.EC2Client(options) };
    });
    const sts = lazily(async () => {
        const sdk = await import("@aws-sdk/client-sts");
        return { sdk, client: new sdk.STSClient(options) };
    });
    const readable = async <Result>(subject: string, call: () => Promise<Result>): Promise<Result> => {
        try {
            // Documented as HTTP 400, so the SDK does not retry it by itself.
            return await retrying(call, isServerException, clock);
        } catch (error) {
            throw describeCloudError("AWS", subject, error, passesAtAws);
        }
    };

    return {
        identity: lazily(() =>
            readable("AWS account", async () => {
                const { sdk, client } = await sts();
                const { Account: accountId = "" } = await client.send(new sdk.GetCallerIdentityCommand({}));
                return { accountId, region: await client.config.region() };
            }),
        ),
        describeConnections: () =>
            readable("Direct Connect connections", async () => {
                const { sdk, client } = await directConnect();
                const answers = await everyPage((nextToken) =>
                    client.send(new sdk.DescribeConnectionsCommand({ nextToken })),
                );
                return answers.flatMap(({ connections }) => connections ?? []).map(parseConnection);
            }),
        confirmConnection: (connectionId) =>
            readable(`Direct Connect connection ${connectionId}`, async () => {
                const { sdk, client } = await directConnect();
                await client.send(new sdk.ConfirmConnectionCommand({ connectionId }));
            }),
        deleteConnection: (connectionId) =>
            readable(`Direct Connect connection ${connectionId}`, async () => {
                const { sdk, client } = await directConnect();
                await client.send(new sdk.DeleteConnectionCommand({ connectionId }));
            }),
        tagConnection: (connectionId, tags) =>
            readable(`Direct Connect connection ${connectionId}`, async () => {
                const { sdk, client } = await directConnect();
                const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
                await client.send(new sdk.TagResourceCommand({ resourceArn: await arnOf(connectionId), tags: list }));
            }),
        describeVirtualInterfaces: () =>
            readable("Direct Connect virtual interfaces", async () => {
                const { sdk, client } = await directConnect();
                const answers = await everyPage((nextToken) =>
                    client.send(new sdk.DescribeVirtualInterfacesCommand({ nextToken })),
                );
                return answers.flatMap(({ virtualInterfaces }) => virtualInterfaces ?? []).map(parseVirtualInterface);
            }),
        describeVpnGatewaysOfVpc: (vpcId) =>
            readable(`virtual private gateway of ${vpcId}`, async () => {
                const { sdk, client } = await ec2();
                const Filters = [{ Name: "attachment.vpc-id", Values: [vpcId] }];
                const { VpnGateways } = await client.send(new sdk.DescribeVpnGatewaysCommand({ Filters }));
                return (VpnGateways ?? []).map(parseVpnGateway);
            }),
        describeVpcs: (vpcIds) =>
            readable(`VPC ${vpcIds.join(", ")}`, async () => {
                const { sdk, client } = await ec2();
                // A filter, not IDs: an unknown ID is an empty answer, not an error for all of them.
                const Filters = [{ Name: "vpc-id", Values: vpcIds }];
                const { Vpcs } = await client.send(new sdk.DescribeVpcsCommand({ Filters }));
                return (Vpcs ?? []).map(parseVpc);
            }),
        describeRouteTables: (routeTableIds) =>
            readable(`route tables ${routeTableIds.join(", ")}`, async () => {
                const { sdk, client } = await ec2();
                const Filters = [{ Name: "route-table-id", Values: routeTableIds }];
                const answers = await everyPage(async (NextToken) => {
                    const answer = await client.send(new sdk.DescribeRouteTablesCommand({ Filters, NextToken }));
                    return { ...answer, nextToken: answer.NextToken };
                });
                return answers.flatMap(({ RouteTables }) => RouteTables ?? []).map(parseRouteTable);
            }),
    };

    async function arnOf(connectionId: string): Promise<string> {
        const { sdk, client } = await sts();
        const { Account = "", Arn = "" } = await client.send(new sdk.GetCallerIdentityCommand({}));
        const partition = Arn.split(":")[1] ?? "aws";
        return `arn:${partition}:directconnect:${await client.config.region()}:${Account}:dxcon/${connectionId}`;
    }
}

function isServerException(error: unknown): boolean {
    return error instanceof Error && error.name === "DirectConnectServerException";
}

/** Direct Connect's lists have no paginator in the SDK. A token that comes back unchanged would never end. */
async function everyPage<Answer extends { nextToken?: string | undefined }>(
    page: (nextToken: string | undefined) => Promise<Answer>,
): Promise<Answer[]> {
    const answers: Answer[] = [];
    let token: string | undefined;
    do {
        const answer = await page(token);
        answers.push(answer);
        if (answer.nextToken !== undefined && answer.nextToken === token) {
            throw new Error("the list repeats its page token; try again");
        }
        token = answer.nextToken;
    } while (token !== undefined && token !== "");
    return answers;
}
