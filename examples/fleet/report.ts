/** What has come of one stack. */
export interface StackReport {
    name: string;
    /** "unchanged": it was up already. */
    result: "up" | "unchanged" | "failed" | "not begun";
    seconds?: number;
    /** Where it failed: the first line of the first error. */
    error?: string;
}

/** Whether the stack is as the program wants it. */
export function isUp({ result }: StackReport): boolean {
    return result === "up" || result === "unchanged";
}

/** One line for each stack, below a heading, and how many are up. */
export function table(reports: readonly StackReport[]): string {
    const rows = [
        ["stack", "result", "time", "error"],
        ...reports.map(({ name, result, seconds, error = "" }) => [name, result, shownTime(seconds), error]),
    ];
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) =>
        row
            .map((cell, column) => cell.padEnd(widths[column] ?? 0))
            .join("  ")
            .trimEnd(),
    );
    return [...lines, "", `${reports.filter(isUp).length} of ${reports.length} stacks are up.`].join("\n");
}

function shownTime(seconds: number | undefined): string {
    if (seconds === undefined) {
        return "";
    }
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m ${whole % 60}s`;
}

/** What the engine says of a stack when it has said everything of its resources, or not yet. */
const ofTheWhole = ["update failed", "update canceled"];

/**
 * The engine begins each error with "error: ", wherever it stands in its output; what a resource that is half made has to say comes on the next
 * line, below "1 error occurred:". Where the engine said nothing, what the Automation API says of its command stands after "stderr: ".
 */
export function firstErrorLine(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    const lines = Array.from(message.matchAll(/^\s*error: (?:\d+ errors? occurred:\s+\* )?(.+)$/gm), ([, line = ""]) =>
        line.trim(),
    );
    return (
        lines.find((line) => !ofTheWhole.includes(line)) ??
        lines[0] ??
        / stderr: (.+)/.exec(message)?.[1] ??
        message.split("\n")[0] ??
        ""
    );
}
