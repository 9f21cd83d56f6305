import type { World } from "../world";
import type { Route } from "./route";

/** A route that has been accepted and is in the tables `routeInstallation` seconds later. */
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
    const before = arrivalsOf(world).get(way);
    const now = new Map(
        routes.map(({ destinationCidrBlock: destination }) => [destination, before?.get(destination) ?? arrive(world)]),
    );
    arrivalsOf(world).set(way, now);
    return routes.filter(({ destinationCidrBlock }) => now.get(destinationCidrBlock)?.installed);
}

function arrive(world: World): Arrival {
    const arrival: Arrival = { installed: false };
    // One that was withdrawn meanwhile is no longer in the map: installing it then has no effect.
    world.later(world.durations.routeInstallation, () => {
        arrival.installed = true;
    });
    return arrival;
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
