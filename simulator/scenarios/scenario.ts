import type { Durations } from "../world/limits";
import type { Guesses } from "../world/guesses";
import type { World } from "../world/world";

/** What a program on the world needs to name. */
export interface WorldIds {
    awsVpcId: string;
    routeTableIds: string[];
    alibabaVpcId: string;
    cenId: string;
    /** Left out where the CEN is a Basic one. */
    transitRouterId?: string;
    transitRouterRouteTableId?: string;
    /** Left out while the connection is not bought. */
    vbrId?: string;
    hostedConnectionId?: string;
}

/** A world to start with: what exists, how long things take, and how the clouds answer what no document says. */
export interface Scenario {
    description: string;
    /** Whether the link comes up by itself; false: somebody has to mend something first. */
    comesUp: boolean;
    guesses?: Partial<Guesses>;
    durations?: Partial<Durations>;
    build: (world: World) => WorldIds;
}
