import { createRequire } from "node:module";
import type * as grpcLibrary from "@grpc/grpc-js";
import type * as engineMessages from "@pulumi/pulumi/proto/engine_pb";
import type * as providerMessages from "@pulumi/pulumi/proto/provider_pb";
import type * as statusMessages from "@pulumi/pulumi/proto/status_pb";
import type { Empty as EmptyMessage } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";

/** The engine's protocol from the installed SDK's own place, so that one copy of gRPC and protobuf meets itself. */
const requireBySdk = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));

export const grpc = requireBySdk("@grpc/grpc-js") as typeof grpcLibrary;
export const engine = requireBySdk("@pulumi/pulumi/proto/engine_pb") as typeof engineMessages;
export const provider = requireBySdk("@pulumi/pulumi/proto/provider_pb") as typeof providerMessages;
export const status = requireBySdk("@pulumi/pulumi/proto/status_pb") as typeof statusMessages;
export const { Empty } = requireBySdk("google-protobuf/google/protobuf/empty_pb.js") as { Empty: typeof EmptyMessage };
export const { Struct } = requireBySdk("google-protobuf/google/protobuf/struct_pb.js") as {
    Struct: typeof StructMessage;
};

export const { EngineService } = requireBySdk("@pulumi/pulumi/proto/engine_grpc_pb") as {
    EngineService: grpcLibrary.ServiceDefinition;
};

type Reply = (error: grpcLibrary.ServiceError | null, answer?: unknown) => void;

/** A call of the protocol, by its name in lower camel case. */
export type ProviderClient = grpcLibrary.Client & Record<string, (request: object, reply: Reply) => void>;

export const { ResourceProviderClient } = requireBySdk("@pulumi/pulumi/proto/provider_grpc_pb") as {
    ResourceProviderClient: new (
        address: string,
        credentials: grpcLibrary.ChannelCredentials,
        options: object,
    ) => ProviderClient;
};

export type { engineMessages, grpcLibrary, providerMessages, statusMessages };
