import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

import type { AlibabaSettings } from "../settings/settings";

/** A profile of the Alibaba Cloud CLI, as `aliyun configure` writes it. */
export type AlibabaProfile = Readonly<Record<string, unknown>> & { readonly name: string };

/** The profiles of the CLI's file; nothing of the file's text goes into an error, since it holds keys. */
export async function readAlibabaProfile(
    settings: Pick<AlibabaSettings, "profile" | "sharedCredentialsFile">,
): Promise<{ profile: AlibabaProfile; all: AlibabaProfile[] } | undefined> {
    const { profile: name } = settings;
    if (name === undefined) {
        return undefined;
    }
    const file = fileOf(settings);
    const fix = "Run aliyun configure, or correct alicloud:profile and alicloud:sharedCredentialsFile.";
    let all: AlibabaProfile[];
    try {
        const parsed = JSON.parse(await readFile(file, "utf8")) as { profiles?: unknown } | null;
        all = Array.isArray(parsed?.profiles) ? (parsed.profiles as unknown[]).filter(isProfile) : [];
    } catch (error) {
        const problem = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read as JSON";
        throw new Error(`Profile "${name}": ${file} ${problem}. ${fix}`, { cause: undefined });
    }
    const profile = all.find((other) => other.name === name);
    if (profile === undefined) {
        throw new Error(`Profile "${name}" is not in ${file}. ${fix}`);
    }
    return { profile, all };
}

function isProfile(entry: unknown): entry is AlibabaProfile {
    return typeof entry === "object" && entry !== null && "name" in entry && typeof entry.name === "string";
}

/** The region that the profile was configured with; empty without one. */
export async function regionOfProfile(
    settings: Pick<AlibabaSettings, "profile" | "sharedCredentialsFile">,
): Promise<string> {
    const region = (await readAlibabaProfile(settings))?.profile.region_id;
    return typeof region === "string" ? region : "";
}

function fileOf({ sharedCredentialsFile }: Pick<AlibabaSettings, "sharedCredentialsFile">): string {
    return sharedCredentialsFile === undefined
        ? path.join(homedir(), ".aliyun", "config.json")
        : sharedCredentialsFile.replace(/^~(?=\/)/, homedir());
}
