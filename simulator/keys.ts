import { randomBytes } from "node:crypto";

import type { Caller } from "./world/world";

export interface AccessKey {
    accessKeyId: string;
    secret: string;
    /** Temporary keys only: what AssumeRole handed out with them. */
    sessionToken?: string;
    /** Real milliseconds since the epoch: sessions expire by the real clock, as signatures do, not by the world's. */
    expiresAt?: number;
    caller: Caller;
}

/** What a temporary key is made for. */
export type SessionCaller = Omit<Caller, "accessKeyId">;

/** More than that are in use at no time; the oldest is forgotten for a new one, so that the memory is not filled. */
const mostTemporaryKeys = 10_000;

/** The access keys that exist, and whom each one stands for. */
export class KeyStore {
    private readonly keys = new Map<string, AccessKey>();
    /** The oldest first. */
    private readonly temporaryKeys = new Map<string, AccessKey>();

    /** `now` gives real milliseconds since the epoch. */
    constructor(readonly now: () => number = Date.now) {}

    add(key: AccessKey): AccessKey {
        this.keys.set(key.accessKeyId, key);
        return key;
    }

    /** The key, expired or not: an expired one is answered with the vendor's own error. */
    find(accessKeyId: string): AccessKey | undefined {
        return this.keys.get(accessKeyId) ?? this.temporaryKeys.get(accessKeyId);
    }

    isExpired(key: AccessKey): boolean {
        return key.expiresAt !== undefined && key.expiresAt <= this.now();
    }

    /** A new temporary key in the form of the caller's cloud: `ASIA...` or `STS....`. */
    issue(
        caller: SessionCaller,
        durationSeconds: number,
    ): AccessKey & Required<Pick<AccessKey, "sessionToken" | "expiresAt">> {
        const accessKeyId =
            caller.cloud === "aws"
                ? `ASIA${randomBytes(8).toString("hex").toUpperCase()}`
                : `STS.${randomBytes(12).toString("hex")}`;
        const key = {
            accessKeyId,
            secret: randomBytes(20).toString("hex"),
            sessionToken: randomBytes(48).toString("base64"),
            expiresAt: this.now() + durationSeconds * 1000,
            caller: { ...caller, accessKeyId },
        };
        this.temporaryKeys.set(accessKeyId, key);
        const [oldest] = this.temporaryKeys.keys();
        if (oldest !== undefined && this.temporaryKeys.size > mostTemporaryKeys) {
            this.temporaryKeys.delete(oldest);
        }
        return key;
    }
}
