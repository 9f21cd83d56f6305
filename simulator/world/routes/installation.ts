import type { World } from "../world";
import type { Route } from "./route";

/** Routes that have been accepted and are in the tables `routeInstallation` seconds later. */
interface Arrival {
    installed: boolean;
}

/** By the way that routes come, which is one direction of one session: what has arrived, by destination. */
const arrivals = new WeakMap<World, Map<string, Map<string, Arrival>>>();

function arrivalsOf(world: World): Map<string, Map<string, Arrival>> {
    const known = arrivals.get(world) ?? new Map<string, Map<string, Arrival>>();
    arrivals.set(world, known);
    return known;
}

/** Which of the routes that come this way are in the tables by now. One that comes no more is forgotten at once. */
export function installed(world: World, way: string, routes: Route[]): Route[] {
    const before = arrivalsOf(world).get(way) ?? new Map<string, Arrival>();
    // What comes at the same time arrives at the same time.
    const arrival: Arrival = { installed: false };
    const now = new Map(
        routes.map(({ destinationCidrBlock }) => [destinationCidrBlock, before.get(destinationCidrBlock) ?? arrival]),
    );
    arrivalsOf(world).set(way, now);
    if ([...now.values()].includes(arrival)) {
        // One that is withdrawn meanwhile is no longer in the map: installing it then has no effect.
        world.later(world.durations.routeInstallation, () => {
            arrival.installed = true;
        });
    }
    return routes.filter(({ destinationCidrBlock }) => now.get(destinationCidrBlock)?.installed);
}

/** Forgets what came by ways that are no more. */
export function forgetOtherWays(world: World, ways: Set<string>): void {
    const known = arrivalsOf(world);
    for (const way of known.keys()) {
        if (!ways.has(way)) {
            known.delete(way);
        }
    }
}
