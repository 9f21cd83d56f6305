import { execFileSync } from "node:child_process";

import { startSimulator } from "../simulator/server";
import { startHost, type Asked, type DynamicHost } from "../tests/harness/dynamicHost";
import { acceptedByHand } from "./acceptedByHand";
import { median, type Bench } from "./bench";

const runs = 5;
const manyResources = 100;

/** The least that a provider can be, as the SDK's serializer writes it into the state. */
const trivialProvider = `exports.handler = () => ({ create: async () => ({ id: "trivial", outs: {} }) });`;

interface Measured {
    /** From the start of the process to the answer of the first create. */
    firstSeconds: number;
    megabytesAtOne: number;
    megabytesAtMany: number;
}

async function measure(
    environment: Record<string, string>,
    askFor: (host: DynamicHost) => Promise<Asked>,
): Promise<Measured> {
    const beganAt = performance.now();
    const host = await startHost({ environment });
    try {
        await host.configure({});
        const { urn, inputs } = await askFor(host);
        const create = (): Promise<unknown> => host.create(urn, inputs);
        await create();
        const firstSeconds = (performance.now() - beganAt) / 1000;
        const megabytesAtOne = megabytesOf(host);
        // As many at once as the engine's default allows on this machine's cores.
        for (let made = 1; made < manyResources; made += 8) {
            await Promise.all(Array.from({ length: Math.min(8, manyResources - made) }, create));
        }
        return { firstSeconds, megabytesAtOne, megabytesAtMany: megabytesOf(host) };
    } finally {
        await host.stop();
    }
}

/** What the processes of the host hold in memory. */
function megabytesOf({ processGroup }: DynamicHost): number {
    const lines = execFileSync("ps", ["-A", "-o", "pgid=,rss="], { encoding: "utf8" }).split("\n");
    const kilobytes = lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([id]) => id === processGroup);
    return kilobytes.reduce((sum, [, rss = 0]) => sum + rss, 0) / 1024;
}

export const host: Bench = {
    name: "host",
    says: "host: the dynamic host with a resource that asks Alibaba Cloud and AWS Direct Connect, beside one with a trivial provider",
    async run(report) {
        const simulator = await startSimulator({ speed: 600 });
        const { vbrId = "" } = simulator.description.world;
        // So that no create waits for a cloud.
        const { connectionId } = await acceptedByHand(simulator);
        const trivial: Measured[] = [];
        const ours: Measured[] = [];
        for (let run = 0; run < runs; run++) {
            trivial.push(
                await measure({}, () => {
                    const urn = "urn:pulumi:test::host::pulumi-nodejs:dynamic:Resource::trivial";
                    return Promise.resolve({ urn, inputs: { __provider: trivialProvider } });
                }),
            );
            ours.push(
                await measure(simulator.environment, (started) =>
                    started.ask("HostedConnectionAcceptance", { vbrId, connectionId }),
                ),
            );
        }
        await simulator.close();
        const of = (all: readonly Measured[], figure: keyof Measured): number =>
            median(all.map((measured) => measured[figure]));
        const first = of(ours, "firstSeconds") / of(trivial, "firstSeconds");
        report({ name: "host/first create", value: first, unit: "x", bar: { atMost: 1.5 } });
        report({ name: "host/first create, trivial", value: of(trivial, "firstSeconds"), unit: "s" });
        for (const [name, figure] of [
            ["1 resource", "megabytesAtOne"],
            [`${manyResources} resources`, "megabytesAtMany"],
        ] as const) {
            const more = of(ours, figure) - of(trivial, figure);
            report({ name: `host/memory at ${name}`, value: more, unit: "MB more", bar: { atMost: 40 } });
            report({ name: `host/memory at ${name}, trivial`, value: of(trivial, figure), unit: "MB" });
        }
    },
};
