import { settleRoutes } from "./routes";
import { settleSessions } from "./session";
import type { World } from "./world";

/** Derives everything that follows from the state: BGP sessions, VIF states, routes on both sides. Idempotent. */
export function settle(world: World): void {
    settleSessions(world);
    settleRoutes(world);
}
