import { compiledAt, compiledProgram } from "../tests/harness/project";
import { makeStack, type RealStack } from "../tests/harness/stack";
import type { Simulator } from "../simulator/server";
import type { Bench, Row } from "./bench";
import { clouds } from "./fleet/calls";
import { measure, type Measured } from "./fleet/command";
import { buildFleet } from "./fleet/world";

type Report = (row: Row) => void;

const few = 1;
const many = 10;

/** How many of a program's resources the engine works at, at once. */
interface Setting {
    name: string;
    flags: string;
    /** Simulated seconds in a real one: the waits of one link take most of its `up`, or are short where slots are to be seen. */
    speed: number;
    /** Of the time of one link's `up`, for ten. */
    atMostTimes?: number;
}

const enough: Setting = { name: "at 64", flags: "--parallel 64", speed: 15, atMostTimes: 1.2 };
const byDefault: Setting = { name: "by default", flags: "", speed: 120 };

/** Everything has happened before anybody looks again. */
const instantly = 100_000;

type Fleet = Record<"preview" | "up" | "no-op up", Measured>;

export const fleet: Bench = {
    name: "fleet",
    says: `fleet: one program of ${few} and of ${many} links on one transit router, at --parallel 64 (${enough.speed} simulated seconds in a real one) and by default (${byDefault.speed})`,
    async run(report) {
        const beganAt = performance.now();
        await measureAt(enough, report, await readsWithoutWaiting());
        await measureAt(byDefault, report);
        await measureSlots(report);
        report({ name: "fleet/this bench", value: (performance.now() - beganAt) / 1000, unit: "s" });
    },
};

async function measureAt(setting: Setting, report: Report, readsOfOne?: Measured["calls"]): Promise<void> {
    const one = await measureFleet(few, setting);
    const ten = await measureFleet(many, setting);
    for (const command of ["preview", "up", "no-op up"] as const) {
        const name = `fleet/${command} ${setting.name}`;
        report({ name: `${name}, one link`, value: one[command].seconds, unit: "s" });
        const value = ten[command].seconds / one[command].seconds;
        const atMost = command === "up" ? setting.atMostTimes : undefined;
        report({ name, value, unit: "x", ...(atMost && { bar: { atMost } }) });
    }
    const ends = Object.entries(ten.up.madeAt).flatMap(([name, at]) => (name.endsWith("-verification") ? [at] : []));
    if (ends.length !== many) {
        throw new Error(`${ends.length} of ${many} links came up.`);
    }
    report({ name: `fleet/first link up ${setting.name}`, value: Math.min(...ends), unit: "s" });
    report({ name: `fleet/last link up ${setting.name}`, value: Math.max(...ends), unit: "s" });
    for (const cloud of clouds) {
        const [ofOne, ofTen] = [one.up.calls[cloud], ten.up.calls[cloud]];
        const name = `fleet/${cloud} ${setting.name}`;
        report({ name: `${name}, reads of one link`, value: ofOne.reads, unit: "calls" });
        report({
            name: `${name}, reads of a further link`,
            value: (ofTen.reads - ofOne.reads) / (many - few),
            unit: "calls",
            ...(readsOfOne && { bar: { atMost: readsOfOne[cloud].reads } }),
        });
        report({ name: `${name}, writes`, value: ofTen.writes / ofOne.writes, unit: "x", bar: { atMost: many / few } });
    }
    for (const process of ["host", "program"] as const) {
        const name = `fleet/memory of the ${process} ${setting.name}`;
        report({ name: `${name}, one link`, value: one.up.memory[process], unit: "MB" });
        report({ name, value: ten.up.memory[process] / one.up.memory[process], unit: "x" });
    }
}

async function measureFleet(count: number, { flags, speed }: Setting): Promise<Fleet> {
    return withFleet(count, speed, async (stack, { world }) => ({
        preview: await measure(`preview ${flags}`, stack, world),
        up: await measure(`up --yes --skip-preview ${flags}`, stack, world),
        "no-op up": await measure(`up --yes --skip-preview ${flags}`, stack, world),
    }));
}

/** Of one link where no wait has to wait, so that each looks once: what a further link must cost, however much its waits share with others. */
async function readsWithoutWaiting(): Promise<Measured["calls"]> {
    return withFleet(few, instantly, async (stack, { world }) => {
        const { calls } = await measure("up --yes --skip-preview", stack, world);
        return calls;
    });
}

async function withFleet<Result>(
    count: number,
    speed: number,
    use: (stack: RealStack, simulator: Simulator) => Promise<Result>,
): Promise<Result> {
    const { simulator, links } = await buildFleet(count, speed);
    const stack = await makeStack(simulator, compiledProgram("several"));
    try {
        await stack.setArgs({ links, handing: "none" });
        return await use(stack, simulator);
    } finally {
        await simulator.close();
        await stack.remove();
    }
}

/** What any program takes by default whose resources wait: each has a slot of the engine's while it is being made, and others wait for one. */
async function measureSlots(report: Report): Promise<void> {
    const seconds = 5;
    const { simulator } = await buildFleet(few, instantly);
    const time = async (count: number): Promise<number> => {
        const stack = await makeStack(simulator, compiledAt("bench", "benchmarks/fleet/sleepers.js"));
        try {
            await stack.setArgs({ count, seconds });
            return (await measure("up --yes --skip-preview", stack, simulator.world)).seconds;
        } finally {
            await stack.remove();
        }
    };
    try {
        const one = await time(few);
        report({ name: "fleet/slots by default, one sleeper", value: one, unit: "s" });
        report({ name: "fleet/slots by default", value: (await time(many)) / one, unit: "x" });
    } finally {
        await simulator.close();
    }
}
