import { sessionsUpAt } from "../session";
import type { World } from "../world";
import { settleVpcTable } from "./alibabaVpcTables";
import { settleAwsTable } from "./awsTables";
import { acceptedByAlibaba, offeredToAws } from "./exchange";
import { learnOverSessions } from "./learning";
import { addSystemRouteMaps } from "./routeMaps";
import { entriesOf } from "./transitRouterTables";

/** Lets routes flow over the sessions that are up, in both directions, into the tables of both clouds. */
export function settleRoutes(world: World): void {
    addSystemRouteMaps(world);
    learnOverSessions(world);
    for (const table of world.alibaba.routeTables.values()) {
        table.entries = entriesOf(world, table);
    }
    for (const table of world.alibaba.vpcRouteTables.values()) {
        settleVpcTable(world, table);
    }
    for (const table of world.aws.routeTables.values()) {
        settleAwsTable(world, table);
    }
    for (const peer of world.alibaba.bgpPeers.values()) {
        const session = sessionsUpAt(world, "alibaba").find((ends) => ends.peer === peer);
        peer.receivedRouteCount = session ? acceptedByAlibaba(world, session).length : 0;
        peer.advertisedRouteCount = session ? offeredToAws(world, session).length : 0;
    }
}
