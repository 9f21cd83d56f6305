import type { ActionContext, ActionInput } from "../../action";
import { everything, idIn, type ServicePermissions, type TargetsOf } from "../target";

/** https://www.alibabacloud.com/help/en/express-connect/api-vpc-2016-04-28-ram-efficiency-channels, and "RAM authorization" of each action's page. */

const named =
    (type: string, idOf: (context: ActionContext, input: ActionInput) => string): TargetsOf =>
    (context, input) => {
        const { region, accountId } = context.caller;
        return [{ resource: `acs:vpc:${region}:${accountId}:${type}/${idOf(context, input)}` }];
    };

const listed = (type: string): TargetsOf => named(type, () => "*");
const byParameter = (type: string, parameter: string): TargetsOf =>
    named(type, (_context, input) => idIn(input, parameter));

/** BGP groups and peers are their VBR's. */
const borderRouterOfGroup = named(
    "virtualborderrouter",
    ({ world }, input) => world.alibaba.bgpGroups.get(idIn(input, "BgpGroupId"))?.routerId ?? "*",
);
const borderRouterOfPeer = named(
    "virtualborderrouter",
    ({ world }, input) => world.alibaba.bgpPeers.get(idIn(input, "BgpPeerId"))?.routerId ?? "*",
);

const grantedInstance: TargetsOf = (context, input) =>
    byParameter(input.InstanceType === "VPC" ? "vpc" : "virtualborderrouter", "InstanceId")(context, input);

export const vpc: ServicePermissions = {
    prefix: "vpc",
    actions: {
        DescribeVirtualBorderRouters: listed("virtualborderrouter"),
        ModifyVirtualBorderRouterAttribute: byParameter("virtualborderrouter", "VbrId"),
        DescribePhysicalConnections: listed("physicalconnection"),
        DescribeAccessPoints: everything,
        DescribeVpcs: listed("vpc"),
        DescribeVSwitches: listed("vswitch"),
        DescribeRouteTableList: listed("routetable"),
        DescribeRouteEntryList: byParameter("routetable", "RouteTableId"),
        DescribeNetworkAcls: everything,
        GetPhysicalConnectionServiceStatus: everything,
        DescribeBgpGroups: everything,
        CreateBgpGroup: byParameter("virtualborderrouter", "RouterId"),
        ModifyBgpGroupAttribute: borderRouterOfGroup,
        DeleteBgpGroup: borderRouterOfGroup,
        DescribeBgpPeers: everything,
        CreateBgpPeer: borderRouterOfGroup,
        ModifyBgpPeerAttribute: borderRouterOfPeer,
        DeleteBgpPeer: borderRouterOfPeer,
        GrantInstanceToCen: grantedInstance,
        RevokeInstanceFromCen: grantedInstance,
        DescribeGrantRulesToCen: everything,
    },
};
