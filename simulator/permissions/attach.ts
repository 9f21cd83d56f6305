import type { Policy } from "./policy";
import { readPolicy } from "./readPolicy";
import { recordGrants } from "./recordPermissions";

/** Documents by cloud, one or several of each; none: that cloud's users may do everything. */
export interface PolicyDocuments {
    aws?: unknown;
    ram?: unknown;
}

/** Reads the documents for the users of a cloud. */
export function policiesFor(cloud: "aws" | "alibaba", { aws, ram }: PolicyDocuments): readonly Policy[] | undefined {
    const given = cloud === "aws" ? aws : ram;
    if (given === undefined) {
        return undefined;
    }
    const documents = Array.isArray(given) ? (given as unknown[]) : [given];
    const policies = documents.map((document) => readPolicy(cloud, document));
    policies.forEach(recordGrants);
    return policies;
}
