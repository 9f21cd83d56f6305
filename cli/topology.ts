import { Option, type Command } from "commander";

import { addLinkOptions, endAtInterruption, refuseExcess, requestOf, type LinkOptions } from "./link/options";
import { formats, type Format } from "./topology/formats";

interface TopologyOptions extends LinkOptions {
    format: Format;
}

export function addTopology(program: Command, command: string[] | undefined): void {
    addLinkOptions(
        program
            .command("topology")
            .description(
                "draw the link as both clouds show it, and where it is broken, without a write and without the stack's lock",
            )
            .usage("[--stack NAME [--link NAME]] [IDs] [--format mermaid|svg]")
            .addOption(
                new Option("--format <FORMAT>", "text for documents that draw Mermaid, or a picture")
                    .choices(formats)
                    .default("mermaid"),
            ),
    )
        .showSuggestionAfterError(false)
        .allowExcessArguments()
        .action((options: TopologyOptions, { args }: Command) => {
            refuseExcess("topology", args, command);
            return run(options);
        });
}

async function run({ format, ...options }: TopologyOptions): Promise<void> {
    const request = requestOf(options);
    endAtInterruption();
    const { realSurroundings } = await import("./link/surroundings.js");
    const { drawLink } = await import("./topology/run.js");
    const { text, notes } = await drawLink(request, format, realSurroundings());
    for (const note of notes) {
        console.error(note);
    }
    process.stdout.write(text);
}
