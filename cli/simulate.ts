import type { Command } from "commander";

import { faultKinds, injectFaults } from "../simulator/faults/faults";
import { findScenario, scenarioNames } from "../simulator/scenarios/index";
import type { Simulator } from "../simulator/server";
import { parseFactor, parseWholeNumber, UsageError } from "./arguments";
import { parseFaults } from "./faults";
import { readPolicies } from "./policies";
import { runInEnvironment } from "./runInEnvironment";
import { quickstartLines } from "./quickstart";
import { parseWorldSettings } from "./worldSettings";

interface SimulateOptions {
    port?: string;
    speed?: string;
    scenario: string;
    set?: string[];
    fault?: string[];
    policyAws?: string;
    policyRam?: string;
    json?: true;
    env?: string;
}

export function addSimulate(program: Command, command: string[] | undefined): void {
    program
        .command("simulate")
        .description("serve both clouds, simulated, on this machine")
        .usage(
            "[--port N] [--speed N] [--scenario NAME] [--set NAME=VALUE]... [--fault ACTION=KIND[:TIMES]]... [--policy-aws FILE] [--policy-ram FILE] [--json | --env FILE | -- COMMAND...]",
        )
        .option("--port <N>", "serve AWS on this port and Alibaba Cloud on the next (default: any two free ones)")
        .option("--speed <N>", "simulated seconds in a real one (default: 60)")
        .option("--scenario <NAME>", `the world to start with: ${scenarioNames.join(", ")}`, "default")
        .option(
            "--set <NAME=VALUE>",
            "change a guess, a duration (in simulated seconds) or a quota of that world; may be given several times",
            collect,
        )
        .option(
            "--fault <ACTION=KIND[:TIMES]>",
            `let calls of an action fail, once unless TIMES says how often; KIND is one of: ${Object.keys(faultKinds).join(", ")}; may be given several times`,
            collect,
        )
        .option("--policy-aws <FILE>", "hold the AWS user to the policy in FILE (default: everything is allowed)")
        .option("--policy-ram <FILE>", "the same for the Alibaba Cloud user")
        .option("--json", "print one line of JSON with endpoints, providers, credentials and the world's IDs")
        .option("--env <FILE>", "write the environment to FILE as `export` lines, readable by you alone")
        .showSuggestionAfterError(false)
        .allowExcessArguments()
        .action((options: SimulateOptions, { args }: Command) => {
            const excess = args.at(0);
            if (excess !== undefined) {
                throw new UsageError(`"simulate" takes no argument "${excess}". Write a command behind "--".`);
            }
            return simulate(options, command);
        });
}

function collect(value: string, before: string[] | undefined): string[] {
    return [...(before ?? []), value];
}

async function simulate(options: SimulateOptions, command: string[] | undefined): Promise<void> {
    const chosen = [options.json && "--json", options.env !== undefined && "--env", command && "--"].filter(Boolean);
    if (chosen.length > 1) {
        throw new UsageError(`${chosen.join(" and ")} exclude each other. Give one of them.`);
    }
    if (command?.length === 0) {
        throw new UsageError('There is no command behind "--". Write one, "-- bash" say.');
    }
    const port = options.port === undefined ? undefined : parseWholeNumber("--port", options.port, 1, 65534);
    const speed = options.speed === undefined ? undefined : parseFactor("--speed", options.speed, 100_000);
    try {
        findScenario(options.scenario);
    } catch (error) {
        throw new UsageError((error as Error).message);
    }
    const settings = parseWorldSettings(options.set ?? []);
    const faults = parseFaults(options.fault ?? []);
    const policies = readPolicies(options);
    const ended = command ? undefined : endOfService();
    const { startSimulator } = await import("../simulator/server.js");
    const simulator = await startSimulator({ port, speed, scenario: options.scenario, policies, ...settings });
    injectFaults(simulator.world, faults);
    try {
        if (command !== undefined) {
            if (process.stdin.isTTY && process.stderr.isTTY) {
                console.error(quickstartLines(simulator.description.world).join("\n"));
            }
            process.exitCode = await runInEnvironment(command, simulator.environment);
            return;
        }
        await announce(simulator, options);
        await ended;
    } finally {
        await simulator.close();
    }
}

async function announce(simulator: Simulator, { json, env, scenario }: SimulateOptions): Promise<void> {
    if (json) {
        console.log(JSON.stringify(simulator.description));
    } else if (env !== undefined) {
        const { writeEnvironment } = await import("./writeEnvironment.js");
        await writeEnvironment(env, simulator.environment);
        console.log(`Serving both clouds. In another shell: . ${env}   (Ctrl-C ends it)`);
    } else {
        introduce(simulator, scenario);
    }
}

function endOfService(): Promise<void> {
    return new Promise((resolve) => {
        // A terminal's Ctrl-C comes twice where npm passes it on too: the second one must not cut the end off.
        process.on("SIGINT", () => resolve());
        process.on("SIGTERM", () => resolve());
    });
}

function introduce({ endpoints, description }: Simulator, scenario: string): void {
    console.log(`Scenario "${scenario}": AWS at ${endpoints.directconnect}, Alibaba Cloud at ${endpoints.vpc}`);
    console.log(quickstartLines(description.world).join("\n"));
    console.log("To work in it: simulate -- bash, or simulate --env FILE. Ctrl-C ends it.");
}
