import { guesses, type GuessName } from "../simulator/world/guesses";
import { durations, quotas } from "../simulator/world/limits";
import type { SimulatorOptions } from "../simulator/server";
import { UsageError } from "./arguments";

type WorldSettings = Required<Pick<SimulatorOptions, "guesses" | "durations" | "quotas">>;

/** What `--set NAME=VALUE` changes of a world: a guess, a duration in simulated seconds, or a quota. */
export function parseWorldSettings(given: readonly string[]): WorldSettings {
    const settings: WorldSettings = { guesses: {}, durations: {}, quotas: {} };
    for (const text of given) {
        const [name = "", value = ""] = text.split(/=(.*)/s);
        if (Object.hasOwn(guesses, name)) {
            Object.assign(settings.guesses, { [name]: readAnswer(text, name as GuessName, value) });
        } else if (Object.hasOwn(durations, name)) {
            Object.assign(settings.durations, {
                [name]: readNumber(text, value, /^\d{1,10}(\.\d{1,10})?$/, "seconds"),
            });
        } else if (Object.hasOwn(quotas, name)) {
            Object.assign(settings.quotas, { [name]: readNumber(text, value, /^\d{1,10}$/, "a whole number") });
        } else {
            const names = [guesses, durations, quotas].flatMap((table) => Object.keys(table));
            throw new UsageError(`--set is "${text}"; write NAME=VALUE, NAME one of: ${names.join(", ")}.`);
        }
    }
    return settings;
}

function readAnswer(text: string, name: GuessName, value: string): string {
    const answers: string[] = [guesses[name].assumed, ...guesses[name].alternatives];
    if (!answers.includes(value)) {
        throw new UsageError(`--set is "${text}"; the answer is one of: ${answers.join(", ")}.`);
    }
    return value;
}

/** Of any more digits no date could be made. */
function readNumber(text: string, value: string, form: RegExp, what: string): number {
    if (!form.test(value)) {
        throw new UsageError(`--set is "${text}"; the value is ${what}, 0 or more, of at most 10 digits.`);
    }
    return Number(value);
}
