import type { RequestListener } from "node:http";

import { snapshot } from "./world/snapshot";
import type { World } from "./world/world";

/**
 * Lets a test or a demo look at the world itself, beside the clouds' own interfaces: `/_world` (snapshot), `/_log` (every
 * action so far) and `/_settings` (guesses, durations in simulated seconds, quotas, and how many seconds pass in one).
 */
export function withInspection(world: World, speed: number, next: RequestListener): RequestListener {
    const views = new Map<string, () => unknown>([
        ["/_world", () => snapshot(world)],
        ["/_log", () => world.log],
        ["/_settings", () => ({ speed, guesses: world.guesses, durations: world.durations, quotas: world.quotas })],
    ]);
    return (request, response) => {
        const view = request.method === "GET" ? views.get(request.url ?? "") : undefined;
        if (view === undefined) {
            next(request, response);
            return;
        }
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify(view()));
    };
}
