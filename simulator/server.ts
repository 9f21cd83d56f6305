import type { ServiceName } from "./action";
import { alibabaListener } from "./alibaba/index";
import { awsListener } from "./aws/index";
import { makeCredentials, type Credentials } from "./credentials";
import { environmentOf } from "./environment";
import { withInspection } from "./inspection";
import { KeyStore } from "./keys";
import { listen, loopback } from "./listen";
import { policiesFor, type PolicyDocuments } from "./permissions/attach";
import { startPlugins } from "./plugins/index";
import { findScenario } from "./scenarios/index";
import type { WorldIds } from "./scenarios/scenario";
import { ScaledClock, type WorldClock } from "./world/clock";
import { World, type WorldOptions } from "./world/world";

/** URLs with scheme. */
export type Endpoints = Record<ServiceName, string>;

export interface SimulatorOptions extends WorldOptions {
    /** AWS is served on it, Alibaba Cloud on the next. Default: any two that are free. */
    port?: number;
    /** Simulated seconds in a real one. Default 60. */
    speed?: number;
    /** Default "default". */
    scenario?: string;
    /** Instead of a clock at `speed`. */
    clock?: WorldClock;
    /** What the simulator's own users may do, as documents of AWS IAM and Alibaba Cloud RAM. Default: everything. */
    policies?: PolicyDocuments;
}

/** What `simulate --json` prints. */
export interface SimulatorDescription {
    endpoints: Endpoints;
    providers: string;
    credentials: Credentials;
    world: WorldIds;
}

export interface Simulator {
    world: World;
    /** To add users, of other accounts say. */
    keys: KeyStore;
    endpoints: Endpoints;
    /** The value for PULUMI_DEBUG_PROVIDERS. */
    providers: string;
    description: SimulatorDescription;
    environment: Record<string, string>;
    /** Other policies for the simulator's own users, from now on. */
    permit(documents: PolicyDocuments): void;
    close(): Promise<void>;
}

export const defaultSpeed = 60;

/** Both clouds and the stand-ins for the official providers, on loopback. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
    const { port = 0, speed = defaultSpeed } = options;
    const scenario = findScenario(options.scenario ?? "default");
    const world = new World(options.clock ?? new ScaledClock(speed), {
        ...options,
        durations: { ...scenario.durations, ...options.durations },
        guesses: { ...scenario.guesses, ...options.guesses },
    });
    const keys = new KeyStore();
    const credentials = makeCredentials(world, keys);
    const permit = (documents: PolicyDocuments): void => {
        for (const { accessKeyId } of [credentials.aws, credentials.alibaba]) {
            const { caller } = keys.find(accessKeyId) ?? {};
            Object.assign(caller ?? {}, { policies: caller && policiesFor(caller.cloud, documents) });
        }
    };
    permit(options.policies ?? {});
    const ids = scenario.build(world);
    world.changed();

    const closers: (() => Promise<void>)[] = [];
    const close = async (): Promise<void> => {
        world.clock.stop();
        await Promise.all(closers.splice(0).map((closer) => closer()));
    };
    try {
        const aws = await listen(withInspection(world, speed, awsListener(world, keys)), port);
        closers.push(() => aws.close());
        const alibaba = await listen(alibabaListener(world, keys), port === 0 ? 0 : port + 1);
        closers.push(() => alibaba.close());
        const plugins = await startPlugins(world, keys, credentials);
        closers.push(() => {
            plugins.close();
            return Promise.resolve();
        });

        const endpoints = endpointsAt(urlAt(aws.port), urlAt(alibaba.port));
        const providers = `aws:${plugins.port},alicloud:${plugins.port}`;
        return {
            world,
            keys,
            endpoints,
            providers,
            description: { endpoints, providers, credentials, world: ids },
            environment: environmentOf(endpoints, credentials, providers),
            permit,
            close,
        };
    } catch (error) {
        await close();
        throw error;
    }
}

/** Both clouds' services, by the URL of each cloud. */
export function endpointsAt(aws: string, alibaba: string): Endpoints {
    return {
        directconnect: aws,
        ec2: aws,
        awsSts: aws,
        vpc: alibaba,
        cbn: alibaba,
        ecs: alibaba,
        bssopenapi: alibaba,
        alibabaSts: alibaba,
    };
}

function urlAt(port: number): string {
    return `http://${loopback}:${port}`;
}
