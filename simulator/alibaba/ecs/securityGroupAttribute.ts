import type { Action, ActionInput, ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { PacketFilter, PacketRule } from "../../world/packetFilter";
import { optionalText, requiredText } from "../input";
import { tokenPage, type TokenPaging } from "../pages";
import { ownSecurityGroups } from "./access";

/** Codes and texts of this file: the page of DescribeSecurityGroupAttribute, error codes; the vendor spells this one so. */
const invalidParameter = new CloudError("InvalidParamter", "Invalid Parameter.");

const paging: TokenPaging = {
    parameter: "MaxResults",
    usual: 500,
    fewest: 10,
    most: 1000,
    illegalSize: invalidParameter,
    illegalToken: invalidParameter,
};

function readDirection(input: ActionInput): string {
    const direction = optionalText(input, "Direction") ?? "all";
    if (!/^(egress|ingress|all)$/.test(direction)) {
        throw invalidParameter;
    }
    return direction;
}

/** In a VPC "the only valid value is intranet"; internet is taken as that. */
function requireNicType(input: ActionInput): void {
    if (!/^(intranet|internet)$/.test(optionalText(input, "NicType") ?? "intranet")) {
        throw new CloudError("InvalidNicType.ValueNotSupported", "The specified NicType does not exist.");
    }
}

function asksForSnapshotPolicies(input: ActionInput): boolean {
    const attribute = optionalText(input, "Attribute");
    if (attribute !== undefined && attribute !== "snapshotPolicyIds") {
        throw new CloudError(
            "InvalidParameter.AttributeNotSupported",
            "The specified value for parameter Attribute is not supported. Valid values: snapshotPolicyIds.",
        );
    }
    return attribute !== undefined;
}

/** Models: alibabacloud_ecs20140526, DescribeSecurityGroupAttributeResponseBody, where a priority is a string. */
export const describeSecurityGroupAttribute: Action = {
    name: "DescribeSecurityGroupAttribute",
    mutating: false,
    run(context, input) {
        const own = ownSecurityGroups(context, input);
        const id = requiredText(input, "SecurityGroupId");
        const found = own.find(({ group }) => group.id === id);
        if (found === undefined) {
            throw new CloudError(
                "InvalidSecurityGroupId.NotFound",
                "The specified SecurityGroupId does not exist.",
                404,
            );
        }
        const { vpc, group } = found;
        const direction = readDirection(input);
        requireNicType(input);
        const policies = asksForSnapshotPolicies(input);
        const rules = group.rules.filter((rule) => direction === "all" || rule.direction === direction);
        const { page, counts } = tokenPage("DescribeSecurityGroupAttribute", input, rules, paging);
        return {
            RegionId: vpc.regionId,
            VpcId: vpc.vpcId,
            SecurityGroupId: group.id,
            SecurityGroupName: group.name,
            Description: "",
            InnerAccessPolicy: "Accept",
            NextToken: counts.NextToken ?? "",
            Permissions: { Permission: page.map((rule) => shape(group, rule)) },
            ...(policies && { SnapshotPolicyIds: { SnapshotPolicyId: [] } }),
        };
    },
};

function shape(group: PacketFilter, rule: PacketRule): ActionOutput {
    const inbound = rule.direction === "ingress";
    return {
        SecurityGroupRuleId: `${group.id.replace("sg-", "sgr-")}${group.rules.indexOf(rule)}`,
        Direction: rule.direction,
        Policy: rule.policy === "allow" ? "Accept" : "Drop",
        Priority: String(rule.priority),
        IpProtocol: rule.protocol.toUpperCase(),
        PortRange: portRange(rule),
        NicType: "intranet",
        SourceCidrIp: inbound ? rule.cidrBlock : "",
        DestCidrIp: inbound ? "" : rule.cidrBlock,
        Description: "",
    };
}

/** AuthorizeSecurityGroup, PortRange: 1/65535 of TCP and UDP, -1/-1 of all other protocols. */
function portRange({ protocol, ports }: PacketRule): string {
    const { from, to } =
        protocol === "tcp" || protocol === "udp" ? (ports ?? { from: 1, to: 65535 }) : { from: -1, to: -1 };
    return `${from}/${to}`;
}
