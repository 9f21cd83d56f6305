import { scenarios } from "./catalogue";
import type { Scenario } from "./scenario";

export const scenarioNames: readonly string[] = Object.keys(scenarios);
/** Those in which the link comes up by itself. */
export const healthyScenarioNames: readonly string[] = scenarioNames.filter((name) => scenarios[name]?.comesUp);

export function findScenario(name: string): Scenario {
    const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
    if (scenario === undefined) {
        throw new Error(`Scenario "${name}" does not exist. Choose one of: ${scenarioNames.join(", ")}.`);
    }
    return scenario;
}
