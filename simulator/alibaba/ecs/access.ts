import type { ActionContext, ActionInput } from "../../action";
import type { AlibabaVpc } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { PacketFilter } from "../../world/packetFilter";
import { optionalText, regionOf } from "../input";
import { ownVpcs } from "../vpc/vpcs";

export interface OwnGroup {
    vpc: AlibabaVpc;
    group: PacketFilter;
}

/** Codes and texts: the page of DescribeSecurityGroupAttribute, error codes. */
export function ownSecurityGroups(context: ActionContext, input: ActionInput): OwnGroup[] {
    if (optionalText(input, "RegionId") === undefined) {
        throw new CloudError("MissingParameter.RegionId", "The parameter RegionId is missing.");
    }
    const region = regionOf(context, input, "The specified RegionId does not exist.");
    const groups = [...context.world.alibaba.securityGroups.values()];
    return ownVpcs(context, region).flatMap((vpc) =>
        groups.filter(({ vpcId }) => vpcId === vpc.vpcId).map((group) => ({ vpc, group })),
    );
}

export function malformedId(): CloudError {
    return new CloudError(
        "InvalidSecurityGroupId.Malformed",
        'The specified parameter "SecurityGroupId" is not valid.',
    );
}
