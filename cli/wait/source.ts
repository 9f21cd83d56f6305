import type { ExpectedAccounts } from "../../provider/accounts";
import type { Configuration } from "../../provider/settings/settings";
import type { WaitTable } from "../../provider/waiting/wait";
import { readConfiguration } from "./configuration";
import type { Goal } from "./goals";
import type { AskPulumi } from "./pulumi";
import type { LinkIds, WaitRequest } from "./request";
import { linkInState } from "./state";

/** Everything that is known before the clouds are asked. */
export interface KnownLink {
    ids: LinkIds;
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
    pending: { "not that far": "pulumi up's turn" },
    target: { complete: "it holds the IDs" },
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
    const chosen = stack === undefined ? [] : ["--stack", stack];
    const state = linkInState(await ask("stack", "export", ...chosen), link);
    const { settings } = state;
    const known = { ...state.ids, ...given(ids) };
    const missing = goal.missing(known);
    if (missing !== undefined) {
        return { ids: known, accounts: {}, configuration: undefined, missing };
    }
    const configuration = settings ? { get: (key: string) => settings[key] } : await readConfiguration(chosen, ask);
    return { ids: known, accounts: state.accounts, configuration, missing };
}

function given(ids: LinkIds): LinkIds {
    return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
}
