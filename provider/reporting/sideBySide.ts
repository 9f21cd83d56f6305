import type { Reporter } from "./reporter";

/** Two waits of one resource share its one line. */
export function sideBySide(reporter: Reporter): [Reporter, Reporter] {
    const lines = ["", ""];
    const side = (index: number): Reporter => ({
        ...reporter,
        progress(line) {
            lines[index] = line;
            reporter.progress(lines.filter((text) => text !== "").join(" | "));
        },
    });
    return [side(0), side(1)];
}
