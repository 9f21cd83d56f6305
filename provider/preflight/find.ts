import { accountMismatches } from "../accounts";
import type { Clouds } from "../clouds/clouds";
import type { PreflightInputs } from "./handler";

/** Everything that would stop the link, all at once. The reads run in parallel. */
export async function findProblems(inputs: PreflightInputs, clouds: Clouds): Promise<string[]> {
    const accounts = await accountMismatches(inputs, clouds);
    if (accounts.length > 0) {
        // In a foreign account nothing that is named would be found: that list would only hide the cause.
        return accounts;
    }
    const found = await Promise.all([
        problemsOfVpc(inputs, clouds),
        problemsOfRouteTables(inputs, clouds),
        problemsOfGateway(inputs, clouds),
        problemsOfConnection(inputs, clouds),
        problemsOfBorderRouter(inputs, clouds),
        problemsOfCen(inputs, clouds),
        problemsOfBilling(clouds),
    ]);
    return found.flat();
}

async function problemsOfVpc({ vpcId, awsRegion }: PreflightInputs, { aws }: Clouds): Promise<string[]> {
    return vpcId === undefined || (await aws.describeVpcs([vpcId])).length > 0
        ? []
        : [
              `VPC ${vpcId} is not in ${awsRegion ?? "this AWS region"}. A virtual private gateway reaches only a VPC in the connection's region: check aws.vpcId and the AWS region.`,
          ];
}

async function problemsOfRouteTables(
    { routeTableIds = [], vpcId }: PreflightInputs,
    { aws }: Clouds,
): Promise<string[]> {
    if (routeTableIds.length === 0) {
        return [];
    }
    const tables = await aws.describeRouteTables(routeTableIds);
    return routeTableIds.flatMap((id) => {
        const table = tables.find(({ routeTableId }) => routeTableId === id);
        if (table === undefined) {
            return [`Route table ${id} is not there. Check aws.routeTableIds.`];
        }
        return vpcId === undefined || table.vpcId === vpcId
            ? []
            : [
                  `Route table ${id} belongs to ${table.vpcId}, not to ${vpcId}. Name a table of the connected VPC in aws.routeTableIds.`,
              ];
    });
}

async function problemsOfGateway({ vpnGatewayId, vpcId }: PreflightInputs, { aws }: Clouds): Promise<string[]> {
    if (vpnGatewayId === undefined || vpcId === undefined) {
        return [];
    }
    const gateway = (await aws.describeVpnGatewaysOfVpc(vpcId)).find((other) => other.vpnGatewayId === vpnGatewayId);
    const attached = gateway?.attachments.some(
        (attachment) => attachment.vpcId === vpcId && attachment.state === "attached",
    );
    return attached === true
        ? []
        : [
              `Virtual private gateway ${vpnGatewayId} is not attached to ${vpcId}. Attach it, or leave aws.vpnGatewayId out.`,
          ];
}

async function problemsOfConnection({ connectionId, awsRegion }: PreflightInputs, { aws }: Clouds): Promise<string[]> {
    if (connectionId === undefined) {
        return [];
    }
    const connection = (await aws.describeConnections()).find((other) => other.connectionId === connectionId);
    if (connection === undefined) {
        return [
            `Hosted connection ${connectionId} is not in ${awsRegion ?? "this AWS region"}. Check aws.connectionId, the AWS account and region.`,
        ];
    }
    return ["rejected", "deleted", "deleting"].includes(connection.connectionState)
        ? [
              `Hosted connection ${connectionId} is ${connection.connectionState}. Ask Alibaba Cloud to issue the connection again.`,
          ]
        : [];
}

async function problemsOfBorderRouter(
    { vbrId, alibabaRegion }: PreflightInputs,
    { alibaba }: Clouds,
): Promise<string[]> {
    return vbrId === undefined || (await alibaba.describeBorderRouters()).some((router) => router.vbrId === vbrId)
        ? []
        : [
              `VBR ${vbrId} is not in ${alibabaRegion ?? "this Alibaba Cloud region"}. Check alibaba.vbrId and the region of the alicloud provider.`,
          ];
}

async function problemsOfCen(
    { cenId, transitRouterId, alibabaRegion }: PreflightInputs,
    { alibaba }: Clouds,
): Promise<string[]> {
    if (cenId === undefined || transitRouterId === undefined) {
        return [];
    }
    if ((await alibaba.describeCen(cenId)) === undefined) {
        return [`CEN ${cenId} is not there. Check alibaba.cen.cenId.`];
    }
    const router = await alibaba.describeTransitRouter(cenId, transitRouterId);
    if (router === undefined) {
        return [`Transit router ${transitRouterId} is not in ${cenId}. Check alibaba.cen.transitRouterId.`];
    }
    return alibabaRegion === undefined || router.regionId === alibabaRegion
        ? []
        : [
              `Transit router ${transitRouterId} is in ${router.regionId}, the VBR in ${alibabaRegion}. Name the CEN's transit router in ${alibabaRegion}.`,
          ];
}

async function problemsOfBilling({ alibaba }: Clouds): Promise<string[]> {
    return (await alibaba.outboundBillingOpened())
        ? []
        : [
              "Outbound traffic billing of Express Connect is not opened, so no BGP can be configured. Open it in the Alibaba Cloud console; it costs only what is sent.",
          ];
}
