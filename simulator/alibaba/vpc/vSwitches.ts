import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import type { AlibabaVpc, VSwitch } from "../../world/alibabaState";
import { parseInterfaceAddress } from "../../world/addresses";
import { CloudError } from "../../world/cloudError";
import { endDryRun } from "../dryRun";
import { named } from "../filters";
import { optionalText, regionOf } from "../input";
import { numberedPage } from "../pages";
import { asksForNone, ownVpcs } from "./vpcs";

/** "The first and last three IP addresses of each vSwitch are reserved": one at the start, three at the end. */
const reservedAddresses = 4;

/** "Specify at least one of the RegionId and VpcId parameters." */
function vpcsIn(context: ActionContext, input: ActionInput): AlibabaVpc[] {
    const vpcId = optionalText(input, "VpcId");
    if (optionalText(input, "RegionId") === undefined && vpcId === undefined) {
        // Code and text are guesses.
        throw new CloudError("MissingRegionId", "RegionId is mandatory for this action.");
    }
    const region =
        optionalText(input, "RegionId") === undefined
            ? context.world.alibaba.vpcs.get(vpcId ?? "")?.regionId
            : regionOf(context, input);
    return region === undefined
        ? []
        : ownVpcs(context, region).filter((vpc) => vpcId === undefined || vpc.vpcId === vpcId);
}

/** Models and filters: alibabacloud_vpc20160428, DescribeVSwitchesRequest and DescribeVSwitchesResponseBody. */
export const describeVSwitches: Action = {
    name: "DescribeVSwitches",
    mutating: false,
    run(context, input) {
        const vpcs = vpcsIn(context, input);
        const all = vpcs.flatMap((vpc) => vpc.vSwitches.map((vSwitch) => ({ vpc, vSwitch })));
        const found = named(input, asksForNone(input) ? [] : all, {
            VSwitchId: ({ vSwitch }) => vSwitch.vSwitchId,
            VSwitchName: () => "",
            VSwitchOwnerId: ({ vpc }) => vpc.ownerId,
            ZoneId: ({ vSwitch }) => vSwitch.zoneId,
            RouteTableId: ({ vSwitch }) => vSwitch.routeTableId,
        });
        const { page, counts } = numberedPage(input, found);
        endDryRun(input);
        return { ...counts, VSwitches: { VSwitch: page.map(({ vpc, vSwitch }) => shape(context, vpc, vSwitch)) } };
    },
};

function shape({ world }: ActionContext, vpc: AlibabaVpc, vSwitch: VSwitch): ActionOutput {
    const table = world.alibaba.vpcRouteTables.get(vSwitch.routeTableId);
    return {
        VSwitchId: vSwitch.vSwitchId,
        VSwitchName: "",
        Description: "",
        VpcId: vpc.vpcId,
        CidrBlock: vSwitch.cidrBlock,
        ZoneId: vSwitch.zoneId,
        Status: "Available",
        IsDefault: false,
        OwnerId: Number(vpc.ownerId),
        AvailableIpAddressCount: sizeOf(vSwitch.cidrBlock) - reservedAddresses,
        RouteTable: { RouteTableId: vSwitch.routeTableId, RouteTableType: table?.type },
        NetworkAclId: vSwitch.networkAclId ?? "",
        Tags: { Tag: [] },
    };
}

function sizeOf(cidrBlock: string): number {
    return 2 ** (32 - (parseInterfaceAddress(cidrBlock)?.prefixLength ?? 32));
}
