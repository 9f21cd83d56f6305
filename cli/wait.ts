import { constants } from "node:os";
import { Option, type Command } from "commander";

import { UsageError } from "./arguments";
import { goalNames, requestOf, type WaitOptions } from "./wait/request";

export function addWait(program: Command, command: string[] | undefined): void {
    program
        .command("wait")
        .description(
            "wait, without a write and without the stack's lock, until a step of the link is done. Exit code 0: ready; 75: not yet; 1: no waiting helps",
        )
        .usage("--for backend|available|bgp-up [--timeout D] [--stack NAME [--link NAME]] [IDs] [--json]")
        .addOption(
            new Option(
                "--for <STEP>",
                "backend: Alibaba's end is configured; available: so is the AWS hosted connection; bgp-up: BGP is up on both sides",
            )
                .choices(goalNames)
                .makeOptionMandatory(),
        )
        .option("--timeout <D>", "how long, such as 30s, 20m or 1h30m; 0 looks once (default: 45m)")
        .option(
            "--stack <NAME>",
            "read IDs and settings from this stack (default: the selected one, if IDs are missing)",
        )
        .option("--link <NAME>", "the component's name, where the stack holds several")
        .option("--vbr-id <ID>", "the VBR")
        .option("--access-point-id <ID>", "find the VBR by its access point (backend)")
        .option("--connection-id <ID>", "the hosted connection (available, bgp-up)")
        .option("--virtual-interface-id <ID>", "the private virtual interface (bgp-up)")
        .option("--bgp-peer-id <ID>", "the VBR's BGP peer (bgp-up; default: the one with the interface's AWS address)")
        .option("--json", "print the result as one line of JSON")
        .showSuggestionAfterError(false)
        .allowExcessArguments()
        .action((options: WaitOptions, { args }: Command) => {
            const excess = args.at(0) ?? (command && "--");
            if (excess !== undefined) {
                throw new UsageError(`"wait" takes no argument "${excess}". Name the step with --for.`);
            }
            return run(options);
        });
}

async function run(options: WaitOptions): Promise<void> {
    const request = requestOf(options);
    // It writes nothing, so it may end anywhere.
    process.on("SIGINT", () => {
        console.error("Interrupted; nothing was written.");
        process.exit(128 + constants.signals.SIGINT);
    });
    const { realSurroundings } = await import("./link/surroundings.js");
    const { wait } = await import("./wait/run.js");
    const result = await wait(request, realSurroundings());
    const { exitCode, message } = result;
    if (exitCode !== 0 || options.json) {
        console.error(message);
    }
    if (options.json) {
        console.log(JSON.stringify({ for: request.goal, ...result }));
    } else if (exitCode === 0) {
        console.log(message);
    }
    process.exitCode = exitCode;
}
