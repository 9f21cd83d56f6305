import type { ActionOutput, ServiceName } from "../action";
import { CloudError } from "../world/cloudError";
import type { Refusal } from "./signature";
import { ec2Answer, ec2Error, stsAnswer, stsError } from "./xml";

/** What differs between the three protocols on this port. */
export interface Protocol {
    service: Extract<ServiceName, "directconnect" | "ec2" | "awsSts">;
    /** The service's name in the scope of a signature. */
    signingName: string;
    contentType: string;
    methods: readonly string[];
    /** What any other method gets. */
    wrongMethod: CloudError;
    answer(action: string, requestId: string, output: ActionOutput): string;
    error(code: string, message: string, requestId: string): string;
    unknownAction(action: string): CloudError;
    fault(message: string): CloudError;
    refusals: Readonly<Record<Refusal, CloudError>>;
}

const signatureMessage =
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

const skewMessage =
    "Signature expired or not yet current: the request's date is more than 5 minutes from the server's.";

const json: Protocol = {
    service: "directconnect",
    signingName: "directconnect",
    contentType: "application/x-amz-json-1.1",
    methods: ["POST"],
    wrongMethod: new CloudError("UnknownOperationException", "awsJson 1.1 is sent by POST.", 404),
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
    methods: ["GET", "POST"],
    wrongMethod: new CloudError(
        "InvalidHttpRequest",
        "Invalid HTTP request. Reason: the method is neither GET nor POST.",
    ),
    answer: ec2Answer,
    error: ec2Error,
    unknownAction: (action) =>
        new CloudError("InvalidAction", `The action ${action} is not valid for this web service.`),
    fault: (message) => new CloudError("InternalError", message, 500),
    refusals: {
        missing: authFailure,
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
    methods: ["GET", "POST"],
    wrongMethod: new CloudError("InvalidAction", "The query protocol is sent by GET or POST."),
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

export const protocols = { directconnect: json, ec2, sts } as const;
