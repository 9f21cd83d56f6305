import type { ActionContext, ActionInput } from "../../action";
import {
    awsArn,
    everything,
    idIn,
    idsIn,
    tagsIn,
    type ServicePermissions,
    type Target,
    type TargetsOf,
} from "../target";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html; what describes takes no resource. */

const types: Readonly<Record<string, string>> = {
    vgw: "vpn-gateway",
    vpc: "vpc",
    rtb: "route-table",
    subnet: "subnet",
    sg: "security-group",
    acl: "network-acl",
};

/** An ID says of what it is. */
function resource({ world, caller }: ActionContext, id: string): Target {
    const { vpnGateways, vpcs, routeTables, subnets } = world.aws;
    const found = vpnGateways.get(id) ?? vpcs.get(id) ?? routeTables.get(id) ?? subnets.get(id);
    return { resource: awsArn(caller, "ec2", `${types[id.split("-")[0] ?? ""] ?? "*"}/${id}`), tags: found?.tags };
}

const named =
    (...parameters: string[]): TargetsOf =>
    (context, input) =>
        parameters.map((parameter) => resource(context, idIn(input, parameter)));

/** The tags of a new resource need another permission, which knows what they are part of (CreateVpnGateway, dependent actions). */
const newVpnGateway: TargetsOf = ({ caller }, input) => {
    const [specification] = Array.isArray(input.TagSpecification) ? (input.TagSpecification as ActionInput[]) : [];
    const target = {
        resource: awsArn(caller, "ec2", "vpn-gateway/*"),
        requestTags: tagsIn(specification?.Tag, "Key", "Value"),
    };
    const tagging = { ...target, action: "ec2:CreateTags", createAction: "CreateVpnGateway" };
    return [target, ...(target.requestTags.size === 0 ? [] : [tagging])];
};

const tagged: TargetsOf = (context, input) =>
    idsIn(input, "ResourceId").map((id) => ({
        ...resource(context, id),
        requestTags: tagsIn(input.Tag, "Key", "Value"),
    }));

const untagged: TargetsOf = (context, input) =>
    idsIn(input, "ResourceId").map((id) => ({
        ...resource(context, id),
        tagKeys: [...tagsIn(input.Tag, "Key", "Value").keys()],
    }));

export const ec2: ServicePermissions = {
    prefix: "ec2",
    actions: {
        CreateVpnGateway: newVpnGateway,
        DescribeVpnGateways: everything,
        AttachVpnGateway: named("VpcId", "VpnGatewayId"),
        DetachVpnGateway: named("VpcId", "VpnGatewayId"),
        DeleteVpnGateway: named("VpnGatewayId"),
        EnableVgwRoutePropagation: named("RouteTableId", "GatewayId"),
        DisableVgwRoutePropagation: named("RouteTableId", "GatewayId"),
        DescribeVpcs: everything,
        DescribeRouteTables: everything,
        DescribeSubnets: everything,
        DescribeNetworkAcls: everything,
        DescribeSecurityGroups: everything,
        CreateTags: tagged,
        DeleteTags: untagged,
    },
};
