/** What went wrong in a cloud, in one line: subject, state, fix. The vendor's code stays readable for the handlers. */
export class CloudCallError extends Error {
    constructor(
        message: string,
        readonly code: string,
        options: { cause: unknown },
    ) {
        super(message, options);
        this.name = "CloudCallError";
    }
}

const credentialCodes =
    /Expired|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|InvalidSecurityToken|CredentialsProvider|NoCredential/i;
const permissionCodes = /AccessDenied|UnauthorizedOperation|Forbidden\.RAM|NoPermission/i;

/** Turns an error of either cloud's SDK into one sentence. */
export function describeCloudError(cloud: "AWS" | "Alibaba Cloud", subject: string, error: unknown): CloudCallError {
    if (error instanceof CloudCallError) {
        return error;
    }
    const { code, message } = codeAndMessage(error);
    const said = `${cloud} says ${code === "" ? "" : `${code}: `}${message}`;
    return new CloudCallError(`${subject}: ${endSentence(said)} ${fixFor(cloud, code)}`.trim(), code, { cause: error });
}

function fixFor(cloud: string, code: string): string {
    if (/Expired/i.test(code)) {
        return `The ${cloud} credentials have expired: renew them and run pulumi up again; it goes on where it stopped.`;
    }
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
    // Alibaba's client puts the request's details on further lines.
    return { code, message: error.message.split("\n")[0] ?? "" };
}

function endSentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
