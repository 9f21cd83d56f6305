import { constants } from "node:os";
import type { Command } from "commander";

import { UsageError } from "./arguments";
import { idsAmong } from "./link/ids";
import type { LinkRequest } from "./link/known";

const idNames = [
    "vbrId",
    "connectionId",
    "virtualInterfaceId",
    "bgpPeerId",
    "vpnGatewayId",
    "vpcId",
    "cenId",
    "transitRouterId",
] as const;

interface DoctorOptions extends Partial<Record<(typeof idNames)[number], string>> {
    stack?: string;
    link?: string;
    alibabaVpcId?: string[];
    json?: true;
}

export function addDoctor(program: Command, command: string[] | undefined): void {
    program
        .command("doctor")
        .description(
            "say, without a write and without the stack's lock, what keeps traffic from passing, and what mends it. Exit code 0: all is well; 1: it is not",
        )
        .usage("[--stack NAME [--link NAME]] [IDs] [--json]")
        .option(
            "--stack <NAME>",
            "read IDs and settings from this stack (default: the selected one, unless IDs are given)",
        )
        .option("--link <NAME>", "the component's name, where the stack holds several")
        .option("--vbr-id <ID>", "the VBR")
        .option("--connection-id <ID>", "the hosted connection")
        .option("--virtual-interface-id <ID>", "the private virtual interface")
        .option("--bgp-peer-id <ID>", "the VBR's BGP peer")
        .option("--vpn-gateway-id <ID>", "the virtual private gateway")
        .option("--vpc-id <ID>", "the VPC at AWS")
        .option("--cen-id <ID>", "the CEN")
        .option("--transit-router-id <ID>", "its Enterprise transit router")
        .option(
            "--alibaba-vpc-id <ID>",
            "a VPC at Alibaba Cloud that the link is for; may be given several times",
            collect,
        )
        .option("--json", "print the report as one line of JSON")
        .showSuggestionAfterError(false)
        .allowExcessArguments()
        .action((options: DoctorOptions, { args }: Command) => {
            const excess = args.at(0) ?? (command && "--");
            if (excess !== undefined) {
                throw new UsageError(
                    `"doctor" takes no argument "${excess}". Name the stack with --stack, or give IDs.`,
                );
            }
            return run(options);
        });
}

function collect(value: string, before: string[] | undefined): string[] {
    return [...(before ?? []), value];
}

function requestOf({ stack, link, alibabaVpcId, ...given }: DoctorOptions): LinkRequest {
    const ids = idsAmong(idNames, given);
    return { stack, link, ids: alibabaVpcId === undefined ? ids : { ...ids, alibabaVpcIds: alibabaVpcId } };
}

async function run(options: DoctorOptions): Promise<void> {
    const request = requestOf(options);
    // It writes nothing, so it may end anywhere.
    process.on("SIGINT", () => {
        console.error("Interrupted; nothing was written.");
        process.exit(128 + constants.signals.SIGINT);
    });
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
