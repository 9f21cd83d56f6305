import {
    CreatePrivateVirtualInterfaceCommand,
    DescribeConnectionsCommand,
    type CreatePrivateVirtualInterfaceRequest,
} from "@aws-sdk/client-direct-connect";
import { DescribeVpnGatewaysCommand } from "@aws-sdk/client-ec2";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import type { Given } from "../guide";
import { amazonAsn } from "./bgp";
import { alibabaWith, awsWith, type AlibabaClient, type AwsClients } from "./clients";
import { show } from "./steps";

/** What the clouds do not do, as each SDK's own error tells it. */
export async function showRefusals(
    aws: AwsClients,
    alibaba: AlibabaClient,
    given: Given,
    request: CreatePrivateVirtualInterfaceRequest,
    routeTableId: string,
): Promise<void> {
    await refusedByAws(aws, given, request);
    await refusedByAlibaba(alibaba, given, routeTableId);
}

async function refusedByAws(
    aws: AwsClients,
    { expiredSessions }: Given,
    second: CreatePrivateVirtualInterfaceRequest,
): Promise<void> {
    const connections = ({ directConnect }: AwsClients, connectionId?: string): Promise<unknown> =>
        directConnect.send(new DescribeConnectionsCommand({ connectionId }));
    const gateways = ({ ec2 }: AwsClients, ...VpnGatewayIds: string[]): Promise<unknown> =>
        ec2.send(new DescribeVpnGatewaysCommand({ VpnGatewayIds }));
    const identity = ({ sts }: AwsClients): Promise<unknown> => sts.send(new GetCallerIdentityCommand({}));

    const wrong = awsWith({ accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? "", secret: "wrong" });
    const unknown = awsWith({ accessKeyId: "AKIAUNKNOWN", secret: "wrong" });
    const expired = awsWith(expiredSessions.aws);
    const elsewhere = awsWith(undefined, "us-east-1");
    await refused("wrong secret at Direct Connect", connections(wrong));
    await refused("wrong secret at EC2", gateways(wrong));
    await refused("wrong secret at AWS STS", identity(wrong));
    await refused("unknown key at EC2", gateways(unknown));
    await refused("expired session at Direct Connect", connections(expired));
    await refused("expired session at EC2", gateways(expired));
    await refused("expired session at AWS STS", identity(expired));
    await refused("unknown connection", connections(aws, "dxcon-none"));
    await refused("connection of another region", connections(elsewhere, second.connectionId));
    await refused("unknown VPN gateway", gateways(aws, "vgw-none"));
    await refused("second virtual interface", aws.directConnect.send(new CreatePrivateVirtualInterfaceCommand(second)));
}

async function refusedByAlibaba(
    alibaba: AlibabaClient,
    { expiredSessions }: Given,
    routeTableId: string,
): Promise<void> {
    const routers = (client: AlibabaClient, region: string): Promise<unknown> =>
        client.call("vpc", "DescribeVirtualBorderRouters", { RegionId: region });
    const cens = (client: AlibabaClient): Promise<unknown> => client.call("cbn", "DescribeCens");

    const wrong = alibabaWith({ accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID ?? "", secret: "wrong" });
    const unknown = alibabaWith({ accessKeyId: "LTAIunknown", secret: "wrong" });
    const expired = alibabaWith(expiredSessions.alibaba);
    await refused("wrong secret at VPC", routers(wrong, wrong.region));
    await refused("wrong secret at CBN", cens(wrong));
    await refused("unknown key at Alibaba Cloud's STS", unknown.call("sts", "GetCallerIdentity"));
    await refused("expired session at VPC", routers(expired, expired.region));
    await refused("expired session at CBN", cens(expired));
    await refused("unknown region", routers(alibaba, "ap-nowhere-1"));
    await refused(
        "unknown VBR",
        alibaba.call("vpc", "CreateBgpGroup", {
            RegionId: alibaba.region,
            RouterId: "vbr-none",
            PeerAsn: String(amazonAsn),
        }),
    );
    await refused(
        "unknown attachment",
        alibaba.call("cbn", "AssociateTransitRouterAttachmentWithRouteTable", {
            TransitRouterAttachmentId: "tr-attach-none",
            TransitRouterRouteTableId: routeTableId,
        }),
    );
}

/** What an error of either vendor's SDK has; the code is AWS's name, Alibaba Cloud's code. */
interface Told extends Error {
    $metadata?: { httpStatusCode?: number };
    code?: string;
    statusCode?: number;
}

async function refused(what: string, call: Promise<unknown>): Promise<void> {
    try {
        await call;
    } catch (error) {
        const { constructor, name, message, $metadata, code, statusCode } = error as Told;
        show("refused", {
            what,
            type: constructor.name,
            code: code ?? name,
            status: statusCode ?? $metadata?.httpStatusCode,
            message,
        });
        return;
    }
    show("refused", { what, type: "not refused" });
}
