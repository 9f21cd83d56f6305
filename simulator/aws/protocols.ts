import type { ActionInput, ActionOutput, ServiceName } from "../action";
import { CloudError } from "../world/cloudError";
import { parseForm } from "../form";
import type { Refusal } from "./signature";
import { ec2Answer, ec2Error, stsAnswer, stsError } from "./xml";

/** What differs between the three protocols on this port. */
export interface Protocol {
    service: Extract<ServiceName, "directconnect" | "ec2" | "awsSts">;
    /** The service's name in the scope of a signature. */
    signingName: string;
    contentType: string;
    answer(action: string, requestId: string, output: ActionOutput): string;
    error(code: string, message: string, requestId: string): string;
    unknownAction(action: string): CloudError;
    fault(message: string): CloudError;
    refusals: Readonly<Record<Refusal, CloudError>>;
}

const signatureMessage =
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

const targetPrefix = "OvertureService.";

const skewMessage =
    "Signature expired or not yet current: the request's date is more than 5 minutes from the server's.";

const json: Protocol = {
    service: "directconnect",
    signingName: "directconnect",
    contentType: "application/x-amz-json-1.1",
    answer: (_action, _requestId, output) => JSON.stringify(output),
    error: (code, message) => JSON.stringify({ __type: code, message }),
    unknownAction: (action) => new CloudError("UnknownOperationException", `The operation ${action} is not known.`),
    // Documented as HTTP 400.
    fault: (message) => new CloudError("DirectConnectServerException", message),
    refusals: {
        missing: new CloudError("MissingAuthenticationTokenException", "Missing Authentication Token"),
        "unknown key": new CloudError(
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        "wrong signature": new CloudError("InvalidSignatureException", signatureMessage),
        skewed: new CloudError("InvalidSignatureException", skewMessage),
        "wrong token": new CloudError(
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        "expired token": new CloudError(
            "ExpiredTokenException",
            "The security token included in the request is expired",
        ),
    },
};

const authFailure = new CloudError("AuthFailure", "AWS was not able to validate the provided access credentials", 401);

const ec2: Protocol = {
    service: "ec2",
    signingName: "ec2",
    contentType: "text/xml;charset=UTF-8",
    answer: ec2Answer,
    error: ec2Error,
    unknownAction: (action) =>
        new CloudError("InvalidAction", `The action ${action} is not valid for this web service.`),
    fault: (message) => new CloudError("InternalError", message, 500),
    refusals: {
        missing: new CloudError("AuthFailure", "AWS was not able to validate the provided access credentials", 401),
        "unknown key": authFailure,
        "wrong signature": new CloudError("SignatureDoesNotMatch", signatureMessage, 403),
        skewed: new CloudError("RequestExpired", "Request has expired.", 400),
        "wrong token": authFailure,
        "expired token": new CloudError("RequestExpired", "Request has expired.", 400),
    },
};

const sts: Protocol = {
    service: "awsSts",
    signingName: "sts",
    contentType: "text/xml",
    answer: stsAnswer,
    error: stsError,
    unknownAction: (action) =>
        new CloudError("InvalidAction", `Could not find operation ${action} for version 2011-06-15`),
    fault: (message) => new CloudError("InternalFailure", message, 500),
    refusals: {
        missing: new CloudError("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
        "unknown key": new CloudError(
            "InvalidClientTokenId",
            "The security token included in the request is invalid.",
            403,
        ),
        "wrong signature": new CloudError("SignatureDoesNotMatch", signatureMessage, 403),
        skewed: new CloudError("SignatureDoesNotMatch", skewMessage, 403),
        "wrong token": new CloudError(
            "InvalidClientTokenId",
            "The security token included in the request is invalid.",
            403,
        ),
        "expired token": new CloudError("ExpiredToken", "The security token included in the request is expired", 403),
    },
};

export interface ParsedRequest {
    protocol: Protocol;
    action: string;
    /** Read late, so that a wrong signature is refused before the body is judged. */
    input: () => ActionInput;
}

/** Which protocol a request speaks; undefined: none of the three. */
export function parseRequest(headers: NodeJS.Dict<string | string[]>, body: Buffer): ParsedRequest | undefined {
    const target = headers["x-amz-target"];
    if (typeof target === "string") {
        const action = target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : target;
        return { protocol: json, action, input: () => parseJson(body) };
    }
    if (!String(headers["content-type"]).startsWith("application/x-www-form-urlencoded")) {
        return undefined;
    }
    const form = new URLSearchParams(body.toString());
    const version = form.get("Version");
    const action = form.get("Action") ?? "(none)";
    if (version === "2011-06-15") {
        return { protocol: sts, action, input: () => parseForm(form) };
    }
    // Another version of EC2 may have other parameters: none of its actions is known here.
    return {
        protocol: ec2,
        action: version === "2016-11-15" ? action : `${action} of version ${version ?? "(none)"}`,
        input: () => parseEc2(form),
    };
}

/** What a dry run asks is whether the caller may: here it may do anything to its own. */
function parseEc2(form: URLSearchParams): ActionInput {
    if (form.get("DryRun") === "true") {
        throw new CloudError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
    }
    return parseForm(form);
}

function parseJson(body: Buffer): ActionInput {
    try {
        const value: unknown = JSON.parse(body.toString() || "{}");
        if (typeof value === "object" && value !== null && !Array.isArray(value)) {
            return value as ActionInput;
        }
    } catch {
        // Falls through: whatever is no JSON object gets the one answer.
    }
    throw new CloudError("SerializationException", "The request body is not a JSON object.");
}
