import { accountMismatches, type ExpectedAccounts } from "../accounts";
import type { BgpPeer, Clouds, VirtualInterface } from "../clouds/clouds";
import { isGone } from "../virtualInterface";

/**
 * Whether traffic runs over the interface now. Either side's word will do, since each reading lags by itself; a failover test takes the session down on
 * purpose and for a while only, so it counts too.
 */
export function carriesTraffic(virtualInterface: VirtualInterface, peer: BgpPeer | undefined): boolean {
    return (
        !isGone(virtualInterface) &&
        (virtualInterface.virtualInterfaceState === "testing" ||
            virtualInterface.bgpPeers.some(({ bgpStatus }) => bgpStatus === "up") ||
            peer?.bgpStatus === "Established")
    );
}

/** In another account or region a link that lives would look as if it were not there. */
export async function requireSight(accounts: ExpectedAccounts, clouds: Clouds): Promise<void> {
    const elsewhere = await accountMismatches(accounts, clouds);
    if (elsewhere.length > 0) {
        throw new Error(elsewhere.join(" "));
    }
}
