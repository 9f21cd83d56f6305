import type { Link } from "../healthyLink";

/** It is listed as deleted for a while: the caller may take it out. */
export function deleteVirtualInterface({ vif, awsPeer }: Link): void {
    vif.virtualInterfaceState = "deleted";
    awsPeer.bgpPeerState = "deleted";
}
