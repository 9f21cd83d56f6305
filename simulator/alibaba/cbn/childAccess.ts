import type { ActionContext, ActionInput } from "../../action";
import type { CenChildInstance } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { optionalText, requiredText } from "../input";

type ChildType = CenChildInstance["childInstanceType"];

/** A network as the actions on a CEN's children name it. */
export interface NamedChild {
    childInstanceId: string;
    childInstanceType: ChildType;
    childInstanceRegionId: string;
}

/** These actions are older than transit routers, and have a code of their own (terraform-provider-alicloud reads it as gone); its text is a guess. */
export function findOwnCen({ world, caller }: ActionContext, input: ActionInput): string {
    const cenId = requiredText(input, "CenId");
    if (world.alibaba.cens.get(cenId)?.ownerId !== caller.accountId) {
        throw unknownCen(cenId);
    }
    return cenId;
}

export function unknownCen(cenId: string): CloudError {
    return new CloudError("ParameterCenInstanceId", `The CEN instance ${cenId} does not exist.`);
}

/** As `unknownCen`. */
export function unknownChild(childInstanceId: string): CloudError {
    return new CloudError("ParameterInstanceId", `The child instance ${childInstanceId} does not exist.`);
}

export function readType(text: string): ChildType {
    if (text === "VPC" || text === "VBR" || text === "CCN") {
        return text;
    }
    throw new CloudError("ParameterIllegal.ChildInstanceType", "The parameter of child instance type is illegal.");
}

export function readChild(input: ActionInput): NamedChild {
    return {
        childInstanceId: requiredText(input, "ChildInstanceId"),
        childInstanceType: readType(requiredText(input, "ChildInstanceType")),
        childInstanceRegionId: requiredText(input, "ChildInstanceRegionId"),
    };
}

/** An account in a parameter of that name; undefined where it is left out. */
export function readAccount(input: ActionInput, name: string): string | undefined {
    const account = optionalText(input, name);
    if (account !== undefined && !/^\d{1,18}$/.test(account)) {
        throw new CloudError("ParameterIllegal.ChildInstanceUid", "The parameter of child instance uid is illegal.");
    }
    return account;
}

/** Refuses a child that is not there, is another account's than is named, or is elsewhere. A CCN is no part of this world, and taken as it is. */
export function requireChild({ world }: ActionContext, child: NamedChild, ownerId: string): void {
    const { vpcs, borderRouters } = world.alibaba;
    const { childInstanceId, childInstanceType, childInstanceRegionId } = child;
    if (childInstanceType === "CCN") {
        return;
    }
    const found = childInstanceType === "VPC" ? vpcs.get(childInstanceId) : borderRouters.get(childInstanceId);
    if (found?.ownerId !== ownerId) {
        throw unknownChild(childInstanceId);
    }
    if (found.regionId !== childInstanceRegionId) {
        throw new CloudError(
            "ParameterIllegal.ChildInstanceRegionId",
            "The parameter of child instance region id is illegal.",
        );
    }
    if ("vbrId" in found && found.status !== "active") {
        throw new CloudError(
            "InvalidStatus.ResourceStatus",
            "The resource is not in a valid state for the attachment operation.",
        );
    }
}
