import { execFileSync } from "node:child_process";

export interface RunningProcess {
    id: number;
    groupId: number;
    /** With its arguments. */
    command: string;
}

interface Listed extends RunningProcess {
    parentId: number;
}

/** The process and everything below it. By parents' IDs: the dynamic host sits in a process group of its own. */
export function processTree(rootId: number): RunningProcess[] {
    const all = listed();
    const below = (root: Listed): Listed[] => [
        root,
        ...all.filter(({ parentId }) => parentId === root.id).flatMap(below),
    ];
    return all
        .filter(({ id }) => id === rootId)
        .flatMap(below)
        .map(({ id, groupId, command }) => ({ id, groupId, command }));
}

/** Which of them still run. A system gives an ID anew soon where much is started, so the ID alone does not tell. */
export function alive(processes: readonly RunningProcess[]): RunningProcess[] {
    const all = listed();
    return processes.filter(({ id, command }) => all.some((each) => each.id === id && each.command === command));
}

export function killAll(processes: readonly RunningProcess[]): void {
    for (const { id } of processes) {
        try {
            process.kill(id, "SIGKILL");
        } catch {
            // It has ended by itself.
        }
    }
}

function listed(): Listed[] {
    const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,pgid=,args="], {
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
    });
    return rows
        .trim()
        .split("\n")
        .map((row) => {
            const [, id, parentId, groupId, command = ""] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
            return { id: Number(id), parentId: Number(parentId), groupId: Number(groupId), command };
        });
}
