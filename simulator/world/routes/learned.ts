import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import type { Route } from "./route";

/** What one end of a session has in its tables of what came over it. */
export interface Learned {
    ends: SessionEnds;
    routes: Route[];
}

interface LearnedByBoth {
    byAlibaba: Learned[];
    byAws: Learned[];
}

const memory = new WeakMap<World, LearnedByBoth>();

/** What each cloud has learned of the other, by session. */
export function learnedOverSessions(world: World): LearnedByBoth {
    const known = memory.get(world) ?? { byAlibaba: [], byAws: [] };
    memory.set(world, known);
    return known;
}

/** What AWS has taught a VBR. */
export function learnedByBorderRouter(world: World, vbrId: string): Route[] {
    return learnedOverSessions(world)
        .byAlibaba.filter(({ ends }) => ends.borderRouter.vbrId === vbrId)
        .flatMap(({ routes }) => routes);
}
