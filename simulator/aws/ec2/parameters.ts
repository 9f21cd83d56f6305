import type { ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { requiredParameter } from "./filters";

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

/** What an action cannot do without, in the order in which EC2 misses it (the order is a guess). */
const required: Readonly<Record<string, readonly string[]>> = {
    CreateVpnGateway: ["Type"],
    AttachVpnGateway: ["VpnGatewayId", "VpcId"],
    DetachVpnGateway: ["VpnGatewayId", "VpcId"],
    DeleteVpnGateway: ["VpnGatewayId"],
    EnableVgwRoutePropagation: ["RouteTableId", "GatewayId"],
    DisableVgwRoutePropagation: ["RouteTableId", "GatewayId"],
};

/** A dry run of a request that lacks something is refused as the request itself. */
export function requireParameters(action: string, input: ActionInput): void {
    for (const name of namesOf(required, action)) {
        requiredParameter(input, name);
    }
}

/** EC2 refuses a parameter that it does not know; the other services overlook it. */
export function requireKnownParameters(action: string, input: ActionInput): void {
    const known = [...ofEveryAction, ...namesOf(parameters, action)];
    const unknown = Object.keys(input).find((name) => !known.includes(name));
    if (unknown !== undefined) {
        throw new CloudError("UnknownParameter", `The parameter ${unknown} is not recognized`);
    }
}

function namesOf(table: Readonly<Record<string, readonly string[]>>, action: string): readonly string[] {
    return Object.hasOwn(table, action) ? (table[action] ?? []) : [];
}
