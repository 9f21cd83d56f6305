import { settleRoutes } from "./routes/index";
import { settleSessions } from "./session";
import type { World } from "./world";

/**
 * Derives everything that follows from the state: BGP sessions, VIF states, routes on both sides. Idempotent. Routes may
 * take a session down (P24), and a session its routes, so it goes on until both stay as they are; no session comes up in
 * between, so that is soon.
 */
export function settle(world: World): void {
    let before: string;
    do {
        before = sessionsAndRoutes(world);
        settleSessions(world);
        settleRoutes(world);
    } while (sessionsAndRoutes(world) !== before);
}

function sessionsAndRoutes(world: World): string {
    const peers = [...world.alibaba.bgpPeers.values()];
    return peers.map(({ bgpStatus, advertisedRouteCount }) => `${bgpStatus} ${advertisedRouteCount}`).join();
}
