import type { Use } from "./args";
import type { Condition, Grant, Row } from "./row";

export interface PolicyStatement {
    Effect: "Allow";
    Action: string[];
    Resource: string[];
    Condition?: Condition;
}

/** A statement for each set of resources, with all actions on it; in a fixed order, so that a changed policy shows as what has changed. */
export function statementsOf(rows: readonly Row[], use: Use): PolicyStatement[] {
    const byGrant = new Map<string, { grant: Grant; actions: Set<string> }>();
    for (const { action, on, when } of rows) {
        for (const grant of when?.(use) === false ? [] : on(use)) {
            const key = JSON.stringify(grant);
            const { actions } = byGrant.get(key) ?? { actions: new Set<string>() };
            byGrant.set(key, { grant, actions: actions.add(action) });
        }
    }
    return [...byGrant.values()].map(({ grant: { resources, condition }, actions }) => ({
        Effect: "Allow",
        Action: [...actions].sort(),
        Resource: [...resources],
        ...(condition && { Condition: condition }),
    }));
}
