import { idIn, type ServicePermissions, type TargetsOf } from "../target";

/** https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-ram */
const securityGroup: TargetsOf = ({ caller: { region, accountId } }, input) => [
    { resource: `acs:ecs:${region}:${accountId}:securitygroup/${idIn(input, "SecurityGroupId")}` },
];

export const ecs: ServicePermissions = {
    prefix: "ecs",
    actions: { DescribeSecurityGroups: securityGroup, DescribeSecurityGroupAttribute: securityGroup },
};
