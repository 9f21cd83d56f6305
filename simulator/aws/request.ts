import type { IncomingMessage } from "node:http";

import type { ActionInput } from "../action";
import { parseForm } from "../form";
import { CloudError } from "../world/cloudError";
import { requireKnownParameters, requireParameters } from "./ec2/parameters";
import { protocols, type Protocol } from "./protocols";

const targetPrefix = "OvertureService.";
const ec2Version = "2016-11-15";
const stsVersion = "2011-06-15";

/** `action` and `input` are read late, so that a wrong signature is refused before the rest of a request is judged. */
export interface ParsedRequest {
    protocol: Protocol;
    action(): string;
    input(): ActionInput;
}

/** `body` is undefined if it is too long to be read. */
export function parseRequest(request: IncomingMessage, body: Buffer | undefined): ParsedRequest {
    const form = formOf(request, body);
    const protocol = protocolOf(request, form);
    if (protocol === protocols.directconnect) {
        return { protocol, action: () => targetOf(request), input: () => parseJson(body) };
    }
    return {
        protocol,
        action: () => actionOf(protocol, form),
        input: () => (protocol === protocols.ec2 ? parseEc2(form) : parseForm(form)),
    };
}

/** By the target, by the version in the form, or else by the service that the request is signed for. */
function protocolOf({ headers }: IncomingMessage, form: URLSearchParams): Protocol {
    const version = form.get("Version");
    const signedFor = /Credential=[^,]*\/([^/,]+)\/aws4_request/.exec(headers.authorization ?? "")?.[1];
    if (headers["x-amz-target"] !== undefined) {
        return protocols.directconnect;
    }
    if (version === stsVersion || (version !== ec2Version && signedFor === "sts")) {
        return protocols.sts;
    }
    return version !== null || form.has("Action") || signedFor === "ec2" ? protocols.ec2 : protocols.directconnect;
}

/** The query protocols take their parameters from the body of a POST and from the query of a GET. */
function formOf({ method, url = "", headers }: IncomingMessage, body: Buffer | undefined): URLSearchParams {
    if (method === "GET") {
        return new URLSearchParams(url.split("?").slice(1).join("?"));
    }
    const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
    return new URLSearchParams(isForm ? body?.toString() : "");
}

function targetOf({ headers }: IncomingMessage): string {
    const target = headers["x-amz-target"];
    const isJson = headers["content-type"]?.startsWith(protocols.directconnect.contentType) === true;
    if (typeof target !== "string" || !isJson) {
        const missing = isJson ? "header X-Amz-Target" : `content type ${protocols.directconnect.contentType}`;
        throw new CloudError("UnknownOperationException", `The request has no ${missing}.`);
    }
    // Of another service, or of none: no operation of this one.
    return target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : `(${target})`;
}

function actionOf(protocol: Protocol, form: URLSearchParams): string {
    const action = form.get("Action");
    const version = form.get("Version");
    if (action === null || action === "") {
        throw new CloudError("MissingAction", "The request is missing an action or a required parameter.");
    }
    if (protocol === protocols.sts) {
        return version === stsVersion ? action : `${action} of version ${version ?? "(none)"}`;
    }
    if (version === null) {
        throw new CloudError("MissingParameter", "The request must contain the parameter Version");
    }
    // Another version of EC2 may have other parameters: none of its actions is known here.
    if (version !== ec2Version) {
        throw new CloudError("NoSuchVersion", `The requested version (${version}) of service AmazonEC2 does not exist`);
    }
    return action;
}

/** What a dry run asks is whether the caller may: here it may do anything to its own. */
function parseEc2(form: URLSearchParams): ActionInput {
    const input = parseForm(form);
    const action = form.get("Action") ?? "";
    requireKnownParameters(action, input);
    requireParameters(action, input);
    if (form.get("DryRun") === "true") {
        throw new CloudError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
    }
    return input;
}

function parseJson(body: Buffer | undefined): ActionInput {
    try {
        const text = body?.toString() ?? "";
        const value: unknown = JSON.parse(text === "" ? "{}" : text);
        if (typeof value === "object" && value !== null && !Array.isArray(value)) {
            return value as ActionInput;
        }
    } catch {
        // Falls through: whatever is no JSON object gets the one answer.
    }
    throw new CloudError("SerializationException", "The request body is not a JSON object.");
}
