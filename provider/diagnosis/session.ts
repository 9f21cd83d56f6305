import type { LinkFacts } from "./facts";

/** What each side says of BGP; "not there" for what is missing. */
export interface BgpSaid {
    aws: string;
    alibaba: string;
}

/** Every peer of the virtual interface must be up; none at all is down. */
export function bgpSaid({ aws, alibaba }: LinkFacts): BgpSaid {
    const statuses = aws.virtualInterface?.bgpPeers.map(({ bgpStatus }) => bgpStatus) ?? [];
    return {
        aws: statuses.find((status) => status !== "up") ?? (statuses.length > 0 ? "up" : "not there"),
        alibaba: alibaba.bgpPeer?.bgpStatus ?? "not there",
    };
}

/** Whether each side says that BGP is up. */
export function sidesUp(facts: LinkFacts): { aws: boolean; alibaba: boolean } {
    const said = bgpSaid(facts);
    return { aws: said.aws === "up", alibaba: said.alibaba === "Established" };
}

/** Both say so. */
export function isUp(facts: LinkFacts): boolean {
    const { aws, alibaba } = sidesUp(facts);
    return aws && alibaba;
}
