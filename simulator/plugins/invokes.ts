import type { ActionOutput } from "../action";
import type { Cloud } from "./cloud";
import { findGateway, tagsOf } from "./kinds/vpnGateways";
import { textOf, type Values } from "./values";

/** The official data sources that a program of this job asks, by token. */
export const invokes: ReadonlyMap<string, (cloud: Cloud, args: Values) => Values> = new Map([
    [
        "aws:index/getCallerIdentity:getCallerIdentity",
        ({ caller }: Cloud) => ({
            accountId: caller.accountId,
            arn: caller.arn,
            id: caller.accountId,
            userId: caller.accessKeyId,
        }),
    ],
    [
        "aws:index/getRegion:getRegion",
        ({ caller }: Cloud, args: Values) => {
            const region = textOf(args.region ?? args.name) || caller.region;
            return {
                description: region,
                endpoint: `ec2.${region}.amazonaws.com`,
                id: region,
                name: region,
                region,
            };
        },
    ],
    ["aws:ec2/getVpnGateway:getVpnGateway", readGateway],
    [
        "alicloud:index/getCallerIdentity:getCallerIdentity",
        ({ caller }: Cloud) => ({
            accountId: caller.accountId,
            arn: caller.arn,
            id: caller.accountId,
            identityType: "RAMUser",
        }),
    ],
    [
        "alicloud:index/getRegions:getRegions",
        ({ caller }: Cloud, args: Values) => ({
            current: args.current ?? false,
            id: caller.region,
            ids: [caller.region],
            name: args.name ?? "",
            regions: [{ id: caller.region, localName: caller.region, regionId: caller.region }],
        }),
    ],
    ["alicloud:cen/getTransitRouterRouteTables:getTransitRouterRouteTables", readRouteTables],
]);

function readGateway(cloud: Cloud, args: Values): Values {
    const id = textOf(args.id);
    const gateway = findGateway(cloud, id);
    if (gateway === undefined) {
        throw new Error("no matching EC2 VPN Gateway found");
    }
    const attachments = gateway.attachments as { vpcId: string; state: string }[];
    return {
        amazonSideAsn: textOf(gateway.amazonSideAsn),
        arn: `arn:aws:ec2:${cloud.caller.region}:${cloud.caller.accountId}:vpn-gateway/${id}`,
        attachedVpcId: attachments.find(({ state }) => state === "attached")?.vpcId ?? "",
        availabilityZone: "",
        id,
        region: cloud.caller.region,
        state: gateway.state,
        tags: tagsOf(gateway),
    };
}

function readRouteTables(cloud: Cloud, args: Values): Values {
    const { transitRouterId, transitRouterRouteTableType } = args;
    const found = cloud.list(
        "cbn",
        "ListTransitRouterRouteTables",
        { TransitRouterId: transitRouterId, TransitRouterRouteTableType: transitRouterRouteTableType },
        "TransitRouterRouteTables",
    );
    const tables = found.map((table: ActionOutput) => ({
        id: `${textOf(transitRouterId)}:${textOf(table.TransitRouterRouteTableId)}`,
        status: table.TransitRouterRouteTableStatus,
        transitRouterRouteTableDescription: "",
        transitRouterRouteTableId: table.TransitRouterRouteTableId,
        transitRouterRouteTableName: table.TransitRouterRouteTableName,
        transitRouterRouteTableType: table.TransitRouterRouteTableType,
    }));
    return {
        ...args,
        id: textOf(transitRouterId),
        ids: tables.map(({ id }) => id),
        names: tables.map(({ transitRouterRouteTableName }) => transitRouterRouteTableName),
        tables,
    };
}
