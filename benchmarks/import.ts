import { spawnSync } from "node:child_process";
import path from "node:path";

import { median, type Bench } from "./bench";

const root = path.join(__dirname, "..", "..");
const runs = 9;

interface Loaded {
    milliseconds: number;
    megabytes: number;
}

/** What a program that names the same official classes by deep path loads in any case. */
const officialClasses = [
    "@pulumi/pulumi",
    "@pulumi/alicloud/cen/instanceAttachment",
    "@pulumi/alicloud/cen/transitRouterRouteTableAssociation",
    "@pulumi/alicloud/cen/transitRouterRouteTablePropagation",
    "@pulumi/alicloud/cen/transitRouterVbrAttachment",
    "@pulumi/aws/directconnect/privateVirtualInterface",
    "@pulumi/aws/ec2/vpnGateway",
    "@pulumi/aws/ec2/vpnGatewayAttachment",
    "@pulumi/aws/ec2/vpnGatewayRoutePropagation",
];

/** In a process of its own. */
function load(modules: readonly string[]): Loaded {
    const script = `
        const began = performance.now();
        for (const name of ${JSON.stringify(modules)}) require(name);
        const milliseconds = performance.now() - began;
        globalThis.gc();
        const { heapUsed, external } = process.memoryUsage();
        console.log(JSON.stringify({ milliseconds, megabytes: (heapUsed + external) / 2 ** 20 }));
        process.exit(0);`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", "-e", script], {
        cwd: root,
        encoding: "utf8",
    });
    if (stdout === "") {
        throw new Error(stderr);
    }
    return JSON.parse(stdout) as Loaded;
}

export const importCost: Bench = {
    name: "import",
    says: "import: require of the package, beside that of @pulumi/pulumi and the same official classes",
    run(report) {
        const ours: Loaded[] = [];
        const theirs: Loaded[] = [];
        // In turns, so that both get the same of whatever else the machine does.
        for (let run = 0; run < runs; run++) {
            theirs.push(load(officialClasses));
            ours.push(load(["pulumi-multicloud-connection"]));
        }
        const time = (all: readonly Loaded[]): number => median(all.map(({ milliseconds }) => milliseconds));
        const memory = (all: readonly Loaded[]): number => median(all.map(({ megabytes }) => megabytes));
        report({ name: "import/time", value: time(ours) / time(theirs), unit: "x", bar: { atMost: 1.15 } });
        report({ name: "import/memory", value: memory(ours) - memory(theirs), unit: "MB", bar: { atMost: 15 } });
        return Promise.resolve();
    },
};
