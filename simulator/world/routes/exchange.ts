import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { advertisedByAlibaba } from "./advertisedByAlibaba";
import { advertisedByAws } from "./advertisedByAws";
import type { Route } from "./route";

/** The networks of this world have IPv4 addresses alone: a session of the other family carries nothing. */
function isIpv4({ awsPeer }: SessionEnds): boolean {
    return awsPeer.addressFamily === "ipv4";
}

/** What AWS announces over a session. Where there is one, the group's PeerAsn is the ASN that AWS speaks with (P9). */
export function offeredToAlibaba(world: World, ends: SessionEnds): Route[] {
    const asPath = [ends.group.peerAsn];
    const prefixes = isIpv4(ends) ? advertisedByAws(world, ends) : [];
    return prefixes.map((destinationCidrBlock) => ({ destinationCidrBlock, asPath }));
}

/** P25: over the RouteQuota the excess is dropped and the session stays. Which ones is not documented: here the last. */
export function acceptedByAlibaba(world: World, ends: SessionEnds): Route[] {
    return offeredToAlibaba(world, ends).slice(0, ends.group.routeLimit);
}

/** What Alibaba Cloud announces over a session: what it publishes to the VBR, with the VBR's ASN before the path so far. */
export function offeredToAws(world: World, ends: SessionEnds): Route[] {
    const { borderRouter, group } = ends;
    const routes = isIpv4(ends) ? advertisedByAlibaba(world, borderRouter) : [];
    return routes.map(({ destinationCidrBlock, asPath }) => ({
        destinationCidrBlock,
        asPath: [group.localAsn, ...asPath],
    }));
}

/** P26: AWS drops a path that holds its own ASN (RFC 4271, 9.1.2). */
export function acceptedByAws(world: World, ends: SessionEnds): Route[] {
    return offeredToAws(world, ends).filter(({ asPath }) => !asPath.includes(ends.group.peerAsn));
}

/**
 * P24: how many prefixes AWS gets over a session, or would get if it was up; what AWS then drops counts too. Of more than 100 "the
 * BGP session will go into an idle state" (https://docs.aws.amazon.com/directconnect/latest/UserGuide/limits.html).
 */
export function prefixesTowardsAws(world: World, ends: SessionEnds): number {
    return offeredToAws(world, ends).length;
}
