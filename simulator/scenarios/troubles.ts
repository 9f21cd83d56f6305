import { buildAttachedVpc } from "./attachedVpc";
import { buildBought, buildWithCircuit } from "./build";
import type { Scenario } from "./scenario";

/** The AWS account that the order of `wrong-account` names; nobody here has its keys. */
const someoneElsesAccountId = "210987654321";

const day = 24 * 3600 * 1000;

/** What cannot end well until somebody mends it. */
export const troubles: Record<string, Scenario> = {
    "never-ready": {
        description: "the backend never says Running",
        comesUp: false,
        durations: { backendConfiguration: Number.POSITIVE_INFINITY },
        build: (world) => buildBought(world),
    },
    "wrong-account": {
        description: "the order named another AWS account, which got the hosted connection",
        comesUp: false,
        build: (world) => buildBought(world, { peerVendorUid: someoneElsesAccountId }),
    },
    "vpc-not-joined": {
        description: "the VPC is attached to the transit router, and neither associated, propagating nor synchronised",
        comesUp: false,
        build: (world) => buildBought(world, {}, buildAttachedVpc),
    },
    locked: {
        description: "the circuit is locked for an unpaid bill",
        comesUp: false,
        build: (world) => buildWithCircuit(world, (circuit) => (circuit.businessStatus = "FinancialLocked")),
    },
    expired: {
        description: "the subscription is over since yesterday; the VBR is still listed",
        comesUp: false,
        build: (world) =>
            buildWithCircuit(
                world,
                (circuit) => (circuit.expireTime = new Date(world.clock.now() - day).toISOString()),
            ),
    },
};
