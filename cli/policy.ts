import type { Command } from "commander";

import type { PolicyArgs } from "../provider/policies/args";
import { requiredAwsPolicy, requiredRamPolicy } from "../provider/policies/requiredPolicies";
import { UsageError } from "./arguments";
import { readDocument } from "./policies";

const makers = { aws: requiredAwsPolicy, ram: requiredRamPolicy };

interface PolicyOptions {
    for: string;
    args?: string;
    account?: string;
    region?: string;
}

/** Without a program's arguments: the quickstart's, on a transit router, whatever the IDs are. */
const anyLink = { alibaba: { cen: { transitRouterId: "*" } } };

export function addPolicy(program: Command): void {
    program
        .command("policy")
        .description("print the smallest policy of a program, as JSON")
        .usage("aws|ram [--for preview|up] [--args FILE] [--account ID] [--region ID]")
        .argument("[cloud]")
        .option("--for <preview|up>", "what it allows: to look, or to make and to destroy too", "up")
        .option(
            "--args <FILE>",
            "the arguments of MultiCloudConnection, as JSON (default: a link by a transit router, with any IDs)",
        )
        .option("--account <ID>", "that cloud's account in the ARNs (default: any)")
        .option("--region <ID>", "that cloud's region in the ARNs (default: any)")
        .showSuggestionAfterError(false)
        .action((cloud: string | undefined, options: PolicyOptions) => {
            if (cloud === undefined || !Object.hasOwn(makers, cloud)) {
                throw new UsageError(
                    `"policy" needs a cloud${cloud === undefined ? "" : `, not "${cloud}"`}. Write aws or ram.`,
                );
            }
            console.log(JSON.stringify(makers[cloud as keyof typeof makers](argsOf(options)), undefined, 4));
        });
}

function argsOf({ for: purpose, args: file, account, region }: PolicyOptions): PolicyArgs {
    if (purpose !== "preview" && purpose !== "up") {
        throw new UsageError(`--for is "${purpose}". Write preview or up.`);
    }
    const given = file === undefined ? anyLink : readDocument("--args", file);
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
        throw new UsageError(`--args ${file ?? ""} holds no object. Write the arguments of MultiCloudConnection.`);
    }
    return {
        ...given,
        for: purpose,
        ...(account !== undefined && { accountId: account }),
        ...(region !== undefined && { region }),
    };
}
