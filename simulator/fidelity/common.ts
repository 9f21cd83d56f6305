import type { ServiceName } from "../action";
import { documented, guessed, inCode, observed, type FidelityEntry, type PossibleError } from "./entry";

const awsJson: PossibleError[] = [
    // https://docs.aws.amazon.com/directconnect/latest/APIReference/CommonErrors.html
    ...documented(404, "UnknownOperationException"),
    ...documented(400, "DirectConnectClientException", "DirectConnectServerException"),
    // Of injected faults (simulator/faults), and of policies (simulator/permissions).
    ...documented(400, "AccessDeniedException", "ThrottlingException"),
    ...documented(500, "InternalFailure"),
    ...documented(503, "ServiceUnavailable"),
    ...observed(
        400,
        "ExpiredTokenException",
        "IncompleteSignatureException",
        "InvalidSignatureException",
        "MissingAuthenticationTokenException",
        "SerializationException",
        "UnrecognizedClientException",
    ),
    ...guessed(400, "UnknownOperationException"),
    ...guessed(413, "RequestEntityTooLarge"),
    ...guessed(415, "UnsupportedProtocolException"),
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ec2Query: PossibleError[] = [
    ...documented(400, "IncompleteSignature", "InvalidAction", "MalformedQueryString", "MissingAction"),
    ...documented(400, "FilterLimitExceeded", "InvalidNextToken"),
    ...documented(400, "InvalidParameterCombination", "InvalidParameterValue"),
    ...documented(400, "MissingParameter", "NoSuchVersion", "RequestExpired", "UnknownParameter"),
    ...documented(401, "AuthFailure"),
    ...documented(403, "MissingAuthenticationToken", "SignatureDoesNotMatch"),
    ...documented(412, "DryRunOperation"),
    ...documented(500, "InternalError"),
    // Of injected faults (simulator/faults), and of policies (simulator/permissions).
    ...documented(403, "UnauthorizedOperation"),
    ...documented(503, "RequestLimitExceeded", "Unavailable"),
    ...guessed(400, "InvalidHttpRequest"),
    ...guessed(413, "RequestEntityTooLarge"),
];

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const awsQuery: PossibleError[] = [
    ...documented(400, "IncompleteSignature", "InvalidAction", "ValidationError"),
    ...documented(403, "InvalidClientTokenId", "MissingAuthenticationToken"),
    ...documented(500, "InternalFailure"),
    ...observed(400, "MalformedInput"),
    // Of injected faults (simulator/faults).
    ...observed(400, "Throttling"),
    ...documented(503, "ServiceUnavailable"),
    ...observed(403, "AccessDenied", "ExpiredToken", "SignatureDoesNotMatch"),
    ...guessed(413, "RequestEntityTooLarge"),
];

/** https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism and https://api.alibabacloud.com/document/Vpc/2016-04-28/errorCode */
const alibabaRpc: PossibleError[] = [
    ...documented(
        400,
        "IncompleteSignature",
        "InvalidSignatureMethod",
        "InvalidTimeStamp.Expired",
        "InvalidTimeStamp.Format",
        "InvalidVersion",
        "Missing<Parameter>",
        "SignatureDoesNotMatch",
        "SignatureNonceUsed",
        "Throttling.User",
        "UnsupportedHTTPMethod",
    ),
    ...documented(403, "InvalidSecurityToken.Expired", "InvalidSecurityToken.MismatchWithAccessKey"),
    ...documented(404, "InvalidAccessKeyId.NotFound", "InvalidAction.NotFound", "InvalidRegionId.NotFound"),
    ...documented(500, "InternalError"),
    // Of policies (simulator/permissions): NoPermission is STS's; and of injected faults (simulator/faults).
    ...documented(403, "Forbidden.RAM", "NoPermission"),
    ...documented(503, "ServiceUnavailable"),
    // Of a parameter that is no number, flag or list, and of pages.
    ...guessed(400, "Invalid<Parameter>.Malformed", "InvalidParameter"),
    ...guessed(400, "IllegalParam.MaxResults", "IllegalParam.NextToken", "IllegalParam.PageSize"),
    // Of actions with a DryRun.
    ...documented(400, "DryRunOperation"),
    // Of actions with a ClientToken.
    ...inCode(400, "IdempotentParameterMismatch"),
    ...guessed(400, "IllegalParam.ClientToken", "InvalidClientToken.ValueNotSupported"),
    ...guessed(413, "RequestEntityTooLarge"),
];

/** What every action of some services may answer, by the protocol that they share. */
export const protocols: Readonly<
    Record<string, Pick<FidelityEntry, "errors" | "guesses"> & { services: readonly ServiceName[] }>
> = {
    "awsJson 1.1": { services: ["directconnect"], errors: awsJson },
    ec2Query: { services: ["ec2"], errors: ec2Query, guesses: ["ec2WrongSignature"] },
    awsQuery: { services: ["awsSts"], errors: awsQuery },
    "Alibaba RPC": {
        services: ["vpc", "cbn", "ecs", "bssopenapi", "alibabaSts"],
        errors: alibabaRpc,
        guesses: ["cenMissingPermission"],
    },
};
