import { createRequire } from "node:module";

export type Severity = "info" | "warning";
type Log = (severity: Severity, urn: string, message: string, ephemeral: boolean) => void;

interface EngineClient {
    log(request: object, callback: () => void): void;
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

let log: Log | undefined | null = null;

/**
 * The engine's log. `pulumi.log` inside a create prints on the stack's output alone, so the engine's address, which the dynamic host gets as its first
 * argument, is called with the resource's URN (measured). undefined where there is no engine, in tests say.
 */
export function engineLog(): Log | undefined {
    log ??= connect(process.argv[2]) ?? undefined;
    return log;
}

function connect(address: string | undefined): Log | undefined {
    if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) {
        return undefined;
    }
    // Resolved from the SDK's own place: a strict package manager does not let this package see grpc.
    const requireBySdk = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));
    const grpc = requireBySdk("@grpc/grpc-js") as { credentials: { createInsecure(): object } };
    const { EngineClient } = requireBySdk("@pulumi/pulumi/proto/engine_grpc_pb") as EngineStubs;
    const messages = requireBySdk("@pulumi/pulumi/proto/engine_pb") as LogMessages;
    const client = new EngineClient(address, grpc.credentials.createInsecure(), {});
    return (severity, urn, message, ephemeral) => {
        const request = new messages.LogRequest();
        request.setSeverity(severity === "warning" ? messages.LogSeverity.WARNING : messages.LogSeverity.INFO);
        request.setMessage(message);
        request.setUrn(urn);
        request.setEphemeral(ephemeral);
        // A message that is lost must not fail a create.
        client.log(request, () => undefined);
    };
}
