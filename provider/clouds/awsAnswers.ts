import type { DeserializeHandler, Pluggable } from "@smithy/types";

import { brokeOff, errorInside } from "./brokenAnswer";

interface HttpAnswer {
    statusCode: number;
    body: AsyncIterable<Uint8Array>;
}

/**
 * For the middleware of every client: stands between the wire and the SDK's parsers, which take an error under the status of a success for an answer with nothing in it (measured: an
 * empty list). What the status already calls an error is theirs.
 */
export function wholeAnswers<Input extends object, Output extends object>(): Pluggable<Input, Output> {
    return {
        applyToStack: (stack) => {
            // The innermost place of that step, right behind the wire.
            stack.add(requiringWhole, { step: "deserialize", priority: "low", name: "wholeAnswers" });
        },
    };
}

function requiringWhole<Input extends object, Output extends object>(
    next: DeserializeHandler<Input, Output>,
): DeserializeHandler<Input, Output> {
    return async (request) => {
        const result = await next(request);
        const answer = result.response as HttpAnswer;
        if (answer.statusCode >= 300) {
            return result;
        }
        const body = await bytesOf(answer.body);
        requireWhole(body.toString("utf8"));
        return { ...result, response: Object.assign(answer, { body }) };
    };
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) {
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

function requireWhole(text: string): void {
    if (text.startsWith("<")) {
        requireWholeXml(text.trimEnd());
    } else {
        requireWholeJson(text);
    }
}

/** `<DescribeVpcsResponse ...>...</DescribeVpcsResponse>`; an error is a `<Response>` of EC2 or an `<ErrorResponse>` of STS. */
function requireWholeXml(text: string): void {
    const root = /^(?:<\?xml[^>]*>\s*)?<(\w+)/.exec(text)?.[1] ?? "";
    const code = textIn("Code", text);
    if (root === "Response" || root === "ErrorResponse") {
        throw errorInside(code, textIn("Message", text));
    }
    if (!root.endsWith("Response") || !text.endsWith(`</${root}>`)) {
        throw brokeOff();
    }
}

function textIn(element: string, xml: string): string {
    return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? "";
}

/** awsJson: an object, with the error's name in `__type` where it is one. */
function requireWholeJson(text: string): void {
    let answer: unknown;
    try {
        answer = JSON.parse(text);
    } catch {
        throw brokeOff();
    }
    if (typeof answer !== "object" || answer === null) {
        throw brokeOff();
    }
    if ("__type" in answer) {
        const { __type: code, message } = answer as Record<string, unknown>;
        throw errorInside(String(code), typeof message === "string" ? message : "");
    }
}
