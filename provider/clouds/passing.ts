import { messageOf, textOf } from "../messageOf";
import { OutOfTime } from "../waiting/clock";
import { BrokenAnswer } from "./brokenAnswer";
import { numberOf } from "./values";

/** Which errors pass by themselves: throttling, a busy service, another write under way, a network that stumbled, an answer that is none. */

/** `AbortError`: of what was shared with a call that gave it up, such as the session of an assumed role. */
const networkCodes = /AbortError|Timeout|ECONNRESET|ECONNREFUSED|EPIPE|ENOTFOUND|EAI_AGAIN|socket hang up/i;
/** What is refused stays refused, even under the status of a success. */
const lastingCodes =
    /Expired|AccessDenied|Unauthorized|Forbidden|NoPermission|InvalidAccessKeyId|SignatureDoesNotMatch/i;
const alibabaCodes =
    /Throttling|ServiceUnavailable|InternalError|TaskConflict|OperationConflict|Operation\.Blocking|IncorrectStatus|InstanceStatus\.NotSupport|DependencyViolation\.Bgp|Conflict\.Lock/i;
const awsCodes =
    /Throttl|RequestLimitExceeded|TooManyRequests|LimitExceededException|ServiceUnavailable|InternalFailure|InternalError|DirectConnectServerException/i;

/** The codes are those of the Terraform provider's own retry list. */
export function passesAtAlibaba(error: unknown): boolean {
    return passes(error, alibabaCodes, (fields) => fields.statusCode);
}

/**
 * `LimitExceededException` of Direct Connect is its rate limit, and `DirectConnectServerException` comes as HTTP 400 (service model 2012-10-25). A clock
 * that goes wrong is refused once: the SDK takes the service's time from that answer.
 */
export function passesAtAws(error: unknown): boolean {
    const { httpStatusCode, clockSkewCorrected } = metadataOf(error);
    return clockSkewCorrected === true || passes(error, awsCodes, () => httpStatusCode);
}

function metadataOf(error: unknown): { httpStatusCode?: unknown; clockSkewCorrected?: unknown } {
    return (error as { $metadata?: object } | undefined)?.$metadata ?? {};
}

function passes(error: unknown, codes: RegExp, statusOf: (fields: Record<string, unknown>) => unknown): boolean {
    if (!(error instanceof Error)) {
        return false;
    }
    if (error instanceof OutOfTime || error instanceof BrokenAnswer) {
        return error instanceof OutOfTime || !lastingCodes.test(error.code);
    }
    const fields = error as Error & Record<string, unknown>;
    const code =
        typeof fields.code === "string" ? fields.code : error.name === "Error" ? messageOf(error) : textOf(error.name);
    return codes.test(code) || networkCodes.test(code) || (numberOf(statusOf(fields)) ?? 0) >= 500;
}
