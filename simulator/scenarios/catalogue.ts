import { orderConnection } from "../world/circuit";
import { buildBasicCen } from "./basicCen";
import { buildBought, buildVpcs, buildWithCircuit } from "./build";
import { offerForeignConnection, singaporeOrder } from "./order";
import type { Scenario } from "./scenario";
import { slowest } from "./slowest";

/** Simulated seconds until somebody buys the connection in `not-bought-yet`. */
export const boughtAfterSeconds = 900;

/** The AWS account that the order of `wrong-account` names; nobody here has its keys. */
const someoneElsesAccountId = "210987654321";

const day = 24 * 3600 * 1000;

/** When which side moves: the two waits, and what becomes visible late. */
const waits: Record<string, Scenario> = {
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
    "slow-everything": {
        description: "everything takes as long as was ever seen or as the official providers wait",
        comesUp: true,
        durations: slowest,
        build: (world) => buildBought(world),
    },
};

/** What the backend makes of BGP by itself. */
const backendBgp: Record<string, Scenario> = {
    "bgp-absent": {
        description: "the backend makes no BGP group and peer",
        comesUp: true,
        guesses: { backendMakesBgp: "none" },
        build: (world) => buildBought(world),
    },
    "bgp-precreated": {
        description: "the backend makes BGP group and peer; the group shows its key",
        comesUp: true,
        guesses: { backendMakesBgp: "group-and-peer" },
        build: (world) => buildBought(world),
    },
};

/** What the VBR is attached to, and whose it is. */
const attachments: Record<string, Scenario> = {
    "basic-cen": {
        description: "the VPC hangs on a Basic CEN, which has no Enterprise transit router",
        comesUp: true,
        build: (world) => buildBought(world, {}, buildBasicCen),
    },
    "foreign-vbr": {
        description: "VBR and circuit are Alibaba Cloud's, which makes BGP and grants the VBR to the CEN",
        comesUp: true,
        guesses: {
            borderRouterOwner: "alibaba",
            circuitOwner: "alibaba",
            backendMakesBgp: "group-and-peer",
            foreignBorderRouterGrant: "by-backend",
        },
        build: (world) => buildBought(world),
    },
};

/** What cannot end well until somebody mends it. */
const troubles: Record<string, Scenario> = {
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

export const scenarios: Record<string, Scenario> = { ...waits, ...backendBgp, ...attachments, ...troubles };
