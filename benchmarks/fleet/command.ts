import type { EngineEvent } from "@pulumi/pulumi/automation/events";

import type { RealStack } from "../../tests/harness/stack";
import { nameOf } from "../../tests/harness/outcome";
import type { World } from "../../simulator/world/world";
import { countCalls, type Calls } from "./calls";
import { watchMemory, type Memory } from "./memory";

export interface Measured {
    seconds: number;
    calls: Calls;
    memory: Memory;
    /** When each resource was made, in seconds after the first event; the engine tells whole ones. */
    madeAt: Record<string, number>;
}

/** Only its events tell when each resource was made, and the flag for them is one that the command does not show. */
const showingDebugFlags = { PULUMI_DEBUG_COMMANDS: "true" };

/** Runs a command of the engine on the stack; throws where it fails. */
export async function measure(command: string, stack: RealStack, world: World): Promise<Measured> {
    const calls = countCalls(world);
    const memory = watchMemory();
    const beganAt = performance.now();
    const { exitCode, stdout, stderr } = await stack.run(
        `pulumi ${command} --stack test --non-interactive --event-log events.jsonl >&2; code=$?; cat events.jsonl; exit $code`,
        showingDebugFlags,
    );
    const seconds = (performance.now() - beganAt) / 1000;
    if (exitCode !== 0) {
        throw new Error(`pulumi ${command} ended with ${exitCode ?? "no exit code"}:\n${stderr}`);
    }
    return { seconds, calls: calls.stop(), memory: await memory.stop(), madeAt: madeAtIn(stdout) };
}

function madeAtIn(lines: string): Record<string, number> {
    const events = lines
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as EngineEvent);
    const beganAt = events[0]?.timestamp ?? 0;
    return Object.fromEntries(
        events.flatMap(({ resOutputsEvent, timestamp }) =>
            resOutputsEvent === undefined ? [] : [[nameOf(resOutputsEvent.metadata.urn), timestamp - beganAt]],
        ),
    );
}
