import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import type { AlibabaVpc, VpcRouteTable } from "../../world/alibabaState";
import { named } from "../filters";
import { listOf, regionOf } from "../input";
import { numberedPage } from "../pages";
import { ownVpcs, routerIdOf } from "./vpcs";

interface OwnTable {
    vpc: AlibabaVpc;
    table: VpcRouteTable;
}

export function ownVpcTables(context: ActionContext, input: ActionInput): OwnTable[] {
    const tables = [...context.world.alibaba.vpcRouteTables.values()];
    return ownVpcs(context, regionOf(context, input)).flatMap((vpc) =>
        tables.filter(({ vpcId }) => vpcId === vpc.vpcId).map((table) => ({ vpc, table })),
    );
}

/** The tables of VPCs; of RouterType VBR this world shows none. Models: alibabacloud_vpc20160428, DescribeRouteTableList. */
export const describeRouteTableList: Action = {
    name: "DescribeRouteTableList",
    mutating: false,
    run(context, input) {
        const tagged = listOf(input, "Tag").length > 0;
        const found = named(input, tagged ? [] : ownVpcTables(context, input), {
            RouterType: () => "VRouter",
            RouterId: ({ vpc }) => routerIdOf(vpc),
            VpcId: ({ vpc }) => vpc.vpcId,
            RouteTableId: ({ table }) => table.routeTableId,
            RouteTableName: ({ table }) => table.name,
            RouteTableType: ({ table }) => table.type,
        });
        const { page, counts } = numberedPage(input, found);
        return { ...counts, RouterTableList: { RouterTableListType: page.map(shape) } };
    },
};

function shape({ vpc, table }: OwnTable): ActionOutput {
    const associated = vpc.vSwitches.filter(({ routeTableId }) => routeTableId === table.routeTableId);
    return {
        RouteTableId: table.routeTableId,
        RouteTableName: table.name,
        RouteTableType: table.type,
        Description: "",
        VpcId: vpc.vpcId,
        RouterId: routerIdOf(vpc),
        RouterType: "VRouter",
        OwnerId: Number(vpc.ownerId),
        Status: "Available",
        AssociateType: "VSwitch",
        RoutePropagationEnable: table.routePropagationEnabled ?? true,
        VSwitchIds: { VSwitchId: associated.map(({ vSwitchId }) => vSwitchId) },
        GatewayIds: { GatewayIds: [] },
        Tags: { Tag: [] },
    };
}
