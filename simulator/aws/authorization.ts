import type { IncomingHttpHeaders } from "node:http";

import { refused, type Refusal } from "./refusal";

/** What an Authorization header of SigV4 says. */
export interface Authorization {
    accessKeyId: string;
    date: string;
    region: string;
    service: string;
    terminator: string;
    signedHeaders: string[];
    signature: string;
    /** As the client wrote it: `20260101T000000Z`. */
    longDate: string;
    signedAt: Date;
}

const parameters = ["Credential", "Signature", "SignedHeaders"] as const;

/** The texts are those that users of several services were shown (aws/chalice#828 and many others). */
export function parseAuthorization(headers: IncomingHttpHeaders): Authorization | Refusal {
    const header = headers.authorization;
    if (header === undefined) {
        return refused("missing", "Missing Authentication Token");
    }
    const given = pairsOf(header);
    const longDate = headers["x-amz-date"];
    const complaints = [
        ...parameters
            .filter((name) => !given.get(name))
            .map((name) => `Authorization header requires '${name}' parameter.`),
        ...(typeof longDate === "string"
            ? []
            : ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]),
    ];
    if (complaints.length > 0) {
        return refused("incomplete", [...complaints, `Authorization=${header}`].join(" "));
    }
    const credential = (given.get("Credential") ?? "").split("/");
    const [accessKeyId = "", date = "", region = "", service = "", terminator = ""] = credential;
    if (credential.length !== 5) {
        return refused(
            "incomplete",
            `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential.join("/")}'`,
        );
    }
    const signedAt = dateOf(String(longDate));
    if (signedAt === undefined) {
        return refused("incomplete", `Date must be in ISO-8601 'basic format'. Got '${String(longDate)}'.`);
    }
    return {
        accessKeyId,
        date,
        region,
        service,
        terminator,
        signedHeaders: (given.get("SignedHeaders") ?? "").split(";"),
        signature: given.get("Signature") ?? "",
        longDate: String(longDate),
        signedAt,
    };
}

/** `AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...` */
function pairsOf(header: string): ReadonlyMap<string, string> {
    const [, pairs = ""] = /^AWS4-HMAC-SHA256 +(.*)$/.exec(header) ?? [];
    return new Map(
        pairs.split(",").map((pair): [string, string] => {
            const [name = "", ...value] = pair.trim().split("=");
            return [name, value.join("=")];
        }),
    );
}

function dateOf(text: string): Date | undefined {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
    const date = new Date(parts === null ? NaN : `${parts.slice(1, 4).join("-")}T${parts.slice(4, 7).join(":")}Z`);
    return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `20260101T000000Z` */
export function longDateOf(milliseconds: number): string {
    return `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
