/** What no document says, each a switch of the world with a name, a default and a reason. */
export interface Guesses {
    /** Whether the backend finishes without AWS's acceptance, only after it, or offers the hosted connection only when it has finished. */
    orderOfWaits: "independent" | "accept-first" | "backend-first";
    /** Who owns the VBR: no document says. Most likely the user, since the console shows it among the user's own. */
    borderRouterOwner: "user" | "alibaba";
    circuitOwner: "user" | "alibaba";
    /**
     * When the VBR shows its VLAN. No VBR can be created without one (CreateVirtualBorderRouter requires VlanId), and the partner has told it to
     * AWS with the hosted connection by then; that it reads 0 until the backend is Running is the alternative.
     */
    borderRouterVlan: "at-creation" | "when-running";
    /** Whether the backend makes the BGP group and peer itself. */
    backendMakesBgp: "none" | "group-and-peer";
    /** DetachVpnGateway while a VIF is left: refused, or it stays detaching. */
    detachWithVirtualInterface: "refused" | "stays-detaching";
    /** CreatePrivateVirtualInterface with addresses that cannot work: refused, or accepted and never up. */
    impossibleVirtualInterface: "refused" | "accepted";
    /** CreateBgpPeer with a peer address outside the VBR's subnet: refused, or accepted and never up. */
    peerOutsideSubnet: "refused" | "accepted";
}

export const defaultGuesses: Guesses = {
    orderOfWaits: "independent",
    borderRouterOwner: "user",
    circuitOwner: "alibaba",
    borderRouterVlan: "at-creation",
    backendMakesBgp: "none",
    detachWithVirtualInterface: "refused",
    impossibleVirtualInterface: "refused",
    peerOutsideSubnet: "refused",
};
