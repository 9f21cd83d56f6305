import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What the installed SDK says of a resource: its constructor names inputs, required ones and pure outputs. */
export interface ResourceSchema {
    inputs: ReadonlySet<string>;
    required: readonly string[];
    outputs: readonly string[];
}

const known = new Map<string, ResourceSchema | undefined>();
const requireHere = createRequire(__filename);

/** The schema of `aws:ec2/vpnGateway:VpnGateway`; undefined where its SDK is not installed. */
export function schemaOf(token: string): ResourceSchema | undefined {
    if (!known.has(token)) {
        known.set(token, readSchema(token));
    }
    return known.get(token);
}

function readSchema(token: string): ResourceSchema | undefined {
    const [cloud, file] = token.split(":");
    let source: string;
    try {
        source = readFileSync(requireHere.resolve(`@pulumi/${cloud}/${file}.js`), "utf8");
    } catch {
        return undefined;
    }
    // Older SDKs say `args ? args.x : undefined`, newer ones `args?.x`.
    const all = (pattern: RegExp): string[] => [...source.matchAll(pattern)].map(([, name]) => name ?? "");
    return {
        inputs: new Set(all(/resourceInputs\["(\w+)"\] = [^;\n]*\bargs\??\./g)),
        required: all(/\bargs\??\.(\w+) === undefined\)? && !opts\.urn/g),
        outputs: all(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g),
    };
}
