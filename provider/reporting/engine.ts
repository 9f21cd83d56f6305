import { createRequire } from "node:module";

import { systemClock } from "../waiting/clock";

export type Severity = "info" | "warning";

/** The engine as its dynamic host sees it. */
export interface Engine {
    /** A message on the line of the resource with this URN. */
    log(severity: Severity, urn: string, message: string, ephemeral: boolean): void;
    /** Settles when every message so far has arrived, or is lost. The engine may end the host right after its last answer. */
    delivered(): Promise<void>;
    /** Calls back once, when a connection that stood is gone and the engine takes no new one. */
    onGone(callback: () => void): void;
}

/** What is used of `@grpc/grpc-js`: the package itself is not resolvable from here. */
interface Channel {
    getConnectivityState(tryToConnect: boolean): number;
    watchConnectivityState(currentState: number, deadline: number, callback: () => void): void;
}

interface EngineClient {
    log(request: object, options: { deadline: number }, callback: () => void): void;
    getChannel(): Channel;
}

interface Grpc {
    credentials: { createInsecure(): object };
    connectivityState: { READY: number; TRANSIENT_FAILURE: number };
}

interface EngineStubs {
    EngineClient: new (address: string, credentials: object, options: object) => EngineClient;
}

interface LogMessages {
    LogRequest: new () => {
        setSeverity(severity: number): void;
        setMessage(message: string): void;
        setUrn(urn: string): void;
        setEphemeral(ephemeral: boolean): void;
    };
    LogSeverity: { INFO: number; WARNING: number };
}

/** A message that does not arrive must neither fail nor delay a create. */
const deliveryMilliseconds = 2000;

let engine: Engine | undefined | null = null;

/** The engine that started this process; undefined where none did: in tests and in a program. */
export function currentEngine(): Engine | undefined {
    if (engine === null) {
        const address = engineAddress(process.argv.slice(2));
        engine = address === undefined ? undefined : connect(address);
    }
    return engine;
}

/** The host's last argument; flags for logging and tracing may stand before it (measured: `--logtostderr -v=1 127.0.0.1:40291`). */
export function engineAddress(hostArguments: readonly string[]): string | undefined {
    return [hostArguments.at(-1) ?? ""].find((text) => /^[\w.[\]:-]+:\d+$/.test(text));
}

function connect(address: string): Engine {
    // Resolved from the SDK's own place: a strict package manager does not let this package see grpc.
    const requireBySdk = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));
    const grpc = requireBySdk("@grpc/grpc-js") as Grpc;
    const { EngineClient } = requireBySdk("@pulumi/pulumi/proto/engine_grpc_pb") as EngineStubs;
    const messages = requireBySdk("@pulumi/pulumi/proto/engine_pb") as LogMessages;
    // A proxy of the environment has no way to the engine.
    const client = new EngineClient(address, grpc.credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
    // One after the other: the engine takes calls that are under way together in any order (measured).
    let delivered: Promise<void> = Promise.resolve();
    return {
        log(severity, urn, message, ephemeral) {
            const request = new messages.LogRequest();
            request.setSeverity(severity === "warning" ? messages.LogSeverity.WARNING : messages.LogSeverity.INFO);
            request.setMessage(message);
            request.setUrn(urn);
            request.setEphemeral(ephemeral);
            delivered = delivered.then(
                () =>
                    new Promise((resolve) => {
                        const deadline = systemClock.now() + deliveryMilliseconds;
                        client.log(request, { deadline }, () => resolve());
                    }),
            );
        },
        delivered: () => delivered,
        onGone: (callback) => watch(client.getChannel(), grpc.connectivityState, callback),
    };
}

/** A channel that closes goes idle and is asked to connect again: only what then refuses is gone. */
function watch(channel: Channel, states: Grpc["connectivityState"], onGone: () => void): void {
    let wasReady = false;
    const look = (): void => {
        const state = channel.getConnectivityState(true);
        wasReady ||= state === states.READY;
        if (wasReady && state === states.TRANSIENT_FAILURE) {
            onGone();
        } else {
            channel.watchConnectivityState(state, Infinity, look);
        }
    };
    look();
}
