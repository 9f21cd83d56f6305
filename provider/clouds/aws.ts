import type { AwsSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { SharedReads } from "../waiting/sharedReads";
import { wholeAnswers } from "./awsAnswers";
import { awsClientOptions } from "./awsClientOptions";
import { awsNetwork } from "./awsNetwork";
import { parseConnection, parseRouteTable, parseVirtualInterface, parseVpc, parseVpnGateway } from "./awsParsers";
import { namingPermission } from "./awsPermission";
import { directConnectSdk, ec2Sdk, stsSdk } from "./awsSdk";
import { madeForTag } from "../rules/marks";
import type { AwsCloud, VpnGateway } from "./clouds";
import { describeCloudError } from "./errors";
import { lazily } from "./lazily";
import { everyTokenPage, type TokenPage } from "./pages";
import { passesAtAws } from "./passing";
import { retrying } from "./retrying";
import { requiredList, requiredText } from "./values";

interface CallOptions {
    abortSignal: AbortSignal;
}

/** AWS through its own SDK, with every page read and every error readable. */
export function connectAws(settings: AwsSettings, clock: Clock): AwsCloud {
    // On Node.js 20 every `up` would show seven lines about versions of the SDK to come; this package pins one that supports it.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
    const options = awsClientOptions(settings);
    const directConnect = lazily(async () => {
        const sdk = await directConnectSdk();
        const client = new sdk.DirectConnectClient(options);
        client.middlewareStack.use(wholeAnswers());
        client.middlewareStack.use(namingPermission("directconnect"));
        return { sdk, client };
    });
    const ec2 = lazily(async () => {
        const sdk = await ec2Sdk();
        const client = new sdk.EC2Client(options);
        client.middlewareStack.use(wholeAnswers());
        client.middlewareStack.use(namingPermission("ec2"));
        return { sdk, client };
    });
    const sts = lazily(async () => {
        const sdk = await stsSdk();
        const client = new sdk.STSClient(options);
        client.middlewareStack.use(wholeAnswers());
        client.middlewareStack.use(namingPermission("sts"));
        return { sdk, client };
    });
    const readable = async <Result>(subject: string, call: () => Promise<Result>): Promise<Result> => {
        try {
            return await call();
        } catch (error) {
            throw describeCloudError("AWS", subject, error, passesAtAws);
        }
    };
    const shared = new SharedReads(clock);
    /** One request and its reading: the SDK itself makes no second try, so that there is one clock and one policy for both clouds. */
    const ask = <Answer>(send: (options: CallOptions) => Promise<Answer>): Promise<Answer> =>
        retrying((abortSignal) => send({ abortSignal }), passesAtAws, clock);
    /** Direct Connect's lists have no paginator in the SDK. */
    const everyPage = <Item>(
        subject: string,
        read: (token: string | undefined, options: CallOptions) => Promise<TokenPage<Item>>,
    ): Promise<Item[]> =>
        shared.read(subject, () =>
            readable(subject, () => everyTokenPage((token) => ask((options) => read(token, options)))),
        );

    const change = (subject: string, order: () => Promise<void>): Promise<void> =>
        shared.write(() => readable(subject, order));

    const describeVpnGateways = (subject: string, filter: string, value: string): Promise<VpnGateway[]> =>
        readable(subject, async () => {
            const { sdk, client } = await ec2();
            const Filters = [{ Name: filter, Values: [value] }];
            return ask(async (options) => {
                const answer = await client.send(new sdk.DescribeVpnGatewaysCommand({ Filters }), options);
                return requiredList(answer, ["VpnGateways"]).map(parseVpnGateway);
            });
        });

    return {
        identity: lazily(() =>
            readable("AWS account", async () => {
                const { sdk, client } = await sts();
                const { Account } = await ask((options) => client.send(new sdk.GetCallerIdentityCommand({}), options));
                return { accountId: requiredText(Account, "Account"), region: await client.config.region() };
            }),
        ),
        describeConnections: () =>
            everyPage("Direct Connect connections", async (nextToken, options) => {
                const { sdk, client } = await directConnect();
                const answer = await client.send(new sdk.DescribeConnectionsCommand({ nextToken }), options);
                const items = requiredList(answer, ["connections"]).map(parseConnection);
                return { items, nextToken: answer.nextToken };
            }),
        confirmConnection: (connectionId) =>
            change(`Direct Connect connection ${connectionId}`, async () => {
                const { sdk, client } = await directConnect();
                await ask((options) => client.send(new sdk.ConfirmConnectionCommand({ connectionId }), options));
            }),
        deleteConnection: (connectionId) =>
            change(`Direct Connect connection ${connectionId}`, async () => {
                const { sdk, client } = await directConnect();
                await ask((options) => client.send(new sdk.DeleteConnectionCommand({ connectionId }), options));
            }),
        tagConnection: (connectionId, tags) =>
            change(`Direct Connect connection ${connectionId}`, async () => {
                const { sdk, client } = await directConnect();
                const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
                const command = new sdk.TagResourceCommand({ resourceArn: await arnOf(connectionId), tags: list });
                await ask((options) => client.send(command, options));
            }),
        describeVirtualInterfaces: () =>
            everyPage("Direct Connect virtual interfaces", async (nextToken, options) => {
                const { sdk, client } = await directConnect();
                const answer = await client.send(new sdk.DescribeVirtualInterfacesCommand({ nextToken }), options);
                const items = requiredList(answer, ["virtualInterfaces"]).map(parseVirtualInterface);
                return { items, nextToken: answer.nextToken };
            }),
        describeVpnGatewaysOfVpc: (vpcId) =>
            describeVpnGateways(`virtual private gateway of ${vpcId}`, "attachment.vpc-id", vpcId),
        describeVpnGatewaysMadeFor: (vpcId) =>
            describeVpnGateways(`virtual private gateways made for ${vpcId}`, `tag:${madeForTag}`, vpcId),
        describeVpnGateway: async (id) =>
            // A filter, not the ID: an unknown ID is an empty answer, not an error.
            (await describeVpnGateways(`virtual private gateway ${id}`, "vpn-gateway-id", id))[0],
        describeVpcs: (vpcIds) =>
            readable(`VPC ${vpcIds.join(", ")}`, async () => {
                const { sdk, client } = await ec2();
                // A filter, not IDs: an unknown ID is an empty answer, not an error for all of them.
                const Filters = [{ Name: "vpc-id", Values: vpcIds }];
                return ask(async (options) => {
                    const answer = await client.send(new sdk.DescribeVpcsCommand({ Filters }), options);
                    return requiredList(answer, ["Vpcs"]).map(parseVpc);
                });
            }),
        describeRouteTables: (routeTableIds) =>
            everyPage(`route tables ${routeTableIds.join(", ")}`, async (NextToken, options) => {
                const { sdk, client } = await ec2();
                const Filters = [{ Name: "route-table-id", Values: routeTableIds }];
                const answer = await client.send(new sdk.DescribeRouteTablesCommand({ Filters, NextToken }), options);
                const items = requiredList(answer, ["RouteTables"]).map(parseRouteTable);
                return { items, nextToken: answer.NextToken };
            }),
        ...awsNetwork(everyPage, { ec2, directConnect }),
    };

    async function arnOf(connectionId: string): Promise<string> {
        const { sdk, client } = await sts();
        const { Account, Arn = "" } = await ask((options) =>
            client.send(new sdk.GetCallerIdentityCommand({}), options),
        );
        const partition = Arn.split(":")[1] ?? "aws";
        return `arn:${partition}:directconnect:${await client.config.region()}:${requiredText(Account, "Account")}:dxcon/${connectionId}`;
    }
}
