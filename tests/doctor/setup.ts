import type { CauseName } from "../../provider/diagnosis/causes/names";
import type { Link } from "./healthyLink";
import { sessionDown, type Symptom } from "./symptoms";

/**
 * What a set-up may change of a link, or need to be as it was so that its cause can be there and be seen. `session`: that BGP is up right now; the others
 * are settings and things, whatever state the session is in.
 */
export type Part =
    | "offer"
    | "acceptance"
    | "backend"
    | "business status"
    | "subscription"
    | "VBR status"
    | "outbound billing"
    | "virtual interface"
    | "virtual interface's connection"
    | "virtual interface's state"
    | "virtual interface's gateway"
    | "VLAN"
    | "addresses"
    | "BGP group"
    | "BGP peer"
    | "BGP peer's address"
    | "LocalAsn"
    | "PeerAsn"
    | "key"
    | "fake ASN"
    | "BFD"
    | "session"
    | "prefixes towards AWS"
    | "gateway's attachment"
    | "propagation at AWS"
    | "subnets' tables"
    | "static routes at AWS"
    | "CIDR blocks at AWS"
    | "MTU"
    | "packet filters"
    | "VBR attachment"
    | "VBR association"
    | "VBR propagation"
    | "publishing"
    | "VPC attachment"
    | "VPC association"
    | "VPC propagation"
    | "synchronisation"
    | "custom entries of the VPC"
    | "route maps"
    | "other sources"
    | "VPC";

/** One way in which a cause comes about, on a link that was healthy before. */
export interface Setup {
    cause: CauseName;
    /** In which way, where there are several. */
    how: string;
    breaks: (link: Link) => unknown;
    /** What the simulator then says by itself. */
    shows: Symptom;
    /** What it changes, and what must not have been changed by another one. */
    touches: readonly Part[];
    /** What must not have been changed by another one. */
    needs?: readonly Part[];
    /** What it changes besides. */
    spoils?: readonly Part[];
    /** What is true besides then, so that it may be named too; anything else is a false alarm. */
    also?: readonly CauseName[];
    /** How soon after it one looks; usually once all has settled. */
    seconds?: number;
}

/** Most of what keeps BGP down: what only a session that is up shows cannot be seen then. */
export const keepsBgpDown = { shows: sessionDown, spoils: ["session"] } as const satisfies Partial<Setup>;
