/** What no document says, each a switch of the world with a name, a default and a reason. */
export interface Guesses {
    /** Whether the backend finishes without AWS's acceptance, only after it, or offers the hosted connection only when it has finished. */
    orderOfWaits: "independent" | "accept-first" | "backend-first";
    /** Who owns the VBR: no document says. Most likely the user, since the console shows it among the user's own. */
    borderRouterOwner: "user" | "alibaba";
    circuitOwner: "user" | "alibaba";
    /**
     * When the VBR shows its VLAN. No VBR can be created without one (CreateVirtualBorderRouter requires VlanId), and the partner has told it to
     * AWS with the hosted connection by then; that it stays empty until the backend is Running is the alternative.
     */
    borderRouterVlan: "at-creation" | "when-running";
    /** Whether the backend makes the BGP group and peer itself. */
    backendMakesBgp: "none" | "group-and-peer";
    /**
     * What follows on `pending`: `available`, or first `down` until the backend is Running. Users have seen `down`
     * (hashicorp/terraform-provider-aws#26565); that it is the far end which is missing is the guess.
     */
    acceptedConnection: "available" | "down-until-running";
    /** Whether the account is on the whitelist for a LocalAsn of its own: documented as closed until Alibaba Cloud opens it. */
    customLocalAsn: "refused" | "allowed";
    /** How many BGP groups a VBR takes: the error of the quota is documented, its number is not. That of peers is 8. */
    bgpGroupQuota: number;
    /** Whether the VBR has BFD sessions left: the error of the quota is documented, its number is not. */
    bfdSessions: "left" | "exhausted";
    /** DetachVpnGateway while a VIF is left: refused, or it stays detaching. */
    detachWithVirtualInterface: "refused" | "stays-detaching";
    /** CreatePrivateVirtualInterface with addresses that cannot work: refused, or accepted and never up. */
    impossibleVirtualInterface: "refused" | "accepted";
    /** CreateBgpPeer with a peer address outside the VBR's subnet: refused, or accepted and never up. */
    peerOutsideSubnet: "refused" | "accepted";
    /** GetOrderDetail of an unknown order: HTTP 200 with Success=false, as BSS answers business errors, or an error. */
    unknownOrder: "success-false" | "error";
}

export const defaultGuesses: Guesses = {
    orderOfWaits: "independent",
    borderRouterOwner: "user",
    circuitOwner: "alibaba",
    borderRouterVlan: "at-creation",
    backendMakesBgp: "none",
    acceptedConnection: "available",
    customLocalAsn: "refused",
    bgpGroupQuota: 8,
    bfdSessions: "left",
    detachWithVirtualInterface: "refused",
    impossibleVirtualInterface: "refused",
    peerOutsideSubnet: "refused",
    unknownOrder: "success-false",
};
