import type { DirectConnectClient } from "@aws-sdk/client-direct-connect";
import type { EC2Client } from "@aws-sdk/client-ec2";

import {
    parseDirectConnectGateway,
    parseGatewayAssociation,
    parseNetworkAcl,
    parseRouteTableOfVpc,
    parseSecurityGroup,
    parseSubnet,
} from "./awsNetworkParsers";
import type { DirectConnectSdk, Ec2Sdk } from "./awsSdk";
import { CloudCallError } from "./errors";
import type { AwsNetwork } from "./network";
import type { TokenPage } from "./pages";
import { requiredList } from "./values";
import { askForRoutes, isUnknownAction, parseVirtualInterfaceRoute } from "./virtualInterfaceRoutes";

interface CallOptions {
    abortSignal: AbortSignal;
}

/** Reads every page of a list. */
type EveryPage = <Item>(
    subject: string,
    read: (token: string | undefined, options: CallOptions) => Promise<TokenPage<Item>>,
) => Promise<Item[]>;

interface Clients {
    ec2: () => Promise<{ sdk: Ec2Sdk; client: EC2Client }>;
    directConnect: () => Promise<{ sdk: DirectConnectSdk; client: DirectConnectClient }>;
}

function ofVpc(vpcId: string): { Name: string; Values: string[] }[] {
    return [{ Name: "vpc-id", Values: [vpcId] }];
}

export function awsNetwork(everyPage: EveryPage, { ec2, directConnect }: Clients): AwsNetwork {
    return {
        describeRouteTablesOfVpc: (vpcId) =>
            everyPage(`route tables of ${vpcId}`, async (NextToken, options) => {
                const { sdk, client } = await ec2();
                const command = new sdk.DescribeRouteTablesCommand({ Filters: ofVpc(vpcId), NextToken });
                const answer = await client.send(command, options);
                const items = requiredList(answer, ["RouteTables"]).map(parseRouteTableOfVpc);
                return { items, nextToken: answer.NextToken };
            }),
        describeSubnets: (vpcId) =>
            everyPage(`subnets of ${vpcId}`, async (NextToken, options) => {
                const { sdk, client } = await ec2();
                const command = new sdk.DescribeSubnetsCommand({ Filters: ofVpc(vpcId), NextToken });
                const answer = await client.send(command, options);
                return { items: requiredList(answer, ["Subnets"]).map(parseSubnet), nextToken: answer.NextToken };
            }),
        describeSecurityGroups: (vpcId) =>
            everyPage(`security groups of ${vpcId}`, async (NextToken, options) => {
                const { sdk, client } = await ec2();
                const command = new sdk.DescribeSecurityGroupsCommand({ Filters: ofVpc(vpcId), NextToken });
                const answer = await client.send(command, options);
                const items = requiredList(answer, ["SecurityGroups"]).map(parseSecurityGroup);
                return { items, nextToken: answer.NextToken };
            }),
        describeNetworkAcls: (vpcId) =>
            everyPage(`network ACLs of ${vpcId}`, async (NextToken, options) => {
                const { sdk, client } = await ec2();
                const command = new sdk.DescribeNetworkAclsCommand({ Filters: ofVpc(vpcId), NextToken });
                const answer = await client.send(command, options);
                const items = requiredList(answer, ["NetworkAcls"]).map(parseNetworkAcl);
                return { items, nextToken: answer.NextToken };
            }),
        describeDirectConnectGateway: async (directConnectGatewayId) => {
            // All of them: an unknown ID is an error whose code says nothing.
            const gateways = await everyPage("Direct Connect gateways", async (nextToken, options) => {
                const { sdk, client } = await directConnect();
                const answer = await client.send(new sdk.DescribeDirectConnectGatewaysCommand({ nextToken }), options);
                const items = requiredList(answer, ["directConnectGateways"]).map(parseDirectConnectGateway);
                return { items, nextToken: answer.nextToken };
            });
            const found = gateways.find((gateway) => gateway.directConnectGatewayId === directConnectGatewayId);
            if (found === undefined) {
                return undefined;
            }
            const associations = await everyPage(
                `associations of ${directConnectGatewayId}`,
                async (nextToken, options) => {
                    const { sdk, client } = await directConnect();
                    const query = { directConnectGatewayId, nextToken };
                    const command = new sdk.DescribeDirectConnectGatewayAssociationsCommand(query);
                    const answer = await client.send(command, options);
                    const list = requiredList(answer, ["directConnectGatewayAssociations"]);
                    return { items: list.map(parseGatewayAssociation), nextToken: answer.nextToken };
                },
            );
            return { ...found, associations };
        },
        listVirtualInterfaceRoutes: async (virtualInterfaceId) => {
            try {
                return await everyPage(`routes of ${virtualInterfaceId}`, async (nextToken, options) => {
                    const { sdk, client } = await directConnect();
                    const command = new sdk.ListVirtualInterfaceTestHistoryCommand({ virtualInterfaceId, nextToken });
                    askForRoutes(command);
                    const answer = await client.send(command, options);
                    const items = requiredList(answer, ["routes"]).map(parseVirtualInterfaceRoute);
                    return { items, nextToken: answer.nextToken };
                });
            } catch (error) {
                if (error instanceof CloudCallError && isUnknownAction(error.code)) {
                    return undefined;
                }
                throw error;
            }
        },
    };
}
