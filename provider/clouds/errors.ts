/** What to make of an error while waiting: one that passes by itself slows the wait down, expired credentials end it like a time-out. */
type ErrorKind = "passing" | "expired" | "lasting";

/** What went wrong in a cloud, in one line: subject, state, fix. The vendor's code stays readable for the handlers. */
export class CloudCallError extends Error {
    constructor(
        message: string,
        readonly code: string,
        options: { cause: unknown; kind?: ErrorKind },
    ) {
        super(message, { cause: options.cause });
        this.name = "CloudCallError";
        this.kind = options.kind ?? "lasting";
    }

    readonly kind: ErrorKind;
}

const credentialCodes =
    /Expired|AuthFailure|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|InvalidSecurityToken|CredentialsProvider|TokenProvider|NoCredential/i;
const permissionCodes = /AccessDenied|UnauthorizedOperation|Forbidden\.RAM|NoPermission/i;

/** Turns an error of either cloud's SDK into one sentence. */
export function describeCloudError(
    cloud: "AWS" | "Alibaba Cloud",
    subject: string,
    error: unknown,
    passes: (error: unknown) => boolean = () => false,
): CloudCallError {
    if (error instanceof CloudCallError) {
        return error;
    }
    const { code, message } = codeAndMessage(error);
    // Without a code it is no answer of the cloud: what is missing here, say.
    const said = code === "" ? message : `${cloud} says ${code}: ${message}`;
    const expired = /Expired/i.test(code) || (credentialCodes.test(code) && /expired/i.test(message));
    const kind = expired ? "expired" : passes(error) ? "passing" : "lasting";
    const fix = expired
        ? `The ${cloud} credentials have expired: renew them and run pulumi up again; it goes on where it stopped.`
        : fixFor(cloud, code);
    return new CloudCallError(`${subject}: ${endSentence(said)} ${fix}`.trim(), code, { cause: error, kind });
}

function fixFor(cloud: string, code: string): string {
    if (credentialCodes.test(code)) {
        return `Check the ${cloud} credentials: the stack configuration comes first, then the environment.`;
    }
    return permissionCodes.test(code) ? "Grant this permission to the caller." : "";
}

function codeAndMessage(error: unknown): { code: string; message: string } {
    if (!(error instanceof Error)) {
        return { code: "", message: String(error) };
    }
    const code =
        "code" in error && typeof error.code === "string" ? error.code : error.name === "Error" ? "" : error.name;
    return { code, message: withoutRequest(error.message, code) };
}

/**
 * Alibaba's client repeats the code and the HTTP status in front of the message; after it come further lines, and, where the network failed, the whole
 * request, a BGP key among its parameters.
 */
function withoutRequest(message: string, code: string): string {
    const line = message.split("\n")[0] ?? "";
    const repeated = `${code}: `;
    return (line.startsWith(repeated) ? line.slice(repeated.length) : line)
        .replace(/^code: \d+, /, "")
        .replace(/\s*(GET|POST) https?:\/\/.*$/, "");
}

function endSentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
