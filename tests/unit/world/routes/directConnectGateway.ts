import type { DirectConnectGateway } from "../../../../simulator/world/awsState";
import type { Joined } from "../joined";
import { awsCidr } from "./flows";

type Association = DirectConnectGateway["associations"][number];

/** Lets the virtual interface end in a Direct Connect gateway that is associated with the gateway of before. */
export function overDirectConnectGateway(
    { world, vif, gateway }: Pick<Joined, "world" | "vif" | "gateway">,
    fields: Partial<Association>,
): void {
    world.aws.directConnectGateways.set("dcgw-1", {
        directConnectGatewayId: "dcgw-1",
        directConnectGatewayName: "clouds",
        ownerAccount: gateway.ownerAccount,
        amazonSideAsn: gateway.amazonSideAsn,
        state: "available",
        associations: [
            {
                associationId: "association-1",
                gatewayId: gateway.vpnGatewayId,
                gatewayType: "virtualPrivateGateway",
                region: gateway.region,
                state: "associated",
                allowedPrefixes: [awsCidr],
                ...fields,
            },
        ],
    });
    Object.assign(vif, { virtualGatewayId: undefined, directConnectGatewayId: "dcgw-1" });
}
