import type { Clouds } from "../../../provider/clouds/clouds";
import { connectClouds } from "../../../provider/clouds/connect";
import { readSettings } from "../../../provider/settings/settings";
import { alibabaListener } from "../../../simulator/alibaba/index";
import { awsListener } from "../../../simulator/aws/index";
import { makeCredentials } from "../../../simulator/credentials";
import { environmentOf } from "../../../simulator/environment";
import { injectFaults, type Fault, type InjectedFaults } from "../../../simulator/faults/faults";
import { KeyStore } from "../../../simulator/keys";
import { findScenario } from "../../../simulator/scenarios/index";
import type { WorldIds } from "../../../simulator/scenarios/scenario";
import { endpointsAt } from "../../../simulator/server";
import { ManualClock } from "../../../simulator/world/clock";
import { World, type Caller, type WorldOptions } from "../../../simulator/world/world";
import { Cloud } from "../../../simulator/plugins/cloud";
import { fakeContext, type FakeContext } from "../../support/fakeContext";
import { openWire, type Wire } from "./wire";

/** Two clouds on the wire and a handler's context in front of them, all in one virtual time. */
export interface Bench {
    world: World;
    ids: WorldIds & { vbrId: string; hostedConnectionId: string };
    context: FakeContext;
    /** The clouds as the official providers reach them: for what a test prepares. */
    official: { aws: Cloud; alibaba: Cloud };
    /** What may be shown nowhere. */
    secrets: string[];
    /** Makes the context's clouds anew, as another process would: they remember whose account they are in. */
    connect(): void;
    /** Lets the world go on, with nobody waiting. */
    pass: (seconds: number) => Promise<void>;
    inject(fault: Fault): InjectedFaults;
    close(): void;
}

export interface BenchOptions extends WorldOptions {
    scenario?: string;
    configuration?: Record<string, string>;
}

/** So short that a healthy run takes few looks, and long enough that each wait has some. */
const durations = { backendConfiguration: 20, confirmToAvailable: 10, bgpSession: 15 };

let wires: Promise<{ aws: Wire; alibaba: Wire }> | undefined;

export async function openBench({
    scenario: name = "default",
    configuration,
    ...options
}: BenchOptions): Promise<Bench> {
    wires ??= openWires();
    const { aws, alibaba } = await wires;
    const scenario = findScenario(name);
    const clock = new ManualClock();
    const world = new World(clock, {
        durations: { ...durations, ...scenario.durations, ...options.durations },
        guesses: { ...scenario.guesses, ...options.guesses },
        quotas: options.quotas,
    });
    const keys = new KeyStore();
    const credentials = makeCredentials(world, keys);
    const ids = scenario.build(world) as Bench["ids"];
    world.changed();
    aws.serve(awsListener(world, keys));
    alibaba.serve(alibabaListener(world, keys));

    const environment = environmentOf(endpointsAt(aws.url, alibaba.url), credentials, "");
    const restore = setEnvironment(environment);
    const settings = readSettings({ get: (key) => configuration?.[key] }, environment);
    const context = fakeContext(undefined as unknown as Clouds, (now) => clock.advance((now - clock.now()) / 1000));
    const connect = (): void => {
        context.clouds = connectClouds(settings, context.clock);
    };
    connect();
    return {
        world,
        ids,
        context,
        official: {
            aws: new Cloud(world, callerOf(keys, credentials.aws.accessKeyId)),
            alibaba: new Cloud(world, callerOf(keys, credentials.alibaba.accessKeyId)),
        },
        secrets: [credentials.aws.secretAccessKey, credentials.alibaba.accessKeySecret],
        inject: (fault) =>
            injectFaults(world, [fault], (kind) => {
                if (kind.startsWith("silence")) {
                    context.clock.workHangs();
                }
            }),
        connect,
        pass: (seconds) => context.clock.sleep(seconds * 1000),
        close() {
            aws.hangUp();
            alibaba.hangUp();
            clock.stop();
            restore();
        },
    };
}

/** Closes the two ports; the next bench opens new ones. */
export async function closeWires(): Promise<void> {
    const opened = await wires;
    wires = undefined;
    await Promise.all([opened?.aws.close(), opened?.alibaba.close()]);
}

async function openWires(): Promise<{ aws: Wire; alibaba: Wire }> {
    // Alibaba Cloud's client keeps its connections for all that come after it; each client of AWS has its own.
    return { aws: await openWire(false), alibaba: await openWire(true) };
}

function callerOf(keys: KeyStore, accessKeyId: string): Caller {
    const key = keys.find(accessKeyId);
    if (key === undefined) {
        throw new Error(`There is no key ${accessKeyId}.`);
    }
    return key.caller;
}

/** The AWS SDK reads its endpoints from the process's own environment. Answers how to put that back. */
function setEnvironment(environment: Record<string, string>): () => void {
    const names = Object.keys(environment).filter((name) => name.startsWith("AWS_ENDPOINT_URL_"));
    const before = names.map((name) => [name, process.env[name]] as const);
    names.forEach((name) => (process.env[name] = environment[name]));
    return () => {
        for (const [name, value] of before) {
            if (value === undefined) {
                Reflect.deleteProperty(process.env, name);
            } else {
                process.env[name] = value;
            }
        }
    };
}
