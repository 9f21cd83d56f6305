/** Why a signature was refused; each protocol has its own code for it. */
export type RefusalKind =
    | "missing"
    | "incomplete"
    | "unknown key"
    | "wrong token"
    | "wrong scope"
    | "skewed"
    | "wrong signature"
    | "expired token";

export class Refusal {
    constructor(
        readonly kind: RefusalKind,
        /** What the services say that do not keep it to themselves, as EC2 does. */
        readonly message: string,
    ) {}
}

export function refused(kind: RefusalKind, message: string): Refusal {
    return new Refusal(kind, message);
}
