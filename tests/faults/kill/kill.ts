import { once } from "node:events";
import type { ChildProcess } from "node:child_process";

import { NoAnswer } from "../../../simulator/faults/noAnswer";
import type { ActionRecord, CallWatcher, World } from "../../../simulator/world/world";
import type { KillInstant } from "./instants";
import { killAll, processTree, type RunningProcess } from "./processTree";

/** A command that was killed, or that ended before its instant came. */
export interface KilledCommand {
    wasKilled: boolean;
    /** The processes of the command, and what is left of them after it. */
    processes: RunningProcess[];
    /** What all of its processes did is over, whatever they still send. */
    end(): void;
}

/** Waits until the command is killed at the instant; `command` is running already, its first write still to come. */
export async function killAt(command: ChildProcess, instant: KillInstant, world: World): Promise<KilledCommand> {
    const killer = new Killer(command, instant);
    world.watchers.add(killer);
    command.stdout?.resume();
    await once(command, "close");
    return {
        wasKilled: killer.processes.length > 0,
        processes: killer.processes,
        end: () => world.watchers.delete(killer),
    };
}

/** Kills within the very call, so that nothing happens between the instant and the end of the processes. */
class Killer implements CallWatcher {
    processes: RunningProcess[] = [];
    private taken = 0;

    constructor(
        private readonly command: ChildProcess,
        private readonly instant: KillInstant,
    ) {}

    arrived(call: ActionRecord): void {
        this.refuseTheDead(call);
        if (this.instant.at === "before" && this.isIt(call)) {
            this.kill();
        }
    }

    done(call: ActionRecord): void {
        const isIt = this.isIt(call);
        this.taken += call.action === this.instant.action ? 1 : 0;
        if (this.instant.at === "after" && isIt) {
            this.kill();
        }
    }

    private isIt({ action, mutating }: ActionRecord): boolean {
        return (
            this.processes.length === 0 &&
            mutating &&
            action === this.instant.action &&
            this.taken === this.instant.call - 1
        );
    }

    private kill(): never {
        this.processes = processTree(this.command.pid ?? 0);
        killAll(this.instant.victims === "tree" ? this.processes : this.processes.slice(0, 1));
        throw new NoAnswer("silence");
    }

    /** What a process had sent before it died does not count as its deed afterwards: a network may lose it. */
    private refuseTheDead({ via }: ActionRecord): void {
        if (this.processes.length > 0 && (this.instant.victims === "tree" || via === "plugin")) {
            throw new NoAnswer("silence");
        }
    }
}
