import { text } from "node:stream/consumers";
import type { Command } from "commander";

import { forgetReplaced } from "../provider/unmanaged/adoptLine";
import { UsageError } from "./arguments";
import { withoutReplaced } from "./forgetReplaced/state";

export function addForgetReplaced(program: Command, command: string[] | undefined): void {
    program
        .command("forget-replaced")
        .description(
            "pass an exported state on without what an interrupted replacement has left in it for ever: that is deleted in the cloud, and replaced",
        )
        .usage(`in between: ${forgetReplaced}`)
        .showSuggestionAfterError(false)
        .allowExcessArguments()
        .action((_options: object, { args }: Command) => {
            const excess = args.at(0) ?? (command && "--");
            if (excess !== undefined || process.stdin.isTTY) {
                throw new UsageError(`"forget-replaced" reads a state from standard input. Write: ${forgetReplaced}`);
            }
            return run();
        });
}

async function run(): Promise<void> {
    const { state, forgotten } = withoutReplaced(await text(process.stdin));
    process.stdout.write(`${state}\n`);
    console.error(
        forgotten.length === 0
            ? "Nothing in this state was left by an interrupted replacement."
            : `Left out, since it is deleted in the cloud and replaced: ${forgotten.join(", ")}.`,
    );
}
