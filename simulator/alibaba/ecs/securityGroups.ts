import type { Action, ActionInput, ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { endDryRun } from "../dryRun";
import { named } from "../filters";
import { listOf, optionalText } from "../input";
import { numberedPage, tokenPage, type TokenPaging } from "../pages";
import { malformedId, ownSecurityGroups, type OwnGroup } from "./access";

/** The bounds are documented, code and text of both refusals are guesses. */
const paging: TokenPaging = {
    parameter: "MaxResults",
    usual: 10,
    most: 100,
    illegalSize: new CloudError("InvalidParameter.MaxResults", "The specified parameter MaxResults is not valid."),
    illegalToken: new CloudError("InvalidParameter.NextToken", "The specified parameter NextToken is not valid."),
};

/** `["sg-1", "sg-2"]`: "up to 100 security group IDs" in a JSON array. */
function readIds(input: ActionInput): string[] | undefined {
    const text = optionalText(input, "SecurityGroupIds");
    if (text === undefined) {
        return undefined;
    }
    let ids: unknown;
    try {
        ids = JSON.parse(text);
    } catch {
        throw malformedId();
    }
    if (!Array.isArray(ids) || ids.length > 100 || !ids.every((id) => typeof id === "string")) {
        throw malformedId();
    }
    return ids;
}

/** Models, filters and pages: alibabacloud_ecs20140526, DescribeSecurityGroupsRequest and DescribeSecurityGroupsResponseBody. */
export const describeSecurityGroups: Action = {
    name: "DescribeSecurityGroups",
    mutating: false,
    run(context, input) {
        const own = ownSecurityGroups(context, input);
        const ids = readIds(input);
        const tagged = listOf(input, "Tag").length > 0;
        const found = named(input, tagged ? [] : own, {
            SecurityGroupId: ({ group }) => group.id,
            SecurityGroupName: ({ group }) => group.name,
            VpcId: ({ group }) => group.vpcId,
            NetworkType: () => "vpc",
            SecurityGroupType: () => "normal",
        }).filter(({ group }) => ids?.includes(group.id) ?? true);
        const { page, counts } = pageOf(input, found);
        endDryRun(input);
        return {
            ...counts,
            RegionId: optionalText(input, "RegionId"),
            SecurityGroups: { SecurityGroup: page.map(shape) },
        };
    },
};

/** Numbered, unless MaxResults or NextToken is given: then without TotalCount, as documented. */
function pageOf(input: ActionInput, found: OwnGroup[]): { page: OwnGroup[]; counts: ActionOutput } {
    if (optionalText(input, "MaxResults") === undefined && optionalText(input, "NextToken") === undefined) {
        return numberedPage(input, found);
    }
    const { page, counts } = tokenPage("DescribeSecurityGroups", input, found, paging);
    return { page, counts: { NextToken: counts.NextToken ?? "" } };
}

function shape({ group }: OwnGroup): ActionOutput {
    return {
        SecurityGroupId: group.id,
        SecurityGroupName: group.name,
        Description: "",
        SecurityGroupType: "normal",
        VpcId: group.vpcId,
        RuleCount: group.rules.length,
        GroupToGroupRuleCount: 0,
        ServiceManaged: false,
        Tags: { Tag: [] },
    };
}
