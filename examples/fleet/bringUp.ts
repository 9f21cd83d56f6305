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
    await mkdir(run.logFolder, { recursive: true });
    const command = await PulumiCommand.get();
    const someAtOnce = pLimit(fleet.parallelStacks);
    // Selecting a stack writes a file that all stacks of a project share, not atomically (https://github.com/pulumi/pulumi/issues/8186).
    const oneAtOnce = pLimit(1);
    const isInterrupted = (): boolean => run.noFurtherStack.aborted;
    const bringUp = async (stack: FleetStack): Promise<StackReport> => {
        const { name, config, environment } = stack;
        if (isInterrupted()) {
            return { name, result: "not begun" };
        }
        run.say(`${name}: begins`);
        const beganAt = performance.now();
        const report = (rest: Omit<StackReport, "name" | "seconds">): StackReport => {
            const ended = { name, seconds: (performance.now() - beganAt) / 1000, ...rest };
            run.say(`${name}: ${ended.result}`);
            return ended;
        };
        try {
            const options = { envVars: { ...environment }, pulumiCommand: command };
            const selected = await oneAtOnce(() =>
                LocalWorkspace.createOrSelectStack({ stackName: name, workDir: run.programFolder }, options),
            );
            await configure(selected, config);
            return report({ result: isInterrupted() ? "not begun" : await up(selected, run) });
        } catch (error) {
            return report({ result: "failed", error: firstErrorLine(error) });
        }
    };
    return Promise.all(fleet.stacks.map((stack) => someAtOnce(bringUp, stack)));
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
