import type { CauseName } from "../../provider/diagnosis/causes/names";
import { shuffled } from "../faults/choice";
import type { Part, Setup } from "./setup";

/** Two causes at once. */
export type Pair = readonly [Setup, Setup];

/** With how many others each set-up is drawn. */
const partnersOfEach = 3;

/** Pairs in which the earlier one hides, in what one sees of the link, all that the later one does. */
const masking: readonly (readonly [CauseName, CauseName])[] = [
    ["no-hosted-connection", "vpc-not-attached"],
    ["not-accepted", "no-bgp-group"],
    ["connection-ended", "publishing-off"],
    ["foreign-connection", "keys-differ"],
    ["backend-not-finished", "propagation-off"],
    ["circuit-locked", "keys-differ"],
    ["subscription-over", "peer-asn-differs"],
    ["vbr-terminated", "local-asn-differs"],
    ["outbound-billing-not-opened", "no-virtual-interface"],
    ["circuit-down", "vlans-differ"],
    ["no-virtual-interface", "no-bgp-group"],
    ["no-virtual-interface", "peer-address-differs"],
    ["no-virtual-interface", "static-route-wins"],
    ["virtual-interface-not-confirmed", "keys-differ"],
    ["failover-test", "keys-differ"],
    ["vlans-differ", "addresses-swapped"],
    ["vlans-differ", "keys-differ"],
    ["addresses-swapped", "key-on-one-side-only"],
    ["keys-differ", "local-asn-differs"],
    ["keys-differ", "synchronisation-off"],
    ["keys-differ", "packet-filter"],
    ["no-bgp-peer", "vbr-not-associated"],
    ["gateway-not-attached", "packet-filter"],
    ["vbr-not-attached", "synchronisation-off"],
    ["vbr-not-propagating", "vpc-route-conflict"],
    ["publishing-off", "propagation-off"],
    ["propagation-off", "static-route-wins"],
    ["cidr-overlap", "packet-filter"],
];

/** Neither has changed what the other one needs. */
export function canBeAtOnce(a: Setup, b: Setup): boolean {
    return a.cause !== b.cause && !spoils(a, b) && !spoils(b, a);
}

function spoils({ touches, spoils: besides = [] }: Setup, other: Setup): boolean {
    const needed = new Set<Part>([...other.touches, ...(other.needs ?? [])]);
    return [...touches, ...besides].some((part) => needed.has(part));
}

/** The masking ones, and of each set-up some more with whatever it can be with, drawn by the seed: no two of the same causes. */
export function pairsOf(setups: readonly Setup[], seed: number): Pair[] {
    const possible = everyPairOf(setups);
    const pairs = masking.map((causes) => maskingPair(possible, causes));
    const causes = new Set(pairs.map(nameOfPair));
    for (const [index, setup] of setups.entries()) {
        const partners = shuffled(setups, seed * setups.length + index + 1).filter((other) =>
            canBeAtOnce(setup, other),
        );
        let drawn = 0;
        for (const partner of partners) {
            const pair = inOrder(setups, setup, partner);
            if (drawn < partnersOfEach && !causes.has(nameOfPair(pair))) {
                causes.add(nameOfPair(pair));
                pairs.push(pair);
                drawn += 1;
            }
        }
    }
    return pairs;
}

export function everyPairOf(setups: readonly Setup[]): Pair[] {
    return setups.flatMap((first, index) =>
        setups.slice(index + 1).flatMap((second): Pair[] => (canBeAtOnce(first, second) ? [[first, second]] : [])),
    );
}

export function nameOfPair([first, second]: Pair): string {
    return `${first.cause} with ${second.cause}`;
}

function inOrder(setups: readonly Setup[], a: Setup, b: Setup): Pair {
    return setups.indexOf(a) < setups.indexOf(b) ? [a, b] : [b, a];
}

function maskingPair(possible: readonly Pair[], [hiding, hidden]: readonly [CauseName, CauseName]): Pair {
    const pair = possible.find(
        ([a, b]) => (a.cause === hiding && b.cause === hidden) || (a.cause === hidden && b.cause === hiding),
    );
    if (pair === undefined) {
        throw new Error(`${hiding} and ${hidden} cannot be at once.`);
    }
    return pair;
}
