import type { ServiceName } from "../action";
import { documented, guessed, observed, type PossibleError } from "./entry";

const awsJson: PossibleError[] = [
    // https://docs.aws.amazon.com/directconnect/latest/APIReference/CommonErrors.html
    ...documented(404, "UnknownOperationException"),
    ...documented(400, "DirectConnectServerException"),
    ...observed(
        400,
        "ExpiredTokenException",
        "IncompleteSignatureException",
        "InvalidSignatureException",
        "MissingAuthenticationTokenException",
        "SerializationException",
        "UnrecognizedClientException",
    ),
    ...guessed(400, "UnknownOperationException", "UnsupportedProtocolException"),
    ...guessed(413, "RequestEntityTooLarge"),
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ec2Query: PossibleError[] = [
    ...documented(400, "IncompleteSignature", "InvalidAction", "MalformedQueryString", "MissingAction"),
    ...documented(400, "MissingParameter", "NoSuchVersion", "RequestExpired", "UnknownParameter"),
    ...documented(401, "AuthFailure"),
    ...documented(403, "MissingAuthenticationToken", "SignatureDoesNotMatch"),
    ...documented(412, "DryRunOperation"),
    ...documented(500, "InternalError"),
    ...guessed(400, "InvalidHttpRequest"),
    ...guessed(413, "RequestEntityTooLarge"),
];

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const awsQuery: PossibleError[] = [
    ...documented(400, "IncompleteSignature", "InvalidAction", "ValidationError"),
    ...documented(403, "InvalidClientTokenId", "MissingAuthenticationToken"),
    ...documented(500, "InternalFailure"),
    ...observed(400, "MalformedInput"),
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
        "UnsupportedHTTPMethod",
    ),
    ...documented(403, "InvalidSecurityToken.Expired", "InvalidSecurityToken.MismatchWithAccessKey"),
    ...documented(404, "InvalidAccessKeyId.NotFound", "InvalidAction.NotFound", "InvalidRegionId.NotFound"),
    ...documented(500, "InternalError"),
    ...guessed(413, "RequestEntityTooLarge"),
];

/** What every action of a service may answer. */
export const commonErrorsOf: Readonly<Record<ServiceName, readonly PossibleError[]>> = {
    directconnect: awsJson,
    ec2: ec2Query,
    awsSts: awsQuery,
    vpc: alibabaRpc,
    cbn: alibabaRpc,
    ecs: alibabaRpc,
    bssopenapi: alibabaRpc,
    alibabaSts: alibabaRpc,
};
