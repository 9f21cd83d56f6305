import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import type { Action, ActionOutput, ServiceName } from "../action";
import { readBody } from "../body";
import { callAction } from "../call";
import { parseForm } from "../form";
import { NoAnswer, withholdAnswer } from "../faults/noAnswer";
import { SpoiledAnswer, spoiledBody } from "../faults/spoiledAnswer";
import type { KeyStore } from "../keys";
import { recorded } from "../recording";
import { CloudError } from "../world/cloudError";
import type { World } from "../world/world";
import { isKnownRegion, optionalText, requiredText } from "./input";
import { RateLimit } from "./rateLimit";
import { alibabaServices, stsService } from "./services";
import { Nonces, verifySignature } from "./signature";

export { alibabaServices };

/** The products of this port, by the version that a request names. */
const versions: ReadonlyMap<
    string,
    Extract<ServiceName, "vpc" | "cbn" | "ecs" | "bssopenapi" | "alibabaSts">
> = new Map([
    ["2016-04-28", "vpc"],
    ["2017-09-12", "cbn"],
    ["2014-05-26", "ecs"],
    ["2017-12-14", "bssopenapi"],
    ["2015-04-01", "alibabaSts"],
]);

/** VPC, CBN, ECS, BSS and STS on one port: the RPC style, with either signing version. */
export function alibabaListener(world: World, keys: KeyStore): RequestListener {
    const services = { ...alibabaServices, alibabaSts: stsService(keys) };
    const nonces = new Nonces();
    const rateLimit = new RateLimit(world.quotas.alibabaCallsPerMinute, keys.now);

    async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const requestId = randomUUID().toUpperCase();
        const send = (status: number, body: string): void => {
            response.writeHead(status, { "content-type": "application/json;charset=utf-8" });
            response.end(body);
        };
        const answerOf = (output: ActionOutput): string => JSON.stringify({ RequestId: requestId, ...output });
        const body = await readBody(request);
        try {
            if (body === undefined) {
                throw new CloudError("RequestEntityTooLarge", "The request body is too large.", 413);
            }
            send(200, answerOf(run(request, body)));
        } catch (error) {
            if (error instanceof NoAnswer) {
                withholdAnswer(response, error);
                return;
            }
            if (error instanceof SpoiledAnswer) {
                const failed = ({ code, message }: CloudError): string =>
                    answerOf({ Success: false, Code: code, Message: message });
                send(200, spoiledBody(error, response, { answer: answerOf, error: failed }));
                return;
            }
            const refusal =
                error instanceof CloudError
                    ? error
                    : new CloudError(
                          "InternalError",
                          "The request processing has failed due to some unknown error.",
                          500,
                      );
            const { code: Code, message: Message } = refusal;
            send(refusal.httpStatus, answerOf({ HostId: request.headers.host ?? "", Code, Message }));
        }
    }

    function run(request: IncomingMessage, body: Buffer): ActionOutput {
        if (request.method !== "GET" && request.method !== "POST") {
            throw new CloudError("UnsupportedHTTPMethod", "This http method is not supported.");
        }
        const parameters = parametersOf(request, body);
        const version = requiredName(request, parameters, "Version");
        const name = requiredName(request, parameters, "Action");
        const service = versions.get(version);
        if (service === undefined) {
            throw new CloudError("InvalidVersion", "Specified parameter Version is not valid.");
        }
        const action: Action | undefined = services[service].get(name);
        if (action === undefined) {
            throw new CloudError(
                "InvalidAction.NotFound",
                "Specified api is not found, please check your url and method.",
                404,
            );
        }
        const caller = verifySignature(request, body, parameters, keys, nonces);
        const input = parseForm(parameters);
        // Every action of VPC here has it among its required parameters, but one that takes a VpcId instead; the others are asked without one too.
        const required = service === "vpc" && name !== "DescribeVSwitches";
        const region = required ? requiredText(input, "RegionId") : optionalText(input, "RegionId");
        return callAction(
            service,
            limited(service, action),
            { world, caller: { ...caller, region: region ?? caller.region } },
            input,
            "wire",
        );
    }

    /** STS has a limit of its own kind, which no test comes near to. */
    function limited(service: ServiceName, action: Action): Action {
        return {
            ...action,
            run(context, input) {
                const { accountId, region } = context.caller;
                if (service !== "alibabaSts") {
                    rateLimit.admit(`${service}:${action.name}`, accountId, isKnownRegion(region) ? region : "");
                }
                return action.run(context, input);
            },
        };
    }

    return recorded("alibaba", (request, response) => {
        serve(request, response).catch(() => response.destroy());
    });
}

/** Query and form together: the official provider sends either. */
function parametersOf(request: IncomingMessage, body: Buffer): URLSearchParams {
    const parameters = new URLSearchParams((request.url ?? "").split("?").slice(1).join("?"));
    if (String(request.headers["content-type"]).startsWith("application/x-www-form-urlencoded")) {
        for (const [name, value] of new URLSearchParams(body.toString())) {
            parameters.append(name, value);
        }
    }
    return parameters;
}

/** In the header of the newer signing version, in a parameter of the older one; `Missing` and its name without either. */
function requiredName(request: IncomingMessage, parameters: URLSearchParams, name: "Action" | "Version"): string {
    const header = request.headers[`x-acs-${name.toLowerCase()}`];
    return requiredText({ [name]: header ?? parameters.get(name) }, name);
}
