import type { Durations } from "../world/limits";

const minutes = 60;

/** The longest that was seen, or that the official providers wait for before they give up. */
export const slowest: Partial<Durations> = {
    orderToBorderRouter: 10 * minutes,
    orderToHostedConnection: 20 * minutes,
    backendConfiguration: 40 * minutes,
    // Over 10 minutes were seen (hashicorp/terraform-provider-aws#26335).
    confirmToAvailable: 15 * minutes,
    // The official provider gives up after 10 (directconnect_private_virtual_interface).
    virtualInterfaceCreate: 9 * minutes,
    virtualInterfaceDelete: 9 * minutes,
    awsBgpPeer: 9 * minutes,
    // "Deleted virtual interfaces are listed for up to 15 minutes": the vendor's documentation.
    deletedVirtualInterfaceListed: 15 * minutes,
    vpnGatewayCreate: 2 * minutes,
    // It gives up after 15 and 30 (vpn_gateway_attachment).
    vpnGatewayAttach: 14 * minutes,
    vpnGatewayDetach: 29 * minutes,
    // After 10, 5 and 15 (alicloud_cen_transit_router_vbr_attachment), and 5 for its table legs.
    attachmentCreate: 9 * minutes,
    attachmentUpdate: 4 * minutes,
    attachmentDelete: 14 * minutes,
    associationOrPropagation: 4 * minutes,
    bgpGroupOrPeer: 4 * minutes,
    bgpSession: 2 * minutes,
    routeInstallation: 2 * minutes,
    readingLagAws: 30,
    readingLagAlibaba: 30,
};
