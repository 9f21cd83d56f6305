import type { ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";

const ofEveryAction = ["Action", "Version", "DryRun"];
const page = ["MaxResults", "NextToken"];

/** What each action takes, from the API reference. */
const parameters: Readonly<Record<string, readonly string[]>> = {
    CreateVpnGateway: ["AmazonSideAsn", "AvailabilityZone", "TagSpecification", "Type"],
    DescribeVpnGateways: ["Filter", "VpnGatewayId"],
    AttachVpnGateway: ["VpcId", "VpnGatewayId"],
    DetachVpnGateway: ["VpcId", "VpnGatewayId"],
    DeleteVpnGateway: ["VpnGatewayId"],
    EnableVgwRoutePropagation: ["GatewayId", "RouteTableId"],
    DisableVgwRoutePropagation: ["GatewayId", "RouteTableId"],
    DescribeVpcs: ["Filter", "VpcId", ...page],
    DescribeRouteTables: ["Filter", "RouteTableId", ...page],
    DescribeSubnets: ["Filter", "SubnetId", ...page],
    DescribeNetworkAcls: ["Filter", "NetworkAclId", ...page],
    DescribeSecurityGroups: ["Filter", "GroupId", "GroupName", ...page],
    CreateTags: ["ResourceId", "Tag"],
    DeleteTags: ["ResourceId", "Tag"],
};

/** EC2 refuses a parameter that it does not know; the other services overlook it. */
export function requireKnownParameters(action: string, input: ActionInput): void {
    const known = [...ofEveryAction, ...(parameters[action] ?? [])];
    const unknown = Object.keys(input).find((name) => !known.includes(name));
    if (unknown !== undefined) {
        throw new CloudError("UnknownParameter", `The parameter ${unknown} is not recognized`);
    }
}
