import XMLBuilder from "fast-xml-builder";

import type { ActionOutput } from "../action";

/** XML 1.0 has no way to write these, not even escaped. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const builder = new XMLBuilder({
    format: false,
    tagValueProcessor: (_name, value) => (typeof value === "string" ? value.replace(unwritable, "\ufffd") : value),
});

/** EC2's answers: a list is a set of `item` elements, and names begin with a small letter as the actions give them. */
export function ec2Answer(action: string, requestId: string, output: ActionOutput): string {
    return builder.build({ [`${action}Response`]: { requestId, ...(withItems(output) as object) } });
}

export function ec2Error(code: string, message: string, requestId: string): string {
    return builder.build({ Response: { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId } });
}

/** The query protocol of STS wraps the result. */
export function stsAnswer(action: string, requestId: string, output: ActionOutput): string {
    return builder.build({
        [`${action}Response`]: { [`${action}Result`]: output, ResponseMetadata: { RequestId: requestId } },
    });
}

export function stsError(code: string, message: string, requestId: string): string {
    return builder.build({
        ErrorResponse: { Error: { Type: "Sender", Code: code, Message: message }, RequestId: requestId },
    });
}

function withItems(value: unknown): unknown {
    if (Array.isArray(value)) {
        return { item: value.map(withItems) };
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value)
                .filter(([, entry]) => entry !== undefined)
                .map(([key, entry]) => [key, withItems(entry)]),
        );
    }
    return value;
}
