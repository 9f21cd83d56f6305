import type { ExpectedAccounts } from "../../provider/accounts";
import type { Configuration } from "../../provider/settings/settings";
import type { WaitTable } from "../../provider/waiting/wait";
import type { AskPulumi } from "../link/pulumi";
import { linkOfStack } from "../link/stack";
import type { Goal } from "./goals";
import { idNames, type WaitIds, type WaitRequest } from "./request";

/** Everything that is known before the clouds are asked. */
export interface KnownLink {
    ids: WaitIds;
    accounts: ExpectedAccounts;
    /** undefined: the environment alone. */
    configuration: Configuration | undefined;
    /** What the goal still lacks; undefined: nothing. */
    missing: string | undefined;
}

export type SourceState = "not that far" | "complete";

/** The wait for a stack that an `up` is still at work on, or that no `up` has brought that far. */
export const sourceTable: WaitTable<SourceState> = {
    subject: "stack",
    pending: { "not that far": { turn: "yours", to: "run pulumi up, unless one is at work" } },
    otherwise: { turn: "yours", to: "run pulumi up" },
    target: { complete: "complete" },
    onTimeout: "Run pulumi up, or give what is missing as an option.",
};

/**
 * The link as options and the stack's state tell it, options first. Reading takes no lock: an `up` may be at work. The stack is read where it is named, or
 * where the options do not suffice.
 */
export async function readLink({ ids, stack, link }: WaitRequest, goal: Goal, ask: AskPulumi): Promise<KnownLink> {
    if (stack === undefined && goal.missing(ids) === undefined) {
        return { ids, accounts: {}, configuration: undefined, missing: undefined };
    }
    const state = await linkOfStack({ stack, link }, ask);
    const known: WaitIds = Object.fromEntries(idNames.map((name) => [name, ids[name] ?? state.ids[name]]));
    const missing = goal.missing(known);
    return missing === undefined
        ? { ids: known, accounts: state.accounts, configuration: await state.configuration(), missing }
        : { ids: known, accounts: {}, configuration: undefined, missing };
}
