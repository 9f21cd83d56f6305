import type { Pluggable } from "@smithy/types";

import { notePermission } from "./errors";

/**
 * For the middleware of every client: notes at an error which permission its call needs. `service` is IAM's prefix; behind it comes the action's name
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
export function namingPermission<Input extends object, Output extends object>(
    service: string,
): Pluggable<Input, Output> {
    return {
        applyToStack: (stack) => {
            stack.add(
                (next, context) => async (request) => {
                    try {
                        return await next(request);
                    } catch (error) {
                        notePermission(error, `${service}:${context.commandName?.replace(/Command$/, "") ?? ""}`);
                        throw error;
                    }
                },
                { step: "initialize", priority: "high", name: "namingPermission" },
            );
        },
    };
}
