import { buildBasicCen } from "./basicCen";
import { buildBought } from "./build";
import type { Scenario } from "./scenario";

/** What the backend makes of BGP by itself. */
export const backendBgp: Record<string, Scenario> = {
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

/** A group of the backend's whose key cannot be taken over. */
export const unreadableKeys: Record<string, Scenario> = {
    "bgp-precreated-masked": {
        description: "the backend makes BGP group and peer; the group shows its key masked",
        comesUp: false,
        guesses: { backendMakesBgp: "group-and-peer", bgpAuthKeyReading: "masked" },
        build: (world) => buildBought(world),
    },
    "bgp-precreated-absent": {
        description: "the backend makes BGP group and peer; the group does not show its key",
        comesUp: false,
        guesses: { backendMakesBgp: "group-and-peer", bgpAuthKeyReading: "absent" },
        build: (world) => buildBought(world),
    },
};

/** What the VBR is attached to, and whose it is. */
export const attachments: Record<string, Scenario> = {
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
