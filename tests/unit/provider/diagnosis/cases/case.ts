import type { CauseName } from "../../../../../provider/diagnosis/causes/names";
import type { LinkFacts } from "../../../../../provider/diagnosis/facts";

/** One cause in a link that is whole otherwise, and all that is to be said of it. */
export interface CauseCase {
    cause: CauseName;
    when: string;
    change: (facts: LinkFacts) => unknown;
    says: string;
    fix: string;
}

/** Changes what is there. */
export function set<Thing extends object>(thing: Thing | undefined, change: Partial<Thing>): void {
    Object.assign(thing ?? {}, change);
}

/** BGP is down, as both sides say it. */
export function fall({ aws, alibaba }: LinkFacts): void {
    for (const peer of aws.virtualInterface?.bgpPeers ?? []) {
        peer.bgpStatus = "down";
    }
    set(alibaba.bgpPeer, { bgpStatus: "Idle" });
}
