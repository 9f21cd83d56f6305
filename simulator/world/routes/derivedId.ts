import { createHash } from "node:crypto";

/** The ID of something that the physics makes: the same thing keeps it through every settling of the world. */
export function derivedId(prefix: string, ...names: string[]): string {
    return prefix + createHash("sha256").update(names.join(" ")).digest("hex").slice(0, 18);
}
