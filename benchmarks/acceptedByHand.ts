import type { Simulator } from "../simulator/server";
import type { HostedConnection } from "../simulator/world/awsState";
import { liveConnection } from "../tests/harness/byHand";
import { acceptConnection } from "../tests/harness/existing";

/** The hosted connection once somebody has accepted it in the console, and AWS has set it up. */
export async function acceptedByHand({ world }: Simulator): Promise<HostedConnection> {
    acceptConnection(world);
    await new Promise<void>((resolve) => world.clock.after(world.durations.confirmToAvailable, resolve));
    return liveConnection(world);
}
