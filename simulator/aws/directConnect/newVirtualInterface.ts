import type { ActionContext, ActionInput } from "../../action";
import type { HostedConnection, VirtualInterface } from "../../world/awsState";
import { defaultAmazonSideAsn } from "../../world/backendBgp";
import { clientError, listOf, optionalNumber, optionalText, requiredText } from "../input";
import { readNewBgpPeer } from "./newBgpPeer";
import { readTags } from "./tags";
import { readMtu, readName, requireNoSiteLink } from "./virtualInterfaceAttributes";

/** Checks what CreatePrivateVirtualInterface asks for, and makes it: `pending`, and without a session. */
export function readNewVirtualInterface(
    context: ActionContext,
    connection: HostedConnection,
    input: ActionInput,
): VirtualInterface {
    const { world, caller } = context;
    const vlan = readVlan(input, connection);
    const bgpPeer = readNewBgpPeer(world, input);
    const gateway = readGateway(context, input);
    return {
        virtualInterfaceId: world.newId("dxvif-f", 7),
        virtualInterfaceName: readName(requiredText(input, "virtualInterfaceName")),
        ownerAccount: caller.accountId,
        region: caller.region,
        connectionId: connection.connectionId,
        virtualInterfaceState: "pending",
        vlan,
        ...gateway,
        mtu: readMtu(world, input) ?? 1500,
        bgpPeers: [bgpPeer],
        tags: readTags(listOf(input, "tags")),
    };
}

/** P4 */
function readVlan(input: ActionInput, { vlan, connectionId }: HostedConnection): number {
    const asked = optionalNumber(input, "vlan");
    if (asked !== vlan) {
        throw clientError(`VLAN ${asked ?? "(none)"} is not the VLAN ${vlan} of hosted connection ${connectionId}.`);
    }
    return vlan;
}

type GatewayFields = Pick<VirtualInterface, "virtualGatewayId" | "directConnectGatewayId" | "amazonSideAsn">;

/** P44: over a virtual private gateway it reaches only the connection's region, so only the gateways there are known. */
function readGateway({ world, caller }: ActionContext, input: ActionInput): GatewayFields {
    const virtualGatewayId = optionalText(input, "virtualGatewayId");
    const directConnectGatewayId = optionalText(input, "directConnectGatewayId");
    if (directConnectGatewayId !== undefined) {
        throw clientError(
            virtualGatewayId === undefined
                ? `Direct Connect Gateway ${directConnectGatewayId} does not exist`
                : "Specify either virtualGatewayId or directConnectGatewayId, not both.",
        );
    }
    requireNoSiteLink(input);
    if (virtualGatewayId === undefined) {
        if (world.guesses.impossibleVirtualInterface === "refused") {
            throw clientError("Specify virtualGatewayId or directConnectGatewayId.");
        }
        return { virtualGatewayId, directConnectGatewayId, amazonSideAsn: defaultAmazonSideAsn };
    }
    const gateway = world.aws.vpnGateways.get(virtualGatewayId);
    if (
        gateway?.ownerAccount !== caller.accountId ||
        gateway.region !== caller.region ||
        gateway.state === "deleting" ||
        gateway.state === "deleted"
    ) {
        throw clientError(`Virtual Gateway ${virtualGatewayId} does not exist in ${caller.region}`);
    }
    return { virtualGatewayId, directConnectGatewayId, amazonSideAsn: gateway.amazonSideAsn };
}
