import type { Stage } from "./progress";
import type { Reporter } from "./reporter";

/** Two waits of one resource share its one line: each shows the other's last stage as well, also once it is over. */
export function sideBySide(reporter: Reporter): [Reporter, Reporter] {
    const stages: [readonly Stage[], readonly Stage[]] = [[], []];
    const side = (index: 0 | 1): Reporter => ({
        ...reporter,
        progress(...own) {
            stages[index] = own;
            reporter.progress(...stages.flat());
        },
    });
    return [side(0), side(1)];
}
