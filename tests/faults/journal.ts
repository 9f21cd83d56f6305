import { snapshot } from "../../simulator/world/snapshot";
import type { CallWatcher, World } from "../../simulator/world/world";

/** Counts how often each action changed a cloud: a second call that changes nothing is no second write. */
export class Journal implements CallWatcher {
    private counts = new Map<string, number>();
    private before = "";

    constructor(private readonly world: World) {
        world.watchers.add(this);
    }

    arrived(): void {
        this.before = JSON.stringify(snapshot(this.world));
    }

    done({ action, mutating }: { action: string; mutating: boolean }): void {
        if (mutating && JSON.stringify(snapshot(this.world)) !== this.before) {
            this.counts.set(action, (this.counts.get(action) ?? 0) + 1);
        }
    }

    /** What was written since the last time that somebody asked. */
    take(): ReadonlyMap<string, number> {
        const taken = this.counts;
        this.counts = new Map();
        return taken;
    }
}

/** The actions that `counts` has more often than `usual`, by as often. */
export function beyond(counts: ReadonlyMap<string, number>, usual: ReadonlyMap<string, number>): string[] {
    return [...counts].flatMap(([action, count]) =>
        Array.from({ length: Math.max(0, count - (usual.get(action) ?? 0)) }, () => action),
    );
}
