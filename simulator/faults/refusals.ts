import type { ServiceName } from "../action";
import { CloudError } from "../world/cloudError";

/** A fault that a cloud itself tells, in its own words. */
export type RefusingKind = "throttling" | "500" | "503" | "expired-token" | "access-denied";

type Refusals = Readonly<Record<RefusingKind, () => CloudError>>;

/** https://docs.aws.amazon.com/directconnect/latest/APIReference/CommonErrors.html; the expired token as users saw it. */
const awsJson: Refusals = {
    throttling: saying("ThrottlingException", "Rate exceeded"),
    "500": saying("InternalFailure", "The request processing has failed because of an unknown error.", 500),
    "503": saying("ServiceUnavailable", "The request has failed due to a temporary failure of the server.", 503),
    "expired-token": saying("ExpiredTokenException", "The security token included in the request is expired"),
    "access-denied": saying("AccessDeniedException", "You do not have sufficient access to perform this action."),
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ec2Query: Refusals = {
    throttling: saying("RequestLimitExceeded", "Request limit exceeded.", 503),
    "500": saying("InternalError", "An internal error has occurred", 500),
    "503": saying("Unavailable", "The server is overloaded and can't handle the request.", 503),
    "expired-token": saying("RequestExpired", "Request has expired."),
    "access-denied": saying("UnauthorizedOperation", "You are not authorized to perform this operation.", 403),
};

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html; the query protocol names three of them without "Exception", as users saw. */
const awsQuery: Refusals = {
    throttling: saying("Throttling", "Rate exceeded"),
    "500": saying("InternalFailure", "The request processing has failed because of an unknown error.", 500),
    "503": saying("ServiceUnavailable", "The request has failed due to a temporary failure of the server.", 503),
    "expired-token": saying("ExpiredToken", "The security token included in the request is expired", 403),
    "access-denied": saying("AccessDenied", "User is not authorized to perform this action.", 403),
};

/** https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism; Forbidden.RAM: ECS's announcement of changes to its authentication. */
const alibabaRpc: Refusals = {
    throttling: saying("Throttling.User", "Request was denied due to user flow control."),
    "500": saying("InternalError", "The request processing has failed due to some unknown error.", 500),
    "503": saying("ServiceUnavailable", "The request has failed due to a temporary failure of the server.", 503),
    "expired-token": saying("InvalidSecurityToken.Expired", "Specified SecurityToken is expired.", 403),
    "access-denied": saying(
        "Forbidden.RAM",
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
        403,
    ),
};

function saying(code: string, message: string, httpStatus = 400): () => CloudError {
    return () => new CloudError(code, message, httpStatus);
}

const byService: Readonly<Record<ServiceName, Refusals>> = {
    directconnect: awsJson,
    ec2: ec2Query,
    awsSts: awsQuery,
    vpc: alibabaRpc,
    cbn: alibabaRpc,
    ecs: alibabaRpc,
    bssopenapi: alibabaRpc,
    alibabaSts: alibabaRpc,
};

/** As this service says it. */
export function refusalOf(service: ServiceName, kind: RefusingKind): CloudError {
    return byService[service][kind]();
}

export function isService(name: string): name is ServiceName {
    return Object.hasOwn(byService, name);
}

export const serviceNames = Object.keys(byService);
