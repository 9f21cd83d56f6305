import { recordOnce } from "../recording";
import type { Demand, Policy } from "./policy";

/** Writes down what a caller with policies was allowed to do, by the kind of resource. */
export function recordDemand({ action, resource }: Demand): void {
    recordOnce({ demanded: action, of: kindOf(resource) });
}

/** Writes down what a policy allows, by the kind of resource: what nobody demands in the end is too much. */
export function recordGrants({ statements }: Policy): void {
    for (const { actions, resources } of statements.filter(({ effect }) => effect === "Allow")) {
        for (const granted of actions) {
            resources.forEach((resource) => recordOnce({ granted, of: kindOf(resource) }));
        }
    }
}

/** `vpn-gateway` of `arn:aws:ec2:ap-southeast-1:123456789012:vpn-gateway/vgw-1`. */
function kindOf(resource: string): string {
    return /([^:/]+)\/[^/]*$/.exec(resource)?.[1] ?? resource;
}
