import type { Configuration } from "../../provider/settings/settings";
import { readConfiguration } from "./configuration";
import type { AskPulumi } from "./pulumi";
import { linkInState, type LinkState } from "./state";

/** Which link of which stack. */
export interface StackChoice {
    /** undefined: the selected one. */
    stack?: string;
    /** The component's name, where the stack holds several. */
    link?: string;
}

/** A link as a stack's state tells it. Reading takes no lock: an `up` may be at work. */
export interface StackLink extends LinkState {
    /** The settings by which its clouds are reached; asked for when needed. */
    configuration(): Promise<Configuration>;
}

export async function linkOfStack({ stack, link }: StackChoice, ask: AskPulumi): Promise<StackLink> {
    const chosen = stack === undefined ? [] : ["--stack", stack];
    const state = linkInState(await ask("stack", "export", ...chosen), link);
    const { settings } = state;
    return {
        ...state,
        configuration: async () =>
            settings === undefined ? readConfiguration(chosen, ask) : { get: (key: string) => settings[key] },
    };
}
