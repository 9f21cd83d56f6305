import { messageOf, textOf } from "../messageOf";
import { OutOfTime } from "../waiting/clock";
import { describeDuration } from "../waiting/duration";

/** What to make of an error while waiting: one that passes by itself slows the wait down, expired credentials end it like a time-out. */
type ErrorKind = "passing" | "expired" | "lasting";

/** What went wrong in a cloud, in one line: subject, state, fix. The vendor's code stays readable for the handlers. */
export class CloudCallError extends Error {
    constructor(
        message: string,
        readonly code: string,
        options: { cause: unknown; kind?: ErrorKind; said?: string; permission?: string | undefined },
    ) {
        super(message, { cause: options.cause });
        this.name = "CloudCallError";
        this.kind = options.kind ?? "lasting";
        this.said = options.said ?? message;
        this.permission = options.permission;
    }

    readonly kind: ErrorKind;
    /** The message without its fix, for whoever has one of his own. */
    readonly said: string;
    /** The permission that was denied, such as `ec2:DescribeVpcs` or `cen:DescribeCens`; undefined: it is another error. */
    readonly permission: string | undefined;
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
    const { code, message: said } = codeAndMessage(error, cloud);
    // Without a code it is no answer of the cloud: what is missing here, say.
    const told = endSentence(`${subject}: ${code === "" ? said : `${cloud} says ${code}: ${said}`}`);
    const kind = kindOf(error, code, said, passes);
    const permission = kind === "lasting" && permissionCodes.test(code) ? neededBy.get(error as object) : undefined;
    const message = `${told} ${fixFor(cloud, code, kind)}`.trim();
    return new CloudCallError(message, code, { cause: error, kind, said: told, permission });
}

/** Which permission a call needed that failed with this error. */
const neededBy = new WeakMap<object, string>();

/** Notes at an error, whatever it is, which permission its call needs; the innermost call is the one that failed, such as AssumeRole within another. */
export function notePermission(error: unknown, permission: string): void {
    if (typeof error === "object" && error !== null && !neededBy.has(error)) {
        neededBy.set(error, permission);
    }
}

function kindOf(error: unknown, code: string, message: string, passes: (error: unknown) => boolean): ErrorKind {
    const expired = /Expired/i.test(code) || (credentialCodes.test(code) && /expired/i.test(message));
    return expired ? "expired" : passes(error) ? "passing" : "lasting";
}

function fixFor(cloud: string, code: string, kind: ErrorKind): string {
    switch (kind) {
        case "expired":
            return `The ${cloud} credentials have expired: renew them and run pulumi up again; it goes on where it stopped.`;
        case "passing":
            return "That passes by itself: run the same command again later; it goes on where it stopped.";
        case "lasting":
            if (credentialCodes.test(code)) {
                return `Check the ${cloud} credentials: the stack configuration comes first, then the environment.`;
            }
            return permissionCodes.test(code) ? "Grant this permission to the caller." : "";
    }
}

function codeAndMessage(error: unknown, cloud: string): { code: string; message: string } {
    if (!(error instanceof Error)) {
        return { code: "", message: messageOf(error) || "an error without a text was thrown" };
    }
    if (error instanceof OutOfTime) {
        return { code: "", message: `${cloud} has not answered within ${describeDuration(error.milliseconds)}` };
    }
    const name = textOf(error.name);
    const code = "code" in error && typeof error.code === "string" ? error.code : name === "Error" ? "" : name;
    return { code, message: withoutRequest(messageOf(error), code) };
}

/**
 * Alibaba's client repeats the code and the HTTP status in front of the message; after it come further lines, and, where the network failed, the whole
 * request, a BGP key among its parameters. The refusal of a signature repeats what should have been signed: all parameters, the security token too;
 * AWS's does so in further lines.
 */
function withoutRequest(message: string, code: string): string {
    const line = message.split("\n")[0] ?? "";
    const repeated = `${code}: `;
    return (line.startsWith(repeated) ? line.slice(repeated.length) : line)
        .replace(/^code: \d+, /, "")
        .replace(/\s*(GET|POST) https?:\/\/.*$/, "")
        .replace(/\s*server string to sign is:.*$/i, "");
}

function endSentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
