import type { RequestListener } from "node:http";

import { BadQuery, packetAskedFor } from "./packetQuery";
import { snapshot } from "./world/snapshot";
import type { World } from "./world/world";

/**
 * Lets a test or a demo look at the world itself, beside the clouds' own interfaces: `/_world` (snapshot), `/_log` (every
 * action so far), `/_settings` (guesses, durations in simulated seconds, quotas, and how many seconds pass in one) and `/_packet`
 * (how far a packet gets).
 */
export function withInspection(world: World, speed: number, next: RequestListener): RequestListener {
    const views = new Map<string, (query: URLSearchParams) => unknown>([
        ["/_world", () => snapshot(world)],
        ["/_log", () => world.log],
        ["/_settings", () => ({ speed, guesses: world.guesses, durations: world.durations, quotas: world.quotas })],
        ["/_packet", (query) => packetAskedFor(world, query)],
    ]);
    return (request, response) => {
        const [path = "", query = ""] = (request.url ?? "").split("?");
        const view = request.method === "GET" ? views.get(path) : undefined;
        if (view === undefined) {
            next(request, response);
            return;
        }
        const answer = (status: number, value: unknown): void => {
            response.writeHead(status, { "content-type": "application/json" });
            response.end(JSON.stringify(value));
        };
        try {
            answer(200, view(new URLSearchParams(query)));
        } catch (error) {
            answer(error instanceof BadQuery ? 400 : 500, {
                error: error instanceof Error ? error.message : String(error),
            });
        }
    };
}
