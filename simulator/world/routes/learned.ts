import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { acceptedByAlibaba, acceptedByAws } from "./exchange";
import { forgetOtherWays, installed } from "./installation";
import type { Route } from "./route";

/** What one end of a session has in its tables of what came over it. */
export interface Learned {
    ends: SessionEnds;
    routes: Route[];
}

const learnedByAlibaba = new WeakMap<World, Learned[]>();
const learnedByAws = new WeakMap<World, Learned[]>();

/** What AWS has taught a VBR, the shortest path first. */
export function learnedByBorderRouter(world: World, vbrId: string): Route[] {
    return (learnedByAlibaba.get(world) ?? [])
        .filter(({ ends }) => ends.borderRouter.vbrId === vbrId)
        .flatMap(({ routes }) => routes)
        .sort((a, b) => a.asPath.length - b.asPath.length);
}

/** What Alibaba Cloud has taught AWS, by session. */
export function learnedOverVirtualInterfaces(world: World): Learned[] {
    return learnedByAws.get(world) ?? [];
}

/** First what AWS announces on all sessions, since one VBR may hand it on to another, and then what Alibaba Cloud announces. */
export function learnOverSessions(world: World, established: SessionEnds[]): void {
    const towardsAlibaba = (ends: SessionEnds): string => `${wayOf(ends)} to Alibaba Cloud`;
    const towardsAws = (ends: SessionEnds): string => `${wayOf(ends)} to AWS`;
    forgetOtherWays(world, new Set([...established.map(towardsAlibaba), ...established.map(towardsAws)]));
    learnedByAlibaba.set(
        world,
        established.map((ends) => ({
            ends,
            routes: installed(world, towardsAlibaba(ends), acceptedByAlibaba(world, ends)),
        })),
    );
    learnedByAws.set(
        world,
        established.map((ends) => ({ ends, routes: installed(world, towardsAws(ends), acceptedByAws(world, ends)) })),
    );
}

function wayOf({ virtualInterface, peer }: SessionEnds): string {
    return `${virtualInterface.virtualInterfaceId} ${peer.bgpPeerId}`;
}
