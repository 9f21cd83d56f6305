import type { Batch } from "../cell";
import { instantsOf } from "./instants";
import type { HealthyLife } from "./healthyLife";
import { live, type Plan } from "./life";

/**
 * Lives that together hold every instant of every job: stacks whose `up`, change and destroy are killed one after the other, and stacks that are destroyed
 * after the kill of their `up`.
 */
export function killBatches(healthy: HealthyLife): Batch[] {
    const up = instantsOf(healthy.writes.up);
    const change = instantsOf(healthy.writes.change);
    const destroy = instantsOf(healthy.writes.destroy);
    const whole = Array.from({ length: Math.max(up.length, change.length, destroy.length) }, (_, index): Plan => ({
        // Where a job has fewer instants than another one, its first ones are seen twice, each time in other company.
        up: at(up, index),
        change: at(change, index),
        destroy: at(destroy, index),
    }));
    const halfCreated = up.map((instant): Plan => ({ up: instant, destroyed: true }));
    return [...whole, ...halfCreated].map((plan) => ({
        cells: plan.destroyed ? 1 : 3,
        run: () => live(plan, healthy),
    }));
}

function at<Item>(items: readonly Item[], index: number): Item {
    const item = items[index % items.length];
    if (item === undefined) {
        throw new Error("A job without a write has no instant to be killed at.");
    }
    return item;
}
