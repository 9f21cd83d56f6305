import type { Command } from "commander";

import { addLinkOptions, endAtInterruption, refuseExcess, requestOf, type LinkOptions } from "./link/options";

interface DoctorOptions extends LinkOptions {
    json?: true;
}

export function addDoctor(program: Command, command: string[] | undefined): void {
    addLinkOptions(
        program
            .command("doctor")
            .description(
                "say, without a write and without the stack's lock, what keeps traffic from passing, and what mends it. Exit code 0: all is well; 1: it is not",
            )
            .usage("[--stack NAME [--link NAME]] [IDs] [--json]"),
    )
        .option("--json", "print the report as one line of JSON")
        .showSuggestionAfterError(false)
        .allowExcessArguments()
        .action((options: DoctorOptions, { args }: Command) => {
            refuseExcess("doctor", args, command);
            return run(options);
        });
}

async function run(options: DoctorOptions): Promise<void> {
    const request = requestOf(options);
    endAtInterruption();
    const { realSurroundings } = await import("./link/surroundings.js");
    const { examine } = await import("./doctor/run.js");
    const report = await examine(request, realSurroundings());
    if (options.json) {
        console.log(JSON.stringify(report));
    } else {
        const { screenOf } = await import("./doctor/screen.js");
        const { paintFor } = await import("./doctor/paint.js");
        console.log(screenOf(report, paintFor(process.stdout, process.env)));
    }
    process.exitCode = report.isWell ? 0 : 1;
}
