import type { Metadata, ServerErrorResponse } from "@grpc/grpc-js";

import { UnfinishedResource } from "./resources";
import { Any, grpc, messages, Status } from "./stubs";
import { messageOf } from "./values";

/** An error as the engine reads it: its text is the line that it prints, and a resource that is there goes into the state. */
export function refusalOf(error: unknown): Pick<ServerErrorResponse, "code" | "details" | "metadata"> {
    const details = error instanceof Error ? error.message : String(error);
    const refusal = { code: grpc.status.UNKNOWN, details };
    return error instanceof UnfinishedResource ? { ...refusal, metadata: statusDetails(error) } : refusal;
}

/** gRPC's richer errors, under the name that gRPC gives them (pulumi/pulumi, `sdk/nodejs/provider/server.ts`). */
function statusDetails({ id, outputs, message }: UnfinishedResource): Metadata {
    const failed = new messages.ErrorResourceInitFailed();
    failed.setId(id);
    failed.setProperties(messageOf(outputs));
    failed.setReasonsList([message]);
    const detail = new Any();
    detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status();
    status.setCode(grpc.status.UNKNOWN);
    status.setMessage(message);
    status.addDetails(detail);
    const metadata = new grpc.Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return metadata;
}
