import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { readBody } from "../body";
import { callAction } from "../call";
import type { KeyStore } from "../keys";
import { CloudError } from "../world/cloudError";
import type { World } from "../world/world";
import { cborRefusal, isCbor } from "./cbor";
import { parseRequest, type ParsedRequest } from "./protocols";
import { awsServices, stsService } from "./services";
import { verifySignature } from "./signature";

export { awsServices };

/** Direct Connect (awsJson 1.1), EC2 (ec2Query) and STS (awsQuery) on one port, each with SigV4. */
export function awsListener(world: World, keys: KeyStore): RequestListener {
    const services = { ...awsServices, awsSts: stsService(keys) };

    async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const requestId = randomUUID();
        const send = (status: number, contentType: string, body: string | Buffer): void => {
            response.writeHead(status, { "content-type": contentType, "x-amzn-requestid": requestId });
            response.end(body);
        };
        const body = await readBody(request);
        if (body === undefined) {
            send(413, "text/plain", "Request Entity Too Large");
            return;
        }
        if (isCbor(request.headers)) {
            response.setHeader("smithy-protocol", "rpc-v2-cbor");
            send(415, "application/cbor", cborRefusal());
            return;
        }
        const parsed = parseRequest(request.headers, body);
        if (parsed === undefined) {
            send(
                415,
                "application/json",
                JSON.stringify({ __type: "UnsupportedMediaType", message: "awsJson 1.1 and query only" }),
            );
            return;
        }
        const { protocol } = parsed;
        try {
            const output = await run(request, body, parsed);
            send(200, protocol.contentType, protocol.answer(parsed.action, requestId, output));
        } catch (error) {
            const refusal =
                error instanceof CloudError ? error : protocol.fault(`The simulator failed: ${String(error)}`);
            send(refusal.httpStatus, protocol.contentType, protocol.error(refusal.code, refusal.message, requestId));
        }
    }

    async function run(request: IncomingMessage, body: Buffer, { protocol, action, input }: ParsedRequest) {
        const verified = await verifySignature(request, body, protocol.signingName, keys);
        if (typeof verified === "string") {
            throw protocol.refusals[verified];
        }
        const known = services[protocol.service].get(action);
        if (known === undefined) {
            throw protocol.unknownAction(action);
        }
        return callAction(protocol.service, known, { world, caller: verified.caller }, input(), "wire");
    }

    return (request, response) => {
        serve(request, response).catch(() => response.destroy());
    };
}
