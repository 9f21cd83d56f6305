import type { World } from "../../simulator/world/world";
import { NoAnswer } from "../../simulator/faults/noAnswer";

/** The next call of this action takes effect, and nobody hears of it. */
export function loseAnswer({ watchers }: World, action: string): void {
    const watcher = {
        done(call: { action: string }): void {
            if (call.action === action) {
                watchers.delete(watcher);
                throw new NoAnswer("reset");
            }
        },
    };
    watchers.add(watcher);
}

/** The line that adopts, as the first message that has one says it. */
export function adoptionIn(diagnostics: readonly string[]): Record<string, string> {
    const [, argument = "", id = ""] = /adopt: \{ (\w+): "([^"]+)" \}/.exec(diagnostics.join("\n")) ?? [];
    return { [argument]: id };
}
