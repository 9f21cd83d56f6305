import {
    CreatePrivateVirtualInterfaceCommand,
    DeleteVirtualInterfaceCommand,
    DescribeVirtualInterfacesCommand,
    type CreatePrivateVirtualInterfaceRequest,
    type VirtualInterface,
} from "@aws-sdk/client-direct-connect";

import type { Given } from "../guide";
import { alibabaAsn } from "./bgp";
import type { BorderRouter } from "./circuit";
import type { AwsClients } from "./clients";
import { first, show, waitFor } from "./steps";

/** AWS's side mirrors the VBR's: what is the peer there is Amazon here. */
export function virtualInterfaceRequest(
    { bgpAuthKey }: Given,
    connectionId: string,
    gatewayId: string,
    circuit: BorderRouter,
): CreatePrivateVirtualInterfaceRequest {
    const length = prefixLengthOf(circuit.PeeringSubnetMask);
    return {
        connectionId,
        newPrivateVirtualInterface: {
            virtualInterfaceName: "console-guide",
            vlan: circuit.VlanId ?? 0,
            asnLong: alibabaAsn,
            addressFamily: "ipv4",
            amazonAddress: `${circuit.PeerGatewayIp}/${length}`,
            customerAddress: `${circuit.LocalGatewayIp}/${length}`,
            authKey: bgpAuthKey,
            virtualGatewayId: gatewayId,
        },
    };
}

export async function createVirtualInterface(
    aws: AwsClients,
    request: CreatePrivateVirtualInterfaceRequest,
): Promise<string> {
    const made = await aws.directConnect.send(new CreatePrivateVirtualInterfaceCommand(request));
    show("virtual interface", {
        id: made.virtualInterfaceId,
        state: made.virtualInterfaceState,
        vlan: made.vlan,
        asn: made.asnLong,
        amazonSideAsn: made.amazonSideAsn,
        amazon: made.amazonAddress,
        customer: made.customerAddress,
        sameKey: made.authKey === request.newPrivateVirtualInterface?.authKey,
    });
    return made.virtualInterfaceId ?? "";
}

export async function deleteVirtualInterface(
    aws: AwsClients,
    connectionId: string,
    virtualInterfaceId: string,
): Promise<void> {
    const deleted = await aws.directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
    show("virtual interface deleting", { state: deleted.virtualInterfaceState });
    /** A deleted one is still listed for a while. */
    const left = async (): Promise<number> => {
        const { virtualInterfaces = [] } = await aws.directConnect.send(
            new DescribeVirtualInterfacesCommand({ connectionId }),
        );
        return virtualInterfaces.filter(({ virtualInterfaceState }) => virtualInterfaceState !== "deleted").length;
    };
    show("virtual interface deleted", { left: await waitFor("virtual interface", left, 0) });
}

export async function describeVirtualInterface(aws: AwsClients, virtualInterfaceId: string): Promise<VirtualInterface> {
    const { virtualInterfaces } = await aws.directConnect.send(
        new DescribeVirtualInterfacesCommand({ virtualInterfaceId }),
    );
    return first(virtualInterfaces);
}

/** 30 for 255.255.255.252 */
function prefixLengthOf(mask: string): number {
    const bits = mask.split(".").map((octet) => Number(octet).toString(2));
    return bits.join("").replaceAll("0", "").length;
}
