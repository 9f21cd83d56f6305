import { createRequire } from "node:module";
import type * as grpcLibrary from "@grpc/grpc-js";
import type * as protobufLibrary from "google-protobuf";
import type * as pluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import type * as providerMessages from "@pulumi/pulumi/proto/provider_pb";
import type * as anyMessages from "google-protobuf/google/protobuf/any_pb";
import type * as statusMessages from "@pulumi/pulumi/proto/status_pb";
import type * as structMessages from "google-protobuf/google/protobuf/struct_pb";
import type * as emptyMessages from "google-protobuf/google/protobuf/empty_pb";

import { boundReading } from "./boundedReader";

/** The engine's protocol as the installed SDK brings it, gRPC and protobuf included: a strict package manager shows them to nobody else. */
const requireBySdk = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));

export const grpc = requireBySdk("@grpc/grpc-js") as typeof grpcLibrary;
export const { PluginInfo } = requireBySdk("@pulumi/pulumi/proto/plugin_pb") as typeof pluginMessages;
export const messages = requireBySdk("@pulumi/pulumi/proto/provider_pb") as typeof providerMessages;
export const { Status } = requireBySdk("@pulumi/pulumi/proto/status_pb") as typeof statusMessages;
export const { Struct } = requireBySdk("google-protobuf/google/protobuf/struct_pb.js") as typeof structMessages;
export const { Any } = requireBySdk("google-protobuf/google/protobuf/any_pb.js") as typeof anyMessages;
export const { Empty } = requireBySdk("google-protobuf/google/protobuf/empty_pb.js") as typeof emptyMessages;

boundReading((requireBySdk("google-protobuf") as typeof protobufLibrary).BinaryReader.prototype);

/** Every method of a resource provider, by name. */
export const resourceProviderService = (
    requireBySdk("@pulumi/pulumi/proto/provider_grpc_pb") as {
        ResourceProviderService: grpcLibrary.ServiceDefinition;
    }
).ResourceProviderService;

export type { providerMessages };
