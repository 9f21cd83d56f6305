import { execFileSync } from "node:child_process";

/** The process and everything below it. By parents' IDs: the dynamic host sits in a process group of its own. */
export function processTree(rootId: number): number[] {
    const children = new Map<number, number[]>();
    for (const line of execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n")) {
        const [id = 0, parentId = 0] = line.trim().split(/\s+/).map(Number);
        children.set(parentId, [...(children.get(parentId) ?? []), id]);
    }
    const below = (id: number): number[] => [id, ...(children.get(id) ?? []).flatMap(below)];
    return below(rootId);
}

/** Processes of these IDs that still run. */
export function alive(ids: readonly number[]): number[] {
    return ids.filter((id) => {
        try {
            process.kill(id, 0);
            return true;
        } catch {
            return false;
        }
    });
}

export function killAll(ids: readonly number[]): void {
    for (const id of alive(ids)) {
        process.kill(id, "SIGKILL");
    }
}
