import type { RealStack } from "../../tests/harness/stack";
import { nameOf } from "../../tests/harness/outcome";
import { parseEvents, showingDebugFlags } from "../../tests/harness/pulumi";
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

/** Runs a command of the engine on the stack, whose events tell when each resource was made; throws where it fails. */
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
    const events = parseEvents(lines);
    const beganAt = events[0]?.timestamp ?? 0;
    return Object.fromEntries(
        events.flatMap(({ resOutputsEvent, timestamp }) =>
            resOutputsEvent === undefined ? [] : [[nameOf(resOutputsEvent.metadata.urn), timestamp - beganAt]],
        ),
    );
}
