import { Empty, EngineService, grpc, type engineMessages, type grpcLibrary } from "./engineStubs";

/** A message that the dynamic host sent to the engine. */
export interface LogLine {
    severity: "debug" | "info" | "warning" | "error";
    urn: string;
    message: string;
    ephemeral: boolean;
}

/** The engine's side of a dynamic host: it takes messages. */
export interface FakeEngine {
    address: string;
    lines: LogLine[];
    /** How many messages were under way together: the real engine takes such in any order. */
    mostAtOnce(): number;
    /** Settles when a message fits, one that came before too; of the resource whose URN ends so, where one is named. */
    said(pattern: RegExp, resource?: string): Promise<LogLine>;
    /** Ends at once, as a killed engine does; its port refuses from then on. */
    close(): void;
}

/** Long enough for another message to come before. */
const answerMilliseconds = 20;

const severities = ["debug", "info", "warning", "error"] as const;

export async function startFakeEngine(): Promise<FakeEngine> {
    const lines: LogLine[] = [];
    const listeners = new Set<(line: LogLine) => void>();
    let underWay = 0;
    let mostAtOnce = 0;
    const server = new grpc.Server();
    server.addService(EngineService, {
        log(
            { request }: grpcLibrary.ServerUnaryCall<engineMessages.LogRequest, unknown>,
            reply: grpcLibrary.sendUnaryData<unknown>,
        ) {
            const line: LogLine = {
                severity: severities[request.getSeverity()],
                urn: request.getUrn(),
                message: request.getMessage(),
                ephemeral: request.getEphemeral(),
            };
            lines.push(line);
            listeners.forEach((listener) => listener(line));
            underWay += 1;
            mostAtOnce = Math.max(mostAtOnce, underWay);
            setTimeout(() => {
                underWay -= 1;
                reply(null, new Empty());
            }, answerMilliseconds);
        },
    });
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
            error === null ? resolve(bound) : reject(error),
        );
    });
    return {
        address: `127.0.0.1:${port}`,
        lines,
        mostAtOnce: () => mostAtOnce,
        said: (pattern, resource = "") =>
            new Promise((resolve) => {
                const fits = ({ urn, message }: LogLine): boolean => urn.endsWith(resource) && pattern.test(message);
                const look = (line: LogLine): void => {
                    if (fits(line)) {
                        listeners.delete(look);
                        resolve(line);
                    }
                };
                const earlier = lines.find(fits);
                if (earlier === undefined) {
                    listeners.add(look);
                } else {
                    resolve(earlier);
                }
            }),
        close: () => server.forceShutdown(),
    };
}
