import type { AlibabaLists } from "./alibabaLists";
import {
    parseNetworkAcl,
    parsePermission,
    parseSecurityGroup,
    parseVpc,
    parseVpcRouteEntry,
    parseVpcRouteTable,
    parseVSwitch,
} from "./alibabaNetworkParsers";
import type { AlibabaNetwork } from "./network";

type VpcReads =
    | "describeVpcs"
    | "describeVSwitches"
    | "describeRouteTablesOfVpc"
    | "describeSecurityGroups"
    | "describeNetworkAcls";

/** "You can specify up to 20 VPC IDs. Separate them with commas." (https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs) */
const mostVpcIds = 20;

/** What is in the VPCs of the caller's region. */
export function alibabaNetwork({ everyPage, everyToken }: AlibabaLists): Pick<AlibabaNetwork, VpcReads> {
    return {
        describeVpcs: async (vpcIds) => {
            const groups = Array.from({ length: Math.ceil(vpcIds.length / mostVpcIds) }, (_, index) =>
                vpcIds.slice(index * mostVpcIds, (index + 1) * mostVpcIds).join(","),
            );
            const found = groups.map((VpcId) =>
                everyPage(`VPC ${VpcId}`, "DescribeVpcs", { VpcId }, ["Vpcs", "Vpc"], parseVpc),
            );
            return (await Promise.all(found)).flat();
        },
        describeVSwitches: (VpcId) =>
            everyPage(`vSwitches of ${VpcId}`, "DescribeVSwitches", { VpcId }, ["VSwitches", "VSwitch"], parseVSwitch),
        describeRouteTablesOfVpc: async (VpcId) => {
            const tables = await everyPage(
                `route tables of ${VpcId}`,
                "DescribeRouteTableList",
                { VpcId },
                ["RouterTableList", "RouterTableListType"],
                parseVpcRouteTable,
            );
            const withEntries = tables.map(async (table) => ({
                ...table,
                entries: await everyToken(
                    `entries of ${table.routeTableId}`,
                    "DescribeRouteEntryList",
                    { RouteTableId: table.routeTableId },
                    ["RouteEntrys", "RouteEntry"],
                    parseVpcRouteEntry,
                    { product: "vpc", size: { MaxResult: 100 } },
                ),
            }));
            return Promise.all(withEntries);
        },
        describeSecurityGroups: async (VpcId) => {
            const groups = await everyToken(
                `security groups of ${VpcId}`,
                "DescribeSecurityGroups",
                { VpcId },
                ["SecurityGroups", "SecurityGroup"],
                parseSecurityGroup,
                { product: "ecs", size: { MaxResults: 100 } },
            );
            const withRules = groups.map(async (group) => ({
                ...group,
                rules: await everyToken(
                    `rules of ${group.id}`,
                    "DescribeSecurityGroupAttribute",
                    { SecurityGroupId: group.id },
                    ["Permissions", "Permission"],
                    parsePermission,
                    { product: "ecs", size: { MaxResults: 1000 } },
                ),
            }));
            return Promise.all(withRules);
        },
        describeNetworkAcls: (VpcId) =>
            everyPage(
                `network ACLs of ${VpcId}`,
                "DescribeNetworkAcls",
                { VpcId },
                ["NetworkAcls", "NetworkAcl"],
                parseNetworkAcl,
            ),
    };
}
