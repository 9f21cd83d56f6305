import { orderConnection } from "../world/circuit";
import { sayUnknownState } from "../world/listings";
import { buildBought, buildVpcs } from "./build";
import { offerForeignConnection, singaporeOrder } from "./order";
import type { Scenario } from "./scenario";
import { slowest } from "./slowest";

/** Simulated seconds until somebody buys the connection in `not-bought-yet`. */
export const boughtAfterSeconds = 900;

/** When which side moves: the two waits, and what becomes visible late. */
export const waits: Record<string, Scenario> = {
    default: {
        description: "freshly bought; neither the acceptance nor the backend waits for the other",
        comesUp: true,
        build: (world) => buildBought(world),
    },
    "accept-first": {
        description: "the backend starts only after AWS has the hosted connection accepted",
        comesUp: true,
        guesses: { orderOfWaits: "accept-first" },
        build: (world) => buildBought(world),
    },
    "backend-first": {
        description: "the hosted connection appears only when the backend says Running",
        comesUp: true,
        guesses: { orderOfWaits: "backend-first" },
        build: (world) => buildBought(world),
    },
    "not-bought-yet": {
        description: "nothing is bought yet; VBR and hosted connection appear later",
        comesUp: true,
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
        comesUp: true,
        build: (world) => {
            offerForeignConnection(world);
            return buildBought(world);
        },
    },
    "vlan-late": {
        description: "the VBR shows its VLAN only five minutes after the circuit is Enabled",
        comesUp: true,
        guesses: { borderRouterVlan: "when-running" },
        durations: { enabledToVlan: 300 },
        build: (world) => buildBought(world),
    },
    "addresses-late": {
        description: "the VBR shows its addresses only five minutes after the circuit is Enabled",
        comesUp: true,
        durations: { enabledToAddresses: 300 },
        build: (world) => buildBought(world),
    },
    "connection-down-first": {
        description: "the accepted connection is down until the backend is Running",
        comesUp: true,
        guesses: { acceptedConnection: "down-until-running" },
        build: (world) => buildBought(world),
    },
    "lagging-reads": {
        description: "each cloud's readings lag by themselves, and its lists show the past for a while",
        comesUp: true,
        durations: { readingLagAws: 20, readingLagAlibaba: 30, listLagAws: 15, listLagAlibaba: 25 },
        build: (world) => buildBought(world),
    },
    "unknown-states": {
        description: "connection, VBR and circuit say a state that no document names for ten minutes",
        comesUp: true,
        build: (world) => {
            for (const [list, insteadOf] of [
                ["connections", "ordering"],
                ["connections", "pending"],
                ["borderRouters", "active"],
                ["circuits", "Enabled"],
            ] as const) {
                sayUnknownState(world, { list, insteadOf, seconds: 600 });
            }
            return buildBought(world);
        },
    },
    "slow-everything": {
        description: "everything takes as long as was ever seen or as the official providers wait",
        comesUp: true,
        durations: slowest,
        build: (world) => buildBought(world),
    },
};
