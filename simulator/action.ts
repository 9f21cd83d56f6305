import type { Caller, World } from "./world/world";

/** What an action of either cloud gets: the world, and who calls. */
export interface ActionContext {
    world: World;
    caller: Caller;
}

/** Parameters as the protocol's own document says, already parsed (JSON body, or form and query expanded into lists and structures). */
export type ActionInput = Record<string, unknown>;
export type ActionOutput = Record<string, unknown>;

/**
 * One API action: validates, acts on the world, answers. Throws `CloudError`. The wire and the stand-in providers call the
 * very same functions.
 */
export interface Action {
    name: string;
    mutating: boolean;
    run(context: ActionContext, input: ActionInput): ActionOutput;
}

export type ServiceName = "directconnect" | "ec2" | "awsSts" | "vpc" | "cbn" | "ecs" | "bssopenapi" | "alibabaSts";

/** All actions of one service, by name. */
export type Service = ReadonlyMap<string, Action>;

export function serviceOf(...actions: Action[]): Service {
    return new Map(actions.map((action) => [action.name, action]));
}
