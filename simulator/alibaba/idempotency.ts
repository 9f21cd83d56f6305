import type { Action, ActionContext, ActionInput, ActionOutput } from "../action";
import { CloudError } from "../world/cloudError";
import type { World } from "../world/world";
import { optionalFlag, optionalText } from "./input";

interface Known {
    parameters: string;
    output: ActionOutput;
}

const known = new WeakMap<World, Map<string, Known>>();

/** The same ClientToken is answered with the first call's outcome; with other parameters it is an error. At most 64 ASCII characters. */
export function idempotent(action: Action): Action {
    return {
        ...action,
        run(context: ActionContext, input: ActionInput) {
            const token = optionalText(input, "ClientToken");
            if (token === undefined || optionalFlag(input, "DryRun")) {
                return action.run(context, input);
            }
            if (!/^[\x21-\x7e]{1,64}$/.test(token)) {
                throw new CloudError("InvalidClientToken.Malformed", "The specified ClientToken is not valid.");
            }
            const tokens = known.get(context.world) ?? new Map<string, Known>();
            known.set(context.world, tokens);
            const key = `${action.name} ${context.caller.accountId} ${token}`;
            const parameters = parametersOf(input);
            const before = tokens.get(key);
            if (before === undefined) {
                const output = action.run(context, input);
                tokens.set(key, { parameters, output });
                return output;
            }
            if (before.parameters !== parameters) {
                throw new CloudError(
                    "IdempotentParameterMismatch",
                    "The request uses the same client token as a previous, but non-identical request.",
                );
            }
            return before.output;
        },
    };
}

/** What the call asks for: signing parameters differ from try to try. */
function parametersOf(input: ActionInput): string {
    const signing =
        /^(Signature|SignatureNonce|SignatureMethod|SignatureVersion|SignatureType|Timestamp|AccessKeyId|SecurityToken|Format)$/;
    return JSON.stringify(
        Object.entries(input)
            .filter(([name]) => !signing.test(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
}
