import type { World } from "./world";

interface Change {
    at: number;
    value: unknown;
}

const histories = new WeakMap<World, Map<string, Change[]>>();

function historiesOf(world: World): Map<string, Change[]> {
    const known = histories.get(world) ?? new Map<string, Change[]>();
    histories.set(world, known);
    return known;
}

function lastBefore(changes: Change[], world: World, lagSeconds: number): number {
    const readAt = world.clock.now() - lagSeconds * 1000;
    return changes.findLastIndex(({ at }) => at <= readAt);
}

/** Remembers that a value, which was `before` until now, has changed; what no reading can show any more is forgotten. */
export function remember<Value>(world: World, name: string, before: Value, value: Value, lagSeconds: number): void {
    const changes = historiesOf(world).get(name) ?? [{ at: Number.NEGATIVE_INFINITY, value: before }];
    changes.push({ at: world.clock.now(), value });
    historiesOf(world).set(name, changes.slice(lastBefore(changes, world, lagSeconds)));
}

/** What was true `lagSeconds` ago. */
export function lagged<Value>(world: World, name: string, truth: Value, lagSeconds: number): Value {
    const changes = historiesOf(world).get(name);
    return changes === undefined ? truth : (changes[lastBefore(changes, world, lagSeconds)]?.value as Value);
}
