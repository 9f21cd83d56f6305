import { errorOf } from "../support/rejects";
import {
    Empty,
    grpc,
    provider as messages,
    ResourceProviderClient,
    status,
    Struct,
    type grpcLibrary,
    type providerMessages,
} from "./engineStubs";

export type Values = Record<string, unknown>;

/** What the engine keeps of a resource that was made but did not reach its goal. */
export interface PartialState {
    id: string;
    properties: Values;
    reasons: string[];
}

/** A call that a provider refused, as the engine reads it. */
export class RefusedCall extends Error {
    constructor(
        message: string,
        readonly partial: PartialState | undefined,
    ) {
        super(message);
    }
}

/** How a provider refused a call. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusedCall> {
    const error = await errorOf(call);
    if (error instanceof RefusedCall) {
        return error;
    }
    throw error;
}

export interface DiffAnswer {
    changes: "none" | "some" | "unknown";
    replaces: string[];
    deleteBeforeReplace: boolean;
}

/** A resource provider, called as the engine calls it, with plain values. */
export interface ProviderCalls {
    configure(settings: Values, variables?: Record<string, string>): Promise<void>;
    check(urn: string, news: Values, olds?: Values): Promise<{ inputs: Values; failures: Record<string, string>[] }>;
    diff(
        urn: string,
        id: string,
        olds: Values,
        news: Values,
        more?: { oldInputs?: Values; ignoreChanges?: string[] },
    ): Promise<DiffAnswer>;
    create(
        urn: string,
        inputs: Values,
        more?: { preview?: boolean; timeoutSeconds?: number },
    ): Promise<{ id: string; outputs: Values }>;
    read(
        urn: string,
        id: string,
        olds: Values,
        inputs?: Values,
    ): Promise<{ id: string; outputs: Values; inputs: Values }>;
    update(urn: string, id: string, olds: Values, news: Values, more?: { preview?: boolean }): Promise<Values>;
    delete(urn: string, id: string, olds: Values): Promise<void>;
    invoke(token: string, args: Values): Promise<Values>;
    /** What the engine asks of every provider at the first Ctrl-C, and at its own end. */
    cancel(): Promise<void>;
    close(): void;
}

/** The connection that the engine opens to a provider on a port of this machine. */
export function connectToProvider(port: number): ProviderCalls {
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
        "grpc.enable_http_proxy": 0,
    });
    const call = <Answer>(method: string, request: object): Promise<Answer> =>
        new Promise((resolve, reject) => {
            client[method]?.(request, (error, answer) =>
                error === null ? resolve(answer as Answer) : reject(refusal(error)),
            );
        });
    return {
        async configure(settings, variables = {}) {
            const request = new messages.ConfigureRequest();
            request.setArgs(struct(settings));
            Object.entries(variables).forEach(([name, value]) => request.getVariablesMap().set(name, value));
            await call("configure", request);
        },
        async check(urn, news, olds = {}) {
            const request = new messages.CheckRequest();
            request.setUrn(urn).setOlds(struct(olds)).setNews(struct(news));
            const answer = await call<providerMessages.CheckResponse>("check", request);
            return {
                inputs: valuesOf(answer.getInputs()),
                failures: answer
                    .getFailuresList()
                    .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() })),
            };
        },
        async diff(urn, id, olds, news, { oldInputs, ignoreChanges = [] } = {}) {
            const request = new messages.DiffRequest();
            request.setUrn(urn).setId(id).setOlds(struct(olds)).setNews(struct(news));
            request.setIgnorechangesList(ignoreChanges);
            if (oldInputs !== undefined) {
                request.setOldInputs(struct(oldInputs));
            }
            const answer = await call<providerMessages.DiffResponse>("diff", request);
            return {
                changes: (["unknown", "none", "some"] as const)[answer.getChanges()],
                replaces: answer.getReplacesList(),
                deleteBeforeReplace: answer.getDeletebeforereplace(),
            };
        },
        async create(urn, inputs, { preview = false, timeoutSeconds = 0 } = {}) {
            const request = new messages.CreateRequest();
            request.setUrn(urn).setProperties(struct(inputs)).setPreview(preview).setTimeout(timeoutSeconds);
            const answer = await call<providerMessages.CreateResponse>("create", request);
            return { id: answer.getId(), outputs: valuesOf(answer.getProperties()) };
        },
        async read(urn, id, olds, inputs = {}) {
            const request = new messages.ReadRequest();
            request.setUrn(urn).setId(id).setProperties(struct(olds)).setInputs(struct(inputs));
            const answer = await call<providerMessages.ReadResponse>("read", request);
            return {
                id: answer.getId(),
                outputs: valuesOf(answer.getProperties()),
                inputs: valuesOf(answer.getInputs()),
            };
        },
        async update(urn, id, olds, news, { preview = false } = {}) {
            const request = new messages.UpdateRequest();
            request.setUrn(urn).setId(id).setOlds(struct(olds)).setNews(struct(news)).setPreview(preview);
            return valuesOf((await call<providerMessages.UpdateResponse>("update", request)).getProperties());
        },
        async delete(urn, id, olds) {
            const request = new messages.DeleteRequest();
            request.setUrn(urn).setId(id).setProperties(struct(olds));
            await call("delete", request);
        },
        async invoke(token, args) {
            const request = new messages.InvokeRequest();
            request.setTok(token).setArgs(struct(args));
            return valuesOf((await call<providerMessages.InvokeResponse>("invoke", request)).getReturn());
        },
        async cancel() {
            await call("cancel", new Empty());
        },
        close: () => client.close(),
    };
}

function struct(values: Values): ReturnType<typeof Struct.fromJavaScript> {
    const plain = JSON.parse(JSON.stringify(values)) as Parameters<typeof Struct.fromJavaScript>[0];
    return Struct.fromJavaScript(plain);
}

function valuesOf(message: { toJavaScript(): Values } | undefined): Values {
    return message === undefined ? {} : message.toJavaScript();
}

/** A failed initialization travels in the details of the gRPC status. */
function refusal(error: grpcLibrary.ServiceError): RefusedCall {
    const [packed] = error.metadata.get("grpc-status-details-bin");
    if (!Buffer.isBuffer(packed)) {
        return new RefusedCall(error.details, undefined);
    }
    const failed = status.Status.deserializeBinary(packed)
        .getDetailsList()
        .map((detail) =>
            detail.unpack(
                (bytes) => messages.ErrorResourceInitFailed.deserializeBinary(bytes),
                "pulumirpc.ErrorResourceInitFailed",
            ),
        )
        .find((detail) => detail !== null);
    return new RefusedCall(
        error.details,
        failed && {
            id: failed.getId(),
            properties: valuesOf(failed.getProperties()),
            reasons: failed.getReasonsList(),
        },
    );
}
