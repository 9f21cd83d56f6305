import type { ActionOutput, ServiceName } from "../action";
import { CloudError } from "../world/cloudError";
import type { Guesses } from "../world/guesses";
import type { RefusalKind } from "./refusal";
import type { SigningService } from "./signature";
import { ec2Answer, ec2Error, stsAnswer, stsError } from "./xml";

/** What differs between the three protocols on this port. */
export interface Protocol extends SigningService {
    service: Extract<ServiceName, "directconnect" | "ec2" | "awsSts">;
    contentType: string;
    methods: readonly string[];
    /** What any other method gets. */
    wrongMethod: CloudError;
    answer(action: string, requestId: string, output: ActionOutput): string;
    error(code: string, message: string, requestId: string): string;
    unknownAction(action: string): CloudError;
    fault(message: string): CloudError;
    refusals: Readonly<Record<RefusalKind, (message: string, guesses: Guesses) => CloudError>>;
}

function refusing(code: string, httpStatus = 400): (message: string) => CloudError {
    return (message) => new CloudError(code, message, httpStatus);
}

/** For a service that says less than it knows. */
function saying(code: string, text: string, httpStatus = 400): () => CloudError {
    return () => new CloudError(code, text, httpStatus);
}

const json: Protocol = {
    service: "directconnect",
    signingName: "directconnect",
    toleranceMinutes: 5,
    contentType: "application/x-amz-json-1.1",
    methods: ["POST"],
    wrongMethod: new CloudError("UnknownOperationException", "awsJson 1.1 is sent by POST.", 404),
    answer: (_action, _requestId, output) => JSON.stringify(output),
    error: (code, message) => JSON.stringify({ __type: code, message }),
    unknownAction: (action) => new CloudError("UnknownOperationException", `The operation ${action} is not known.`),
    // Documented as HTTP 400.
    fault: (message) => new CloudError("DirectConnectServerException", message),
    refusals: {
        missing: refusing("MissingAuthenticationTokenException"),
        incomplete: refusing("IncompleteSignatureException"),
        "unknown key": refusing("UnrecognizedClientException"),
        "wrong token": refusing("UnrecognizedClientException"),
        "wrong scope": refusing("InvalidSignatureException"),
        skewed: refusing("InvalidSignatureException"),
        "wrong signature": refusing("InvalidSignatureException"),
        "expired token": refusing("ExpiredTokenException"),
    },
};

const authFailure = saying("AuthFailure", "AWS was not able to validate the provided access credentials", 401);
/** "Request has expired": what users of EC2 are shown, of the date and of the token alike. */
const requestExpired = saying("RequestExpired", "Request has expired.");

const ec2: Protocol = {
    service: "ec2",
    signingName: "ec2",
    // EC2 error codes, RequestExpired: "more than 15 minutes after the date stamp", or in the future.
    toleranceMinutes: 15,
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
        // Both descriptions are those of the EC2 error codes; the texts behind them are not published.
        missing: saying("MissingAuthenticationToken", "The request must contain valid credentials.", 403),
        incomplete: saying("IncompleteSignature", "The request signature does not conform to AWS standards."),
        "unknown key": authFailure,
        "wrong token": authFailure,
        "wrong scope": authFailure,
        skewed: requestExpired,
        "wrong signature": (message, { ec2WrongSignature }) =>
            ec2WrongSignature === "AuthFailure" ? authFailure() : refusing("SignatureDoesNotMatch", 403)(message),
        "expired token": requestExpired,
    },
};

const sts: Protocol = {
    service: "awsSts",
    signingName: "sts",
    toleranceMinutes: 5,
    contentType: "text/xml",
    methods: ["GET", "POST"],
    wrongMethod: new CloudError("InvalidAction", "The query protocol is sent by GET or POST."),
    answer: stsAnswer,
    error: stsError,
    unknownAction: (action) =>
        new CloudError("InvalidAction", `Could not find operation ${action} for version 2011-06-15`),
    fault: (message) => new CloudError("InternalFailure", message, 500),
    refusals: {
        missing: saying("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
        incomplete: refusing("IncompleteSignature"),
        "unknown key": refusing("InvalidClientTokenId", 403),
        "wrong token": refusing("InvalidClientTokenId", 403),
        "wrong scope": refusing("SignatureDoesNotMatch", 403),
        skewed: refusing("SignatureDoesNotMatch", 403),
        "wrong signature": refusing("SignatureDoesNotMatch", 403),
        "expired token": refusing("ExpiredToken", 403),
    },
};

export const protocols = { directconnect: json, ec2, sts } as const;
