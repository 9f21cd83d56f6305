import type { World } from "./world";

/** Derives everything that follows from the state: BGP sessions, VIF states, routes on both sides. Idempotent. */
export function settle(_world: World): void {}
