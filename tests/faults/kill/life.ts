import { shapeOfWorld } from "../worldShape";
import { rehearse, worldOf, type Rehearsal } from "../../harness/rehearsal";
import type { CellResult } from "../cell";
import { childrenOf, effectsOfAdvice, problemOf, usualEffects, type HealthyLife } from "./healthyLife";
import { beyond, watchEffects } from "../effects";
import { orphansOf } from "../orphans";
import { describeInstant, writesAmong, type Job, type KillInstant } from "./instants";
import { killAt } from "./kill";
import { alive } from "./processTree";
import { recover, type Recovery } from "./recovery";

/** One stack from its first `up` to its end, each of its commands killed once, or, with `destroyed`, destroyed right after the kill of its `up`. */
export interface Plan {
    up: KillInstant;
    change?: KillInstant;
    destroy?: KillInstant;
    /** No second `up`: what the killed one has left is destroyed. */
    destroyed?: true;
}

const nothing: Recovery = { lines: [], tookAnUp: false };

const changedGateway = { amazonSideAsn: 64600 };

/** A change that replaces the gateway and the interface, sets the group's peer ASN, and tags what can be tagged. */
function changed(args: Rehearsal["args"]): object {
    return {
        ...args,
        aws: { ...args.aws, ...changedGateway },
        tags: { team: "network" },
        allowOutage: true,
    };
}

/** Nothing of this job depends on time: what is killed is told by its action. */
const world = { speed: 600 };

export async function healthyLife(): Promise<HealthyLife> {
    const rehearsal = await rehearse(world);
    const { stack, simulator, args } = rehearsal;
    const effects = watchEffects(simulator.world);
    const run = async (command: "up" | "destroy") => {
        simulator.world.log.length = 0;
        const { failed, diagnostics } = await stack[command]();
        if (failed) {
            throw new Error(`undisturbed, ${command} failed: ${diagnostics.join(" / ")}`);
        }
        return {
            writes: writesAmong(simulator.world.log),
            effects: effects.splice(0),
            shape: shapeOfWorld(simulator.world),
        };
    };
    try {
        const up = await run("up");
        const resources = await childrenOf(rehearsal);
        await stack.setArgs(changed(args));
        const change = await run("up");
        const destroy = await run("destroy");
        return {
            writes: { up: up.writes, change: change.writes, destroy: destroy.writes },
            effects: { up: up.effects, change: change.effects, destroy: destroy.effects },
            shapes: { up: up.shape, change: change.shape },
            resources,
        };
    } finally {
        await rehearsal.end();
    }
}

/** Lives a life as planned, a cell for each kill. After a cell that failed nothing more can be said of the others. */
export async function live(plan: Plan, healthy: HealthyLife): Promise<CellResult[]> {
    const rehearsal = await rehearse(world);
    const { stack, simulator, args } = rehearsal;
    const effects = watchEffects(simulator.world);
    const before = worldOf(simulator);
    const results: CellResult[] = [];
    const cell = async (job: Job, instant: KillInstant, again: "up" | "destroy", finalArgs: object): Promise<void> => {
        const name = `${job}${again === "destroy" && job === "up" ? ", then destroy" : ""}: ${describeInstant(instant)}`;
        const failedBefore = results.some(({ failure }) => failure !== undefined);
        const result = failedBefore
            ? { ...nothing, failure: "not reached: an earlier cell of this stack failed" }
            : await killAndRecover(job, instant, again, finalArgs, rehearsal).catch((error: unknown) => ({
                  ...nothing,
                  failure: error instanceof Error ? error.message : String(error),
              }));
        const usual = [...usualEffects(job, again, healthy), ...effectsOfAdvice(result, healthy)];
        const expectation = again === "destroy" ? undefined : healthy.shapes[job === "change" ? "change" : "up"];
        const problem = result.failure ?? (await problemOf(expectation, before, healthy, rehearsal));
        results.push({
            matrix: "kill",
            name,
            failure: problem,
            duplicates: beyond(effects.splice(0), usual),
            orphans: failedBefore ? [] : await orphansOf(rehearsal, before),
            adoptedByHand: result.lines.length,
        });
    };
    try {
        await cell("up", plan.up, plan.destroyed ? "destroy" : "up", args);
        if (plan.change !== undefined) {
            await stack.setArgs(changed(args));
            await cell("change", plan.change, "up", changed(args));
        }
        if (plan.destroy !== undefined) {
            await cell("destroy", plan.destroy, "destroy", changed(args));
        }
    } finally {
        await rehearsal.end();
    }
    return results;
}

async function killAndRecover(
    job: Job,
    instant: KillInstant,
    again: "up" | "destroy",
    args: object,
    rehearsal: Rehearsal,
): Promise<Recovery> {
    const { stack, simulator } = rehearsal;
    const command = job === "destroy" ? stack.startDestroy() : stack.startUp();
    const killed = await killAt(command, instant, simulator.world);
    if (!killed.wasKilled) {
        killed.end();
        return { ...nothing, failure: "the instant never came" };
    }
    await stack.cancel();
    killed.end();
    // The two ways that the documentation offers; a user's pending entries may also stay until later.
    if (instant.victims === "cli") {
        const cleared = await stack.clearPendingCreates();
        if (cleared.failed) {
            return { ...nothing, failure: `refresh: ${cleared.diagnostics.join(" / ")}` };
        }
    }
    const recovery = await recover(again, args, rehearsal);
    const left = alive(killed.processes);
    return left.length > 0 && recovery.failure === undefined
        ? { ...recovery, failure: `${left.length} processes of the killed command still run` }
        : recovery;
}
