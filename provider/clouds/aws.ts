import type { AwsSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { awsClientOptions } from "./awsClientOptions";
import { parseConnection, parseRouteTable, parseVirtualInterface, parseVpc, parseVpnGateway } from "./awsParsers";
import type { AwsCloud } from "./clouds";
import { describeCloudError } from "./errors";
import { BrokenAnswer } from "./brokenAnswer";
import { lazily } from "./lazily";
import { everyTokenPage, type TokenPage } from "./pages";
import { passesAtAws } from "./passing";
import { retrying } from "./retrying";
import { requiredList, requiredText } from "./values";

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
    const described = async <Result>(subject: string, call: () => Promise<Result>): Promise<Result> => {
        try {
            return await call();
        } catch (error) {
            throw describeCloudError("AWS", subject, error, passesAtAws);
        }
    };
    const readable = <Result>(subject: string, call: () => Promise<Result>): Promise<Result> =>
        described(subject, () => retrying(call, isNotRetriedBySdk, clock));
    /** Direct Connect's lists have no paginator in the SDK. */
    const everyPage = <Item>(
        subject: string,
        read: (token: string | undefined) => Promise<TokenPage<Item>>,
    ): Promise<Item[]> =>
        described(subject, () => everyTokenPage((token) => retrying(() => read(token), isNotRetriedBySdk, clock)));

    return {
        identity: lazily(() =>
            readable("AWS account", async () => {
                const { sdk, client } = await sts();
                const { Account } = await client.send(new sdk.GetCallerIdentityCommand({}));
                return { accountId: requiredText(Account, "Account"), region: await client.config.region() };
            }),
        ),
        describeConnections: () =>
            everyPage("Direct Connect connections", async (nextToken) => {
                const { sdk, client } = await directConnect();
                const answer = await client.send(new sdk.DescribeConnectionsCommand({ nextToken }));
                const items = requiredList(answer, ["connections"]).map(parseConnection);
                return { items, nextToken: answer.nextToken };
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
            everyPage("Direct Connect virtual interfaces", async (nextToken) => {
                const { sdk, client } = await directConnect();
                const answer = await client.send(new sdk.DescribeVirtualInterfacesCommand({ nextToken }));
                const items = requiredList(answer, ["virtualInterfaces"]).map(parseVirtualInterface);
                return { items, nextToken: answer.nextToken };
            }),
        describeVpnGatewaysOfVpc: (vpcId) =>
            readable(`virtual private gateway of ${vpcId}`, async () => {
                const { sdk, client } = await ec2();
                const Filters = [{ Name: "attachment.vpc-id", Values: [vpcId] }];
                const answer = await client.send(new sdk.DescribeVpnGatewaysCommand({ Filters }));
                return requiredList(answer, ["VpnGateways"]).map(parseVpnGateway);
            }),
        describeVpcs: (vpcIds) =>
            readable(`VPC ${vpcIds.join(", ")}`, async () => {
                const { sdk, client } = await ec2();
                // A filter, not IDs: an unknown ID is an empty answer, not an error for all of them.
                const Filters = [{ Name: "vpc-id", Values: vpcIds }];
                const answer = await client.send(new sdk.DescribeVpcsCommand({ Filters }));
                return requiredList(answer, ["Vpcs"]).map(parseVpc);
            }),
        describeRouteTables: (routeTableIds) =>
            everyPage(`route tables ${routeTableIds.join(", ")}`, async (NextToken) => {
                const { sdk, client } = await ec2();
                const Filters = [{ Name: "route-table-id", Values: routeTableIds }];
                const answer = await client.send(new sdk.DescribeRouteTablesCommand({ Filters, NextToken }));
                const items = requiredList(answer, ["RouteTables"]).map(parseRouteTable);
                return { items, nextToken: answer.NextToken };
            }),
    };

    async function arnOf(connectionId: string): Promise<string> {
        const { sdk, client } = await sts();
        const { Account, Arn = "" } = await client.send(new sdk.GetCallerIdentityCommand({}));
        const partition = Arn.split(":")[1] ?? "aws";
        return `arn:${partition}:directconnect:${await client.config.region()}:${requiredText(Account, "Account")}:dxcon/${connectionId}`;
    }
}

/** A server's fault of Direct Connect is documented as HTTP 400, and what is broken in an answer only this package sees. */
function isNotRetriedBySdk(error: unknown): boolean {
    return error instanceof BrokenAnswer || (error instanceof Error && error.name === "DirectConnectServerException");
}
