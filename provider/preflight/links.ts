import type { BorderRouter, VirtualInterface, VpnGateway } from "../clouds/clouds";
import { ipOf } from "../rules";
import type { PreflightInputs } from "./handler";

/** A virtual interface, and the VBR that it mirrors. */
export interface Link {
    virtualInterface: VirtualInterface;
    vbrId: string;
}

/** What lies in the clouds: undefined where nobody knows. */
export interface Ends {
    gateways: VpnGateway[] | undefined;
    virtualInterfaces: VirtualInterface[];
    borderRouters: BorderRouter[];
}

/**
 * The links that could have been made from these inputs: a virtual interface that ends in the VPC's gateway and mirrors the VBR. Where no VBR is named, any
 * VBR's: then another link of the VPC may be among them.
 */
export function linksOf(
    { connectionId, vbrId, vpcId }: Pick<PreflightInputs, "connectionId" | "vbrId" | "vpcId">,
    { gateways, virtualInterfaces, borderRouters }: Ends,
): Link[] {
    return virtualInterfaces
        .filter(
            (vif) =>
                (connectionId === undefined || vif.connectionId === connectionId) &&
                (gateways === undefined || endsIn(gateways, vif, vpcId)),
        )
        .flatMap((virtualInterface) =>
            borderRouters
                .filter((router) => vbrId === undefined || router.vbrId === vbrId)
                .filter((router) => mirrors(virtualInterface, router))
                .map((router) => ({ virtualInterface, vbrId: router.vbrId })),
        );
}

function endsIn(gateways: VpnGateway[], { virtualGatewayId }: VirtualInterface, vpcId: string | undefined): boolean {
    return gateways.some(
        ({ vpnGatewayId, attachments }) =>
            vpnGatewayId === virtualGatewayId &&
            attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached"),
    );
}

function mirrors({ amazonAddress, customerAddress }: VirtualInterface, router: BorderRouter): boolean {
    return ipOf(amazonAddress) === router.peerGatewayIp && ipOf(customerAddress) === router.localGatewayIp;
}
