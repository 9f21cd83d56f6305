import { expect } from "chai";

import type { ServiceName } from "../../../simulator/action";
import { faultKinds, type FaultKind } from "../../../simulator/faults/faults";
import { openBench, type Bench } from "./bench";
import type { Plain } from "../../../simulator/world/snapshot";
import type { Found } from "../cell";
import { beyond, ownIdsOf, shapeOfAnswer, watchEffects } from "../effects";
import { shapeDifferences, shapeOfWorld } from "../worldShape";
import type { ActionName, Operation } from "./operation";
import { operations } from "./operations/index";
import { authKey } from "./prepared";

/** One fault on one action of one operation, so many times in a row. */
export interface Cell {
    name: string;
    operation: string;
    action: ActionName;
    run: () => Promise<Found>;
}

const everyTimes = { once: 1, "three times": 3, always: Infinity } as const;
type Times = keyof typeof everyTimes;

/** What comes back only when somebody does something. */
const permanent: readonly FaultKind[] = ["expired-token", "access-denied"];

/** Every operation times every action that it calls, times every fault, times how often. */
export const cells: readonly Cell[] = operations.flatMap((operation) =>
    operation.actions.flatMap((action) =>
        (Object.keys(faultKinds) as FaultKind[]).flatMap((kind) =>
            (Object.keys(everyTimes) as Times[]).map((times) => ({
                name: `${operation.name}: ${action}, ${kind} ${times}`,
                operation: operation.name,
                action,
                run: () => runCell(operation, action, kind, times),
            })),
        ),
    ),
);

/** Every action times every fault times how often, once each: by one operation after the other of those that call the action. */
export function onceForEachAction(): Cell[] {
    const byFault = new Map<string, Cell[]>();
    for (const cell of cells) {
        const fault = cell.name.slice(cell.operation.length);
        byFault.set(fault, [...(byFault.get(fault) ?? []), cell]);
    }
    return [...byFault.values()].flatMap((same, index) => same[index % same.length] ?? []);
}

/** How an operation goes when nothing fails. */
interface Healthy {
    actions: string[];
    effects: string[];
    answer: string;
    world: Plain;
}

const healthyRuns = new Map<Operation, Promise<Healthy>>();

export function healthyRunOf(operation: Operation): Promise<Healthy> {
    const known = healthyRuns.get(operation) ?? runHealthy(operation);
    healthyRuns.set(operation, known);
    return known;
}

/** Long enough for everything that is on its way to arrive. */
const settledSeconds = 7200;

async function runHealthy(operation: Operation): Promise<Healthy> {
    const bench = await openBench(operation.bench ?? {});
    try {
        const attempts = await operation.prepare(bench);
        bench.connect();
        const effects = watchEffects(bench.world);
        const called = bench.world.log.length;
        const answer = shapeOfAnswer(await attempts.attempt());
        const actions = bench.world.log.slice(called).map(({ service, action }) => `${service}.${action}`);
        await bench.pass(settledSeconds);
        return { actions: [...new Set(actions)], effects, answer, world: shapeOfWorld(bench.world) };
    } finally {
        bench.close();
    }
}

async function runCell(operation: Operation, action: ActionName, kind: FaultKind, times: Times): Promise<Found> {
    const healthy = await healthyRunOf(operation);
    const bench = await openBench(operation.bench ?? {});
    try {
        const attempts = await operation.prepare(bench);
        bench.connect();
        const effects = watchEffects(bench.world);
        const before = ownIdsOf(bench.world);
        const called = bench.world.log.length;
        const [service, name] = action.split(".") as [ServiceName, string];
        const faults = bench.inject({ service, action: name, kind, times: everyTimes[times] });
        const mayFail = permanent.includes(kind) || times === "always";
        let answer: unknown;
        try {
            answer = await attempts.attempt();
        } catch (error) {
            if (!mayFail) {
                throw error;
            }
            const struckAt =
                bench.world.log.slice(called).find((call) => call.service === service && call.action === name)?.at ??
                NaN;
            const lasted = (bench.context.clock.now() - struckAt) / 1000;
            requireClearLine(error as Error, kind, bench);
            expect(lasted, `seconds until it failed`).to.be.at.most(limitOf(operation, kind));
            faults.remove();
            answer = await attempts.attempt();
        }
        expect(faults.struck, "calls that were struck").to.be.above(0);
        await bench.pass(settledSeconds);
        const held = JSON.stringify(answer ?? {});
        const found = {
            duplicates: beyond(effects, healthy.effects).length,
            orphans: ownIdsOf(bench.world).filter((id) => !before.includes(id) && !held.includes(id)).length,
        };
        expect(effects, "writes that took effect").to.have.members(healthy.effects);
        expect(shapeOfAnswer(answer)).to.equal(healthy.answer);
        expect(shapeDifferences(healthy.world, shapeOfWorld(bench.world))).to.deep.equal([]);
        return found;
    } finally {
        bench.close();
    }
}

/** A wait that has begun its last look gives it a few seconds more; what does not pass by itself ends at once. */
function limitOf({ limitSeconds }: Operation, kind: FaultKind): number {
    return permanent.includes(kind) ? 1 : limitSeconds + 5;
}

/** Subject, state and fix; a line for each read of Preflight, under its headline. */
function requireClearLine({ message }: Error, kind: FaultKind, { secrets }: Bench): void {
    const fixes: Partial<Record<FaultKind, RegExp>> = {
        "expired-token": /credentials have expired: renew them and run pulumi up again; it goes on where it stopped\.$/,
        "access-denied": /Grant this permission to the caller\.$/,
    };
    const lines = message.split("\n");
    expect(lines.length, message).to.be.at.most(message.startsWith("Preflight found") ? 9 : 1);
    expect(message).to.match(/^[\w ,.()"-]+:\s.+\.$/s);
    expect(message).to.match(fixes[kind] ?? /[Rr]un (the same command|pulumi \w+) again/);
    for (const secret of [...secrets, authKey]) {
        expect(message).to.not.include(secret);
    }
    expect(message).to.not.match(/\bat .*\.js|undefined|\[object|NaN/);
}
