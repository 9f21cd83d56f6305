import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import type { AlibabaVpc } from "../../world/alibabaState";
import { endDryRun } from "../dryRun";
import { named } from "../filters";
import { listOf, optionalFlag, optionalText, regionOf } from "../input";
import { numberedPage } from "../pages";

export function ownVpcs({ world, caller }: ActionContext, region: string): AlibabaVpc[] {
    return [...world.alibaba.vpcs.values()].filter(
        ({ regionId, ownerId }) => regionId === region && ownerId === caller.accountId,
    );
}

/** The VRouter that a VPC is made with. */
export function routerIdOf({ vpcId }: AlibabaVpc): string {
    return vpcId.replace("vpc-", "vrt-");
}

/** No network of this world has tags, is a default one, or has IPv6: asked for one that has, there is none. */
export function asksForNone(input: ActionInput): boolean {
    return (
        listOf(input, "Tag").length > 0 ||
        optionalFlag(input, "IsDefault") === true ||
        optionalFlag(input, "EnableIpv6") === true
    );
}

/** Models and filters: alibabacloud_vpc20160428, DescribeVpcsRequest and DescribeVpcsResponseBody. */
export const describeVpcs: Action = {
    name: "DescribeVpcs",
    mutating: false,
    run(context, input) {
        const own = asksForNone(input) ? [] : ownVpcs(context, regionOf(context, input));
        // "Separate multiple VPC IDs with commas."
        const wanted = optionalText(input, "VpcId")?.split(",");
        const found = named(input, own, {
            VpcName: ({ name }) => name,
            VpcOwnerId: ({ ownerId }) => ownerId,
        }).filter(({ vpcId }) => wanted?.includes(vpcId) ?? true);
        const { page, counts } = numberedPage(input, found);
        endDryRun(input);
        return { ...counts, Vpcs: { Vpc: page.map((vpc) => shape(context, vpc)) } };
    },
};

function shape({ world }: ActionContext, vpc: AlibabaVpc): ActionOutput {
    const { attachments, cenChildren, vpcRouteTables } = world.alibaba;
    const attached =
        [...attachments.values()].some(({ resourceId }) => resourceId === vpc.vpcId) ||
        cenChildren.some(({ childInstanceId }) => childInstanceId === vpc.vpcId);
    const tables = [...vpcRouteTables.values()].filter(({ vpcId }) => vpcId === vpc.vpcId);
    return {
        VpcId: vpc.vpcId,
        VpcName: vpc.name,
        Description: "",
        RegionId: vpc.regionId,
        CidrBlock: vpc.cidrBlock,
        Status: "Available",
        IsDefault: false,
        OwnerId: Number(vpc.ownerId),
        VRouterId: routerIdOf(vpc),
        ...(attached && { CenStatus: "Attached" }),
        RouterTableIds: { RouterTableIds: tables.map(({ routeTableId }) => routeTableId) },
        VSwitchIds: { VSwitchId: vpc.vSwitches.map(({ vSwitchId }) => vSwitchId) },
        SecondaryCidrBlocks: { SecondaryCidrBlock: [] },
        UserCidrs: { UserCidr: [] },
        NatGatewayIds: { NatGatewayIds: [] },
        Tags: { Tag: [] },
    };
}
