import { passingSessions, sessionsUpAt } from "../session";
import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { acceptedByAlibaba, acceptedByAws } from "./exchange";
import { forgetOtherWays, installed } from "./installation";
import { learnedOverSessions, type Learned } from "./learned";
import type { Route } from "./route";

/** First what AWS announces on all sessions, since one VBR may hand it on to another, and then what Alibaba Cloud announces. */
export function learnOverSessions(world: World): void {
    const [atAlibaba, atAws] = [sessionsUpAt(world, "alibaba"), sessionsUpAt(world, "aws")];
    const [toAlibaba, toAws] = [wayTo("Alibaba Cloud"), wayTo("AWS")];
    forgetOtherWays(world, new Set([...atAlibaba.map(toAlibaba), ...atAws.map(toAws)]));
    const learned = learnedOverSessions(world);
    learned.byAlibaba = learn(world, learned.byAlibaba, atAlibaba, (ends) =>
        installed(world, toAlibaba(ends), acceptedByAlibaba(world, ends)),
    );
    learned.byAws = learn(world, learned.byAws, atAws, (ends) =>
        installed(world, toAws(ends), acceptedByAws(world, ends)),
    );
}

/** Over a session that one end has not missed yet nothing new comes: it keeps what it has. */
function learn(
    world: World,
    known: Learned[],
    upAtOneEnd: SessionEnds[],
    news: (ends: SessionEnds) => Route[],
): Learned[] {
    const passing = passingSessions(world);
    return upAtOneEnd.map((ends) => {
        const before = known.find((each) => each.ends === ends) ?? { ends, routes: [] };
        return passing.includes(ends) ? { ends, routes: news(ends) } : before;
    });
}

function wayTo(cloud: string): (ends: SessionEnds) => string {
    return ({ awsPeer, peer }) => `${awsPeer.bgpPeerId} ${peer.bgpPeerId} to ${cloud}`;
}
