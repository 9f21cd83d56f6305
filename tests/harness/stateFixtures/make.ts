import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import type { SimulatorOptions } from "../../../simulator/server";
import type { Outcome } from "../outcome";
import { rehearse, type Rehearsal } from "../rehearsal";
import type { ExportedStack } from "../state";
import { fixtureNames, type FixtureName } from "./names";
import { cloudsOf, idsIn, type SavedWorld } from "./savedWorld";

/** How a stack came to its state. */
interface Life {
    options: SimulatorOptions;
    live(rehearsal: Rehearsal): Promise<void>;
}

const lives: Record<FixtureName, Life> = {
    quickstart: {
        options: {},
        live: ({ stack }) => expectUp(stack.up()),
    },
    // The connection is accepted, and the wait for the backend has run out.
    "half-created": {
        options: { scenario: "accept-first", durations: { backendConfiguration: 10_000_000 } },
        async live({ stack, args }) {
            await stack.setArgs({ ...args, timeouts: { circuitSeconds: 2 } });
            const { failed } = await stack.up();
            if (!failed) {
                throw new Error("The backend was expected to be late.");
            }
        },
    },
    "basic-cen": {
        options: { scenario: "basic-cen" },
        live: ({ stack }) => expectUp(stack.up()),
    },
    // A gateway of somebody else's, a BGP group and peer of the backend's, an attachment that was there, and an imported virtual interface.
    adopted: {
        options: { scenario: "bgp-precreated" },
        async live({ stack, args, simulator }) {
            const vpnGatewayId = attachGateway(simulator.world, args.aws.vpcId);
            const withGateway = { ...args, aws: { ...args.aws, vpnGatewayId } };
            await stack.setArgs(withGateway);
            await expectUp(stack.up());
            const { transitRouterAttachmentId: attachmentId, virtualInterfaceId } = await stack.outputs();
            await stack.forget("link-cen-attachment", "link-virtual-interface");
            const { cen } = args.alibaba;
            const adopting = { ...withGateway, alibaba: { ...args.alibaba, cen: { ...cen, attachmentId } } };
            await stack.setArgs({ ...adopting, adopt: { virtualInterfaceId } });
            await expectUp(stack.up());
            // The line is for one `up`.
            await stack.setArgs(adopting);
            await expectUp(stack.up());
        },
    },
};

/** Writes every fixture of the version at hand into its folder, each with the clouds that it belongs to. */
export async function makeStateFixtures(folder: string): Promise<void> {
    for (const name of fixtureNames) {
        const life = lives[name];
        const rehearsal = await rehearse(life.options);
        try {
            await life.live(rehearsal);
            const { stack, simulator } = rehearsal;
            const { world, description } = simulator;
            const state = withoutPlaces(await stack.exportState());
            const saved = {
                takenAt: world.clock.now(),
                guesses: world.guesses,
                ids: description.world,
                clouds: structuredClone(cloudsOf(world)),
            };
            await expectUp(stack.destroy());
            const target = path.join(folder, name);
            await mkdir(target, { recursive: true });
            await write(path.join(target, "state.json"), state);
            await write(path.join(target, "world.json"), {
                ...saved,
                leftAfterDestroy: idsIn(world),
            } satisfies SavedWorld);
        } finally {
            await rehearsal.end();
        }
    }
}

function attachGateway({ aws, accounts }: Rehearsal["simulator"]["world"], vpcId: string): string {
    const vpnGatewayId = "vgw-0123456789abcdef0";
    aws.vpnGateways.set(vpnGatewayId, {
        vpnGatewayId,
        ownerAccount: accounts.awsAccountId,
        region: "ap-southeast-1",
        state: "available",
        amazonSideAsn: 64600,
        attachments: [{ vpcId, state: "attached" }],
        tags: new Map(),
    });
    return vpnGatewayId;
}

async function expectUp(command: Promise<Outcome>): Promise<void> {
    const { failed, diagnostics } = await command;
    if (failed) {
        throw new Error(diagnostics.join("\n"));
    }
}

/** Where in its sources a resource was made names folders of the machine that wrote it. */
function withoutPlaces(state: ExportedStack): ExportedStack {
    const places = ["sourcePosition", "stackTrace"];
    return JSON.parse(
        JSON.stringify(state, (key, value: unknown) => (places.includes(key) ? undefined : value)),
    ) as ExportedStack;
}

function write(file: string, content: unknown): Promise<void> {
    return writeFile(file, `${JSON.stringify(content, undefined, 1)}\n`);
}
