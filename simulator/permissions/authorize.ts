import type { ActionContext, ActionInput, ServiceName } from "../action";
import { verdictOf, type Demand } from "./policy";
import { recordDemand } from "./recordPermissions";
import { refusalOf } from "./refusals";
import type { ServicePermissions, Target } from "./target";
import { bssopenapi } from "./targets/bssopenapi";
import { cbn } from "./targets/cbn";
import { directConnect } from "./targets/directConnect";
import { ec2 } from "./targets/ec2";
import { ecs } from "./targets/ecs";
import { alibabaSts, awsSts } from "./targets/sts";
import { vpc } from "./targets/vpc";

/** Every service's actions, by what they act on. */
export const permissions: Readonly<Record<ServiceName, ServicePermissions>> = {
    directconnect: directConnect,
    ec2,
    awsSts,
    vpc,
    cbn,
    ecs,
    bssopenapi,
    alibabaSts,
};

/** Refuses, in the service's own words, what the caller's policies do not allow. Without policies a caller may do everything. */
export function authorize(
    service: ServiceName,
    action: string,
    { world, caller }: ActionContext,
    input: ActionInput,
): void {
    const { policies } = caller;
    if (policies === undefined) {
        return;
    }
    const { prefix, actions } = permissions[service];
    for (const target of actions[action]?.({ world, caller }, input) ?? []) {
        const demand = demandFor(target, `${prefix}:${action}`, caller.region);
        const verdict = verdictOf(policies, demand);
        if (verdict !== "allowed") {
            throw refusalOf(service, { caller, demand, verdict }, world.guesses);
        }
        recordDemand(demand);
    }
}

const none: ReadonlyMap<string, string> = new Map();

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function demandFor(target: Target, action: string, region: string): Demand {
    const { resource, tags = none, requestTags = none, tagKeys = [], createAction } = target;
    const keys: [string, string[]][] = [
        ["aws:RequestedRegion", [region]],
        ...[...tags].flatMap(([key, value]): [string, string[]][] => [
            [`aws:ResourceTag/${key}`, [value]],
            [`ec2:ResourceTag/${key}`, [value]],
        ]),
        ...[...requestTags].map(([key, value]): [string, string[]] => [`aws:RequestTag/${key}`, [value]]),
        ["aws:TagKeys", [...requestTags.keys(), ...tagKeys]],
        ...(createAction === undefined ? [] : [["ec2:CreateAction", [createAction]] satisfies [string, string[]]]),
    ];
    return {
        action: target.action ?? action,
        resource,
        keys: new Map(keys.map(([key, values]) => [key.toLowerCase(), values])),
    };
}
