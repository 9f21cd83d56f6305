import { readFileSync } from "node:fs";

import type { PolicyDocuments } from "../simulator/permissions/attach";
import { readPolicy } from "../simulator/permissions/readPolicy";
import { UsageError } from "./arguments";

/** The files of `--policy-aws` and `--policy-ram`, which the simulator can evaluate to the last word. */
export function readPolicies({ policyAws, policyRam }: { policyAws?: string; policyRam?: string }): PolicyDocuments {
    return {
        aws: policyAws === undefined ? undefined : readWhole("--policy-aws", policyAws, "aws"),
        ram: policyRam === undefined ? undefined : readWhole("--policy-ram", policyRam, "alibaba"),
    };
}

function readWhole(option: string, file: string, cloud: Parameters<typeof readPolicy>[0]): unknown {
    const document = readDocument(option, file);
    try {
        readPolicy(cloud, document);
    } catch (error) {
        throw new UsageError(`${option} ${file}: ${(error as Error).message}`);
    }
    return document;
}

export function readDocument(option: string, file: string): unknown {
    try {
        return JSON.parse(readFileSync(file, "utf8")) as unknown;
    } catch (error) {
        throw new UsageError(
            `${option} ${file} cannot be read as JSON: ${(error as Error).message}. Name a file that holds a document.`,
        );
    }
}
