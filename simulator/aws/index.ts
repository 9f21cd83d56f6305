import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import type { ActionOutput } from "../action";
import { readBody } from "../body";
import { callAction } from "../call";
import { NoAnswer, withholdAnswer } from "../faults/noAnswer";
import { SpoiledAnswer, spoiledBody } from "../faults/spoiledAnswer";
import type { KeyStore } from "../keys";
import { recorded } from "../recording";
import { CloudError } from "../world/cloudError";
import type { World } from "../world/world";
import { cborRefusal, isCbor } from "./cbor";
import { Refusal } from "./refusal";
import { parseRequest, type ParsedRequest } from "./request";
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
        if (isCbor(request.headers)) {
            response.setHeader("smithy-protocol", "rpc-v2-cbor");
            send(415, "application/cbor", cborRefusal());
            return;
        }
        const parsed = parseRequest(request, body);
        const { protocol } = parsed;
        try {
            const { action, output } = await run(request, body, parsed);
            send(200, protocol.contentType, protocol.answer(action, requestId, output));
        } catch (error) {
            if (error instanceof NoAnswer) {
                withholdAnswer(response, error);
                return;
            }
            if (error instanceof SpoiledAnswer) {
                const body = spoiledBody(error, response, {
                    answer: (output) => protocol.answer(parsed.action(), requestId, output),
                    error: ({ code, message }) => protocol.error(code, message, requestId),
                });
                send(200, protocol.contentType, body);
                return;
            }
            const refusal =
                error instanceof CloudError ? error : protocol.fault(`The simulator failed: ${String(error)}`);
            send(refusal.httpStatus, protocol.contentType, protocol.error(refusal.code, refusal.message, requestId));
        }
    }

    async function run(
        request: IncomingMessage,
        body: Buffer | undefined,
        { protocol, ...parsed }: ParsedRequest,
    ): Promise<{ action: string; output: ActionOutput }> {
        if (body === undefined) {
            throw new CloudError("RequestEntityTooLarge", "The request body is too large.", 413);
        }
        if (!protocol.methods.includes(request.method ?? "")) {
            throw protocol.wrongMethod;
        }
        const caller = await verifySignature(request, body, protocol, keys);
        if (caller instanceof Refusal) {
            throw protocol.refusals[caller.kind](caller.message, world.guesses);
        }
        const action = parsed.action();
        const known = services[protocol.service].get(action);
        if (known === undefined) {
            throw protocol.unknownAction(action);
        }
        const output = callAction(protocol.service, known, { world, caller }, parsed.input(), "wire");
        return { action, output };
    }

    return recorded("aws", (request, response) => {
        serve(request, response).catch(() => response.destroy());
    });
}
