/** What was typed cannot be done: exit code 2, of `wait` 1. */
export class UsageError extends Error {}

/** Everything behind `--` is a command to run, and none of ours to read. */
export function splitCommand(argv: string[]): { own: string[]; command: string[] | undefined } {
    const at = argv.indexOf("--");
    return at < 0 ? { own: argv, command: undefined } : { own: argv.slice(0, at), command: argv.slice(at + 1) };
}

/** A whole number between two bounds, or a line that says so. */
export function parseWholeNumber(option: string, text: string, least: number, most: number): number {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
        throw new UsageError(`${option} is "${text}"; give a whole number from ${least} to ${most}.`);
    }
    return number;
}

/** A number above 0, or a line that says so. */
export function parseFactor(option: string, text: string, most: number): number {
    const number = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || number <= 0 || number > most) {
        throw new UsageError(`${option} is "${text}"; give a number above 0, at most ${most}.`);
    }
    return number;
}
