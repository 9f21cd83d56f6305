import type { CallWatcher, World } from "../../simulator/world/world";

export const clouds = ["AWS", "Alibaba Cloud"] as const;

export type Calls = Record<(typeof clouds)[number], { reads: number; writes: number }>;

const servicesOfAws = new Set(["directconnect", "ec2", "awsSts"]);

/** Counts this package's own calls: the official resources' come by another way. The log of the world forgets its oldest. */
export function countCalls(world: World): { stop: () => Calls } {
    const calls: Calls = { AWS: { reads: 0, writes: 0 }, "Alibaba Cloud": { reads: 0, writes: 0 } };
    const watcher: CallWatcher = {
        arrived({ service, mutating, via }) {
            if (via === "wire") {
                calls[servicesOfAws.has(service) ? "AWS" : "Alibaba Cloud"][mutating ? "writes" : "reads"] += 1;
            }
        },
    };
    world.watchers.add(watcher);
    return {
        stop() {
            world.watchers.delete(watcher);
            return calls;
        },
    };
}
