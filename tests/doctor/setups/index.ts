import type { Setup } from "../setup";
import { awsRouteSetups } from "./awsRoutes";
import { bgpSetups } from "./bgp";
import { bothEndsSetups } from "./bothEnds";
import { circuitSetups } from "./circuit";
import { connectionSetups } from "./connection";
import { otherWaySetups } from "./otherWays";
import { packetSetups } from "./packets";
import { transitRouterSetups } from "./transitRouter";
import { virtualInterfaceSetups } from "./virtualInterface";
import { vpcRouteSetups } from "./vpcRoutes";

export const setups: readonly Setup[] = [
    ...connectionSetups,
    ...circuitSetups,
    ...virtualInterfaceSetups,
    ...bothEndsSetups,
    ...bgpSetups,
    ...awsRouteSetups,
    ...transitRouterSetups,
    ...vpcRouteSetups,
    ...otherWaySetups,
    ...packetSetups,
];

export function titleOf({ cause, how }: Setup): string {
    return `${cause} (${how})`;
}
