import { orderConnection } from "../world/circuit";
import type { World } from "../world/world";
import { buildAccessPoints, offerForeignConnection, singaporeOrder } from "./order";
import type { Scenario, WorldIds } from "./scenario";
import { buildAlibabaVpc, buildAwsVpc } from "./vpcs";

/** Simulated seconds until somebody buys the connection in `not-bought-yet`. */
export const boughtAfterSeconds = 900;

function buildVpcs(world: World): WorldIds {
    buildAccessPoints(world);
    return { ...buildAwsVpc(world), ...buildAlibabaVpc(world) };
}

/** Both VPCs, and a freshly bought connection. */
function buildBought(world: World): WorldIds {
    const vpcs = buildVpcs(world);
    const { vbrId, connectionId } = orderConnection(world, singaporeOrder(world, true));
    return { ...vpcs, vbrId, hostedConnectionId: connectionId };
}

const scenarios: Record<string, Scenario> = {
    default: {
        description: "freshly bought; neither the acceptance nor the backend waits for the other",
        guesses: {},
        build: buildBought,
    },
    "accept-first": {
        description: "the backend starts only after AWS has the hosted connection accepted",
        guesses: { orderOfWaits: "accept-first" },
        build: buildBought,
    },
    "backend-first": {
        description: "the hosted connection appears only when the backend says Running",
        guesses: { orderOfWaits: "backend-first" },
        build: buildBought,
    },
    "not-bought-yet": {
        description: "nothing is bought yet; VBR and hosted connection appear later",
        guesses: {},
        build: (world) => {
            const vpcs = buildVpcs(world);
            world.later(boughtAfterSeconds, () => {
                orderConnection(world, singaporeOrder(world, false));
            });
            return vpcs;
        },
    },
    "two-offers": {
        description: "another partner's hosted connection waits for acceptance too",
        guesses: {},
        build: (world) => {
            offerForeignConnection(world);
            return buildBought(world);
        },
    },
};

export const scenarioNames: readonly string[] = Object.keys(scenarios);

export function findScenario(name: string): Scenario {
    const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
    if (scenario === undefined) {
        throw new Error(`Scenario "${name}" does not exist. Choose one of: ${scenarioNames.join(", ")}.`);
    }
    return scenario;
}
