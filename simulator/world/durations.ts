/** How long things take in the clouds, in simulated seconds. */
export interface Durations {
    /** From the order until the VBR and the hosted connection exist. */
    orderToBorderRouter: number;
    orderToHostedConnection: number;
    /** Configuring until Running. */
    backendConfiguration: number;
    /** From the circuit's being Enabled until the VBR shows its VLAN (where it did not from the beginning), and its addresses. */
    enabledToVlan: number;
    enabledToAddresses: number;
    confirmToAvailable: number;
    connectionDelete: number;
    virtualInterfaceCreate: number;
    virtualInterfaceDelete: number;
    deletedVirtualInterfaceListed: number;
    vpnGatewayCreate: number;
    vpnGatewayAttach: number;
    vpnGatewayDetach: number;
    attachmentCreate: number;
    attachmentDelete: number;
    associationOrPropagation: number;
    bgpGroupOrPeer: number;
    bgpSession: number;
    readingLagAws: number;
    readingLagAlibaba: number;
}

/** Defaults within the ranges of the documents and observations; each is a guess where nothing is published. */
export const defaultDurations: Durations = {
    orderToBorderRouter: 60,
    orderToHostedConnection: 120,
    // Unpublished: from minutes to days.
    backendConfiguration: 600,
    enabledToVlan: 0,
    enabledToAddresses: 0,
    // "A few minutes"; over 10 were seen (hashicorp/terraform-provider-aws#26335).
    confirmToAvailable: 180,
    connectionDelete: 30,
    virtualInterfaceCreate: 60,
    virtualInterfaceDelete: 60,
    // "Deleted virtual interfaces are listed for up to 15 minutes": the vendor's documentation.
    deletedVirtualInterfaceListed: 600,
    vpnGatewayCreate: 5,
    vpnGatewayAttach: 30,
    vpnGatewayDetach: 30,
    attachmentCreate: 40,
    attachmentDelete: 30,
    associationOrPropagation: 10,
    bgpGroupOrPeer: 10,
    bgpSession: 60,
    readingLagAws: 5,
    readingLagAlibaba: 10,
};
