#!/usr/bin/env node
import { Command, CommanderError } from "commander";

import { splitCommand, UsageError } from "./arguments";
import { addDoctor } from "./doctor";
import { addForgetReplaced } from "./forgetReplaced";
import { addPolicy } from "./policy";
import { addSimulate } from "./simulate";
import { addTopology } from "./topology";
import { addWait } from "./wait";

async function main(): Promise<void> {
    const { own, command } = splitCommand(process.argv.slice(2));
    const program = programWith(command);
    const names = program.commands.map((subcommand) => subcommand.name());
    const first = own.at(0);
    if (first === undefined) {
        throw new UsageError(`No subcommand is given. Choose one of: ${names.join(", ")}; --help explains them.`);
    }
    if (!first.startsWith("-") && !names.includes(first)) {
        throw new UsageError(`Subcommand "${first}" does not exist. Choose one of: ${names.join(", ")}.`);
    }
    for (const each of [program, ...program.commands]) {
        each.exitOverride();
    }
    await program.parseAsync(own, { from: "user" });
}

function programWith(command: string[] | undefined): Command {
    const program = new Command("pulumi-multicloud-connection")
        .description("Join Alibaba Cloud and AWS over a private circuit: the tools beside the Pulumi component.")
        .helpCommand(false)
        .configureOutput({ writeErr: () => undefined });
    addSimulate(program, command);
    addWait(program, command);
    addDoctor(program, command);
    addForgetReplaced(program, command);
    addTopology(program, command);
    addPolicy(program);
    return program;
}

/** Commander's own refusals become one line with subject, state and fix. */
function explain(error: CommanderError, own: string[]): string {
    const text = error.message.replace(/^error: /, "").replace(/\.$/, "");
    const flags = flagsOf(own[0]);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}. Valid options: ${flags}.`;
}

function flagsOf(subcommand: string | undefined): string {
    const known = programWith(undefined).commands.find((each) => each.name() === subcommand);
    return [...(known?.options ?? []).map(({ flags }) => flags), "--help"].join(", ");
}

/** What was typed cannot be done. Of `wait`, every exit code but 0 and 75 says that no waiting helps, of `doctor` every one but 0 that all is not well; 1 is the one that both document. */
const usageExitCode = ["wait", "doctor"].includes(process.argv[2] ?? "") ? 1 : 2;

main().catch((error: unknown) => {
    if (error instanceof CommanderError) {
        if (error.exitCode === 0) {
            return;
        }
        console.error(explain(error, process.argv.slice(2)));
        process.exitCode = usageExitCode;
        return;
    }
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof UsageError ? usageExitCode : 1;
});
