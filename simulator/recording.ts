import { createHash, randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";

import type { ActionInput, ServiceName } from "./action";

/** One request and its answer as they were on the wire, without what signs it. */
export interface Exchange {
    cloud: "aws" | "alibaba";
    method: string;
    /** With the query. */
    url: string;
    requestHeaders: Record<string, string>;
    /** Cut after `longestBodyBytes`. */
    requestBody: string;
    status: number;
    headers: Record<string, string>;
    body: string;
}

/** The tests name a folder here, and hold what is recorded in it against the vendors' models. Unset, nothing is recorded. */
const folderVariable = "MULTICLOUD_WIRE_RECORDINGS";
const longestBodyBytes = 64 * 1024;
/** A recording that grew beyond it would be no recording of shapes any more: a defect of `shapeOf`. */
const mostRecords = 20_000;

const namingHeaders = ["content-type", "x-amz-target", "x-acs-action", "x-acs-version", "smithy-protocol"];
const answerHeaders = ["content-type", "x-amzn-requestid", "smithy-protocol"];
/** Values of secrets, as `secretNames` of the action log has them: in parameters, and in JSON. */
const secretParameter = /\b(AuthKey)=[^&]*/gi;
const secretMember =
    /"(authKey|SecretAccessKey|AccessKeySecret|SessionToken|SecurityToken)"(\s*:\s*)"(?:\\.|[^"\\])*"/gi;
const secretElement = /<(SecretAccessKey|AccessKeySecret|SessionToken|SecurityToken)>[^<]*</g;
const signing = /\b(Signature|SignatureNonce|SecurityToken|AccessKeyId|Timestamp|X-Amz-[A-Za-z-]+)=[^&]*&?/g;

/** Writes down every exchange of a listener, each shape once, where the tests ask for it. */
export function recorded(cloud: Exchange["cloud"], listener: RequestListener): RequestListener {
    const folder = recordingFolder();
    if (folder === undefined) {
        return listener;
    }
    return (request, response) => {
        const requestBody = bodyOf(request);
        onAnswer(response, (answer) => {
            const exchange: Exchange = {
                cloud,
                method: request.method ?? "",
                url: withoutSecrets((request.url ?? "").replace(signing, "")),
                requestHeaders: only(namingHeaders, request.headers),
                requestBody: withoutSecrets(requestBody().replace(signing, "")),
                ...answer,
                body: withoutSecrets(answer.body),
            };
            record(folder, shapeOf(exchange), exchange);
        });
        listener(request, response);
    };
}

const leftOut = new WeakSet<ServerResponse>();

/** For an answer that is none of the cloud's, but what a fault made of it. */
export function leaveOut(response: ServerResponse): void {
    leftOut.add(response);
}

function withoutSecrets(text: string): string {
    return text
        .replace(secretParameter, "$1=***")
        .replace(secretMember, '"$1"$2"***"')
        .replace(secretElement, "<$1>***<");
}

/** Copies what arrives on its way to the reader. */
function bodyOf(request: IncomingMessage): () => string {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const push = request.push.bind(request);
    request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
        if (chunk !== null && bytes < longestBodyBytes) {
            chunks.push(Buffer.from(chunk));
            bytes += chunk.length;
        }
        return push(chunk, encoding);
    };
    return () => Buffer.concat(chunks).toString("utf8", 0, longestBodyBytes);
}

/** Tells of the answer before it leaves, so that whoever has got it finds it recorded. */
function onAnswer(
    response: ServerResponse,
    tell: (answer: Pick<Exchange, "status" | "headers" | "body">) => void,
): void {
    const end = response.end.bind(response) as (...values: unknown[]) => ServerResponse;
    const writeHead = response.writeHead.bind(response) as (...values: unknown[]) => ServerResponse;
    let written: OutgoingHttpHeaders = {};
    response.writeHead = ((status: number, headers?: OutgoingHttpHeaders) => {
        written = headers ?? {};
        return writeHead(status, headers);
    }) as typeof response.writeHead;
    response.end = ((...values: unknown[]) => {
        const [body = ""] = values;
        if (!leftOut.has(response)) {
            tell({
                status: response.statusCode,
                headers: only(answerHeaders, { ...response.getHeaders(), ...written }),
                body: Buffer.isBuffer(body) ? body.toString("base64") : String(body),
            });
        }
        return end(...values);
    }) as typeof response.end;
}

function only(names: readonly string[], headers: OutgoingHttpHeaders): Record<string, string> {
    return Object.fromEntries(
        names.filter((name) => headers[name] !== undefined).map((name) => [name, String(headers[name])]),
    );
}

/**
 * The exchange without what differs from one to the next: values of parameters, texts of errors, and whatever holds a digit (an ID, a time, an address,
 * a count). A refusal is the same whatever else was asked.
 */
function shapeOf({ url, requestHeaders, requestBody, status, headers, body }: Exchange): string {
    const answer = `${JSON.stringify(headers)} ${body}`
        .replace(/"[mM]essage":"(\\.|[^"\\])*"|<Message>[^<]*<\/Message>/g, "")
        .replace(/[\w-]*\d[\w.:+-]*/g, "#");
    const asked = [...namesIn(url.split("?")[1]), ...namesIn(requestBody)];
    const action = asked.filter(([name]) => name === "Action" || name === "Version");
    const names = status === 200 ? new Set(asked.map(([name]) => name)) : [];
    return JSON.stringify([requestHeaders, action, [...names], status, answer]);
}

/** The parameters that may be some action's; what a test makes up at random is none. */
function namesIn(parameters = ""): [string, string][] {
    const pairs = parameters.startsWith("{")
        ? [...parameters.matchAll(/"(\w+)":/g)].map(([, name = ""]): [string, string] => [name, ""])
        : [...new URLSearchParams(parameters)];
    return pairs
        .map(([name, value]): [string, string] => [name.replace(/\d+/g, "#"), value])
        .filter(([name]) => /^[A-Za-z][A-Za-z.#]{0,60}$/.test(name));
}

/** Answers the parameters, and writes down which of them an action asks for: those must be parameters of the vendor's action. */
export function noteReading(service: ServiceName, action: string, input: ActionInput): ActionInput {
    const folder = recordingFolder();
    if (folder === undefined) {
        return input;
    }
    // Whoever goes through all of them asks for none by name.
    const listed = new Set<string | symbol>();
    return new Proxy(input, {
        ownKeys(parameters) {
            const names = Reflect.ownKeys(parameters);
            names.forEach((name) => listed.add(name));
            return names;
        },
        get(parameters, name, receiver) {
            if (typeof name === "string" && !listed.delete(name)) {
                record(folder, `${service} ${action} ${name}`, { service, action, parameterRead: name });
            }
            return Reflect.get(parameters, name, receiver) as unknown;
        },
    });
}

/** Writes down something else that the judges want to know, once. */
export function recordOnce(what: object): void {
    const folder = recordingFolder();
    if (folder !== undefined) {
        record(folder, JSON.stringify(what), what);
    }
}

const seen = new Set<string>();
/** Each process has its own file. */
const fileName = `${process.pid}-${randomUUID()}.jsonl`;

/** Each shape once. */
function record(folder: string, shape: string, what: object): void {
    const key = createHash("sha256").update(shape).digest("base64");
    if (seen.has(key)) {
        return;
    }
    seen.add(key);
    if (seen.size > mostRecords) {
        throw new Error(`The recording of the wire has more than ${mostRecords} shapes.`);
    }
    appendFileSync(join(folder, fileName), `${JSON.stringify(what)}\n`);
}

function recordingFolder(): string | undefined {
    const folder = process.env[folderVariable];
    return folder === "" ? undefined : folder;
}
