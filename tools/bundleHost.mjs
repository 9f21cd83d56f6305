// Bundles what a dynamic host loads of this package into `dist/host`, with the used parts of AWS's SDK alone: a host begins with every preview and `up`, and
// EC2's client is one file of 2 MB (benchmarks/README.md has the figures). Programs and the command load the compiled files, and the SDK as it is installed.
import path from "node:path";

import { build } from "rolldown";
import { licensePlugin } from "rolldown-license-plugin";

const root = path.dirname(import.meta.dirname);

/** Each text once, under all packages that are given under it; a package without a text of its own stands with the first that is under the same licence. */
function textsOf(packages) {
    const holders = new Map();
    for (const { name, version, license, licenseText } of packages) {
        const text =
            licenseText || packages.find((other) => other.license === license && other.licenseText)?.licenseText;
        holders.set(text, [...(holders.get(text) ?? []), `${name} ${version} (${license})`]);
    }
    return [...holders]
        .map(([text, names]) => `${names.join("\n")}\n\n${text.trim()}\n`)
        .join(`\n${"=".repeat(80)}\n\n`);
}

await build({
    input: path.join(root, "provider", "handlers.ts"),
    platform: "node",
    // Pulumi's SDK is the program's own. Alibaba Cloud's loads no faster from a bundle: it needs all of its parts from the start.
    external: [/^@(pulumi|alicloud|darabonba)\//],
    resolve: { mainFields: ["module", "main"] },
    transform: { target: "node20" },
    treeshake: { propertyReadSideEffects: false },
    plugins: [
        licensePlugin({
            // Its terms are met by the texts beside the bundle. Another licence may ask for more.
            allow: ({ license }) => license === "Apache-2.0",
            failOnViolation: true,
            failOnUnlicensed: true,
            done(packages, context) {
                context.emitFile({ type: "asset", fileName: "LICENSES.txt", source: textsOf(packages) });
            },
        }),
    ],
    output: {
        dir: path.join(root, "dist", "host"),
        cleanDir: true,
        format: "cjs",
        // As the modules that it is made of are.
        strict: true,
        chunkFileNames: "[name].js",
    },
});
