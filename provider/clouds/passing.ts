import { BrokenAnswer } from "./brokenAnswer";

/** Which errors pass by themselves: throttling, a busy service, another write under way, a network that stumbled. */

const networkCodes = /Timeout|ECONNRESET|ECONNREFUSED|EPIPE|ENOTFOUND|EAI_AGAIN|socket hang up/i;
const alibabaCodes =
    /Throttling|ServiceUnavailable|InternalError|TaskConflict|OperationConflict|Operation\.Blocking|IncorrectStatus|InstanceStatus\.NotSupport|DependencyViolation\.Bgp|Conflict\.Lock/i;
const awsCodes =
    /Throttl|RequestLimitExceeded|TooManyRequests|LimitExceededException|ServiceUnavailable|InternalFailure|InternalError|DirectConnectServerException/i;

/** The codes are those of the Terraform provider's own retry list. */
export function passesAtAlibaba(error: unknown): boolean {
    return passes(error, alibabaCodes, (fields) => fields.statusCode);
}

/** `LimitExceededException` of Direct Connect is its rate limit, and `DirectConnectServerException` comes as HTTP 400 (service model 2012-10-25). */
export function passesAtAws(error: unknown): boolean {
    return passes(
        error,
        awsCodes,
        (fields) => (fields.$metadata as { httpStatusCode?: unknown } | undefined)?.httpStatusCode,
    );
}

function passes(error: unknown, codes: RegExp, statusOf: (fields: Record<string, unknown>) => unknown): boolean {
    if (!(error instanceof Error)) {
        return false;
    }
    if (error instanceof BrokenAnswer) {
        return true;
    }
    const fields = error as Error & Record<string, unknown>;
    const code = typeof fields.code === "string" ? fields.code : error.name === "Error" ? error.message : error.name;
    return codes.test(code) || networkCodes.test(code) || Number(statusOf(fields)) >= 500;
}
