import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { LocalWorkspace, PulumiCommand, type ConfigMap, type Stack } from "@pulumi/pulumi/automation";
import pLimit from "p-limit";

import { configKeys, type Fleet, type FleetStack, type StackConfig } from "./fleet";
import { firstErrorLine, type StackReport } from "./report";

/** What bringing a fleet up needs beside the fleet. */
export interface FleetRun {
    /** Where the program's Pulumi.yaml stands. */
    programFolder: string;
    /** Where the output of each stack's `pulumi up` goes, a file for each. */
    logFolder: string;
    /** From its abort on, no further stack is begun. */
    noFurtherStack: AbortSignal;
    /** At its abort, each running engine gets what a first Ctrl-C sends. */
    interruptEngines: AbortSignal;
    /** Takes a line at each begin and end. */
    say: (line: string) => void;
}

/** Brings every stack of the fleet up, so many at once. A stack that fails is told in its report, and the others go on. */
export async function bringFleetUp(fleet: Fleet, run: FleetRun): Promise<StackReport[]> {
    const pulumiCommand = await PulumiCommand.get();
    await mkdir(run.logFolder, { recursive: true });
    const someAtOnce = pLimit(fleet.parallelStacks);
    // Selecting a stack writes a file that all stacks of a project share, not atomically (https://github.com/pulumi/pulumi/issues/8186).
    const oneAtOnce = pLimit(1);
    const select = ({ name, environment }: FleetStack): Promise<Stack> =>
        oneAtOnce(() =>
            LocalWorkspace.createOrSelectStack(
                { stackName: name, workDir: run.programFolder },
                { envVars: { ...environment }, pulumiCommand },
            ),
        );
    return Promise.all(fleet.stacks.map((stack) => someAtOnce(() => bringUp(stack, select, run))));
}

async function bringUp(
    stack: FleetStack,
    select: (stack: FleetStack) => Promise<Stack>,
    run: FleetRun,
): Promise<StackReport> {
    const { name, config } = stack;
    const isInterrupted = (): boolean => run.noFurtherStack.aborted;
    if (isInterrupted()) {
        return { name, result: "not begun" };
    }
    run.say(`${name}: begins`);
    const beganAt = performance.now();
    const report: StackReport = { name, result: "not begun" };
    try {
        const selected = await select(stack);
        await configure(selected, config);
        if (!isInterrupted()) {
            report.result = await up(selected, run);
        }
    } catch (error) {
        report.result = "failed";
        report.error = firstErrorLine(error);
    }
    report.seconds = (performance.now() - beganAt) / 1000;
    run.say(`${name}: ${report.result}`);
    return report;
}

/** Keys that are not of the fleet's file, such as `allowOutage`, stay as they are. */
async function configure(stack: Stack, config: StackConfig): Promise<void> {
    const left = configKeys.filter((key) => config[key] === undefined);
    if (left.length > 0) {
        await stack.removeAllConfig(left);
    }
    await stack.setAllConfig(configMapOf(config));
}

function configMapOf(config: StackConfig): ConfigMap {
    const texts = Object.entries(config).map(([key, value]: [string, unknown]) => [
        key,
        { value: typeof value === "string" ? value : JSON.stringify(value) },
    ]);
    return Object.fromEntries(texts) as ConfigMap;
}

async function up(stack: Stack, { logFolder, interruptEngines }: FleetRun): Promise<"up" | "unchanged"> {
    const log = createWriteStream(path.join(logFolder, `${stack.name}.log`));
    const write = (output: string): void => void log.write(output);
    try {
        const { summary } = await stack.up({
            color: "never",
            onOutput: write,
            onError: write,
            signal: interruptEngines,
        });
        const changes = Object.keys(summary.resourceChanges ?? {});
        return changes.every((change) => change === "same") ? "unchanged" : "up";
    } finally {
        log.end();
    }
}
