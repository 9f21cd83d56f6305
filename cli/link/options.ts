import { constants } from "node:os";
import type { Command } from "commander";

import { UsageError } from "../arguments";
import { idsAmong } from "./ids";
import type { LinkRequest } from "./known";

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

/** What tells which link is meant, as commander hands it over. */
export interface LinkOptions extends Partial<Record<(typeof idNames)[number], string>> {
    stack?: string;
    link?: string;
    alibabaVpcId?: string[];
}

/** The options of a command that looks at a link. */
export function addLinkOptions(command: Command): Command {
    return command
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
        );
}

function collect(value: string, before: string[] | undefined): string[] {
    return [...(before ?? []), value];
}

export function requestOf({ stack, link, alibabaVpcId, ...given }: LinkOptions): LinkRequest {
    const ids = idsAmong(idNames, given);
    return { stack, link, ids: alibabaVpcId === undefined ? ids : { ...ids, alibabaVpcIds: alibabaVpcId } };
}

/** Such a command takes nothing else, neither a word nor a command behind "--". */
export function refuseExcess(name: string, values: readonly string[], command: string[] | undefined): void {
    const excess = values.at(0) ?? (command && "--");
    if (excess !== undefined) {
        throw new UsageError(`"${name}" takes no argument "${excess}". Name the stack with --stack, or give IDs.`);
    }
}

/** It writes nothing, so it may end anywhere. */
export function endAtInterruption(): void {
    process.on("SIGINT", () => {
        console.error("Interrupted; nothing was written.");
        process.exit(128 + constants.signals.SIGINT);
    });
}
