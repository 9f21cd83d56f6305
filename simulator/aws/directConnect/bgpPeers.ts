import type { Action, ActionInput } from "../../action";
import type { AwsBgpPeer, VirtualInterface } from "../../world/awsState";
import { clientError, optionalText, requiredStructure, requiredText } from "../input";
import { readNewBgpPeer, readOptionalAsn } from "./newBgpPeer";
import { findVirtualInterface, requireNotGoing, virtualInterfaceShape } from "./shapes";

export function setPeerStates({ bgpPeers }: VirtualInterface, state: AwsBgpPeer["bgpPeerState"]): void {
    for (const peer of bgpPeers) {
        peer.bgpPeerState = state;
    }
}

function remaining({ bgpPeers }: VirtualInterface): AwsBgpPeer[] {
    return bgpPeers.filter(({ bgpPeerState }) => bgpPeerState !== "deleting" && bgpPeerState !== "deleted");
}

/**
 * "If logical redundancy is not supported by the connection [...], the BGP peer cannot be in the same address family as an
 * existing BGP peer on the virtual interface" (the API reference): that of a hosted connection is unknown, so it is taken as
 * not supported. The text is a guess.
 */
export const createBgpPeer: Action = {
    name: "CreateBGPPeer",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        requireNotGoing(vif);
        const peer = readNewBgpPeer(world, requiredStructure(input, "newBGPPeer"));
        const ofFamily = vif.bgpPeers.filter(({ addressFamily }) => addressFamily === peer.addressFamily);
        if (ofFamily.length >= world.quotas.bgpPeersPerAddressFamily) {
            throw clientError(
                `Virtual Interface ${vif.virtualInterfaceId} already has a BGP peer of address family ${peer.addressFamily}.`,
            );
        }
        vif.bgpPeers.push(peer);
        world.later(world.durations.awsBgpPeer, () => {
            if (peer.bgpPeerState === "pending") {
                peer.bgpPeerState = "available";
            }
        });
        world.changed();
        return { virtualInterface: virtualInterfaceShape(world, vif) };
    },
};

/** By its ID, or by customer address and ASN. */
function findPeer({ virtualInterfaceId, bgpPeers }: VirtualInterface, input: ActionInput): AwsBgpPeer {
    const bgpPeerId = optionalText(input, "bgpPeerId");
    const customerAddress = optionalText(input, "customerAddress");
    const asn = readOptionalAsn(input);
    if (bgpPeerId === undefined && (customerAddress === undefined || asn === undefined)) {
        throw clientError("Specify bgpPeerId, or customerAddress and an ASN.");
    }
    const found = bgpPeers.find(
        (peer) =>
            (bgpPeerId === undefined || peer.bgpPeerId === bgpPeerId) &&
            (customerAddress === undefined || peer.customerAddress === customerAddress) &&
            (asn === undefined || peer.asn === asn),
    );
    if (found === undefined) {
        throw clientError(`The specified BGP peer does not exist on Virtual Interface ${virtualInterfaceId}`);
    }
    return found;
}

/** Asynchronous: `deleting`, then no longer listed. */
export const deleteBgpPeer: Action = {
    name: "DeleteBGPPeer",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        requireNotGoing(vif);
        const peer = findPeer(vif, input);
        if (remaining(vif).every((other) => other === peer)) {
            throw clientError("The last BGP Peer on a Virtual Interface cannot be deleted");
        }
        peer.bgpPeerState = "deleting";
        world.later(world.durations.awsBgpPeer, () => {
            vif.bgpPeers = vif.bgpPeers.filter((other) => other !== peer);
        });
        world.changed();
        return { virtualInterface: virtualInterfaceShape(world, vif) };
    },
};
