import { createHash } from "node:crypto";

import type { Action, ActionContext, ActionInput, ActionOutput } from "../action";
import { CloudError } from "../world/cloudError";
import type { World } from "../world/world";
import { optionalFlag, optionalText } from "./input";

interface Known {
    parameters: string;
    output: ActionOutput;
}

/** More than any rehearsal uses; for how long a token counts is not published. */
const mostTokens = 10_000;

const known = new WeakMap<World, Map<string, Known>>();

/**
 * The same ClientToken is answered with the first call's outcome; with other parameters it is an error. The code: VPC's page
 * on idempotence; the text: ECS's.
 */
export function idempotent(action: Action): Action {
    return withTokens(action, () => false);
}

/** For an action that has dry runs, which use no token up. */
export function idempotentButForDryRuns(action: Action): Action {
    return withTokens(action, (input) => optionalFlag(input, "DryRun") === true);
}

function withTokens(action: Action, isDryRun: (input: ActionInput) => boolean): Action {
    return {
        ...action,
        run(context: ActionContext, input: ActionInput) {
            const token = optionalText(input, "ClientToken");
            if (token === undefined || isDryRun(input)) {
                return action.run(context, input);
            }
            requireValid(token);
            const tokens = known.get(context.world) ?? new Map<string, Known>();
            known.set(context.world, tokens);
            const key = `${action.name} ${context.caller.accountId} ${token}`;
            const parameters = parametersOf(input);
            const before = tokens.get(key);
            if (before === undefined) {
                const output = action.run(context, input);
                tokens.set(key, { parameters, output });
                forgetOldest(tokens);
                return output;
            }
            if (before.parameters !== parameters) {
                throw new CloudError(
                    "IdempotentParameterMismatch",
                    "Request uses a client token in a previous request but is not identical to that request.",
                );
            }
            return before.output;
        },
    };
}

/** "At most 64 ASCII characters": the page on idempotence. */
function requireValid(token: string): void {
    if (token.length > 64) {
        // The page of CreatePhysicalConnection has it; that every action answers the same is a guess.
        throw new CloudError("IllegalParam.ClientToken", "Token verify failed because client token length too long.");
    }
    if (!/^[\x21-\x7e]*$/.test(token)) {
        // Code and text: ECS. That VPC and CBN answer the same is a guess.
        throw new CloudError("InvalidClientToken.ValueNotSupported", "The ClientToken provided is invalid.");
    }
}

/** What the call asks for, as a hash, however long it is: signing parameters differ from try to try. */
function parametersOf(input: ActionInput): string {
    const signing =
        /^(Signature|SignatureNonce|SignatureMethod|SignatureVersion|SignatureType|Timestamp|AccessKeyId|SecurityToken|Format)$/;
    const asked = Object.entries(input)
        .filter(([name]) => !signing.test(name))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash("sha256").update(JSON.stringify(asked)).digest("base64");
}

function forgetOldest(tokens: Map<string, Known>): void {
    const [oldest] = tokens.keys();
    if (oldest !== undefined && tokens.size > mostTokens) {
        tokens.delete(oldest);
    }
}
