import type { ActionContext, ActionInput } from "../../action";
import type { HostedConnection, VirtualInterface, VpnGateway } from "../../world/awsState";
import { defaultAmazonSideAsn } from "../../world/backendBgp";
import { clientError, listOf, optionalNumber, optionalText, requiredText } from "../input";
import { findDirectConnectGateway } from "./gateways";
import { readNewBgpPeer } from "./newBgpPeer";
import { readTags } from "./tags";
import { readMtu, readName, readSiteLink } from "./virtualInterfaceAttributes";

/** Checks what CreatePrivateVirtualInterface asks for, and makes it: `pending`, and without a session. */
export function readNewVirtualInterface(
    context: ActionContext,
    connection: HostedConnection,
    input: ActionInput,
): VirtualInterface {
    const { world, caller } = context;
    const vlan = readVlan(input, connection);
    const bgpPeer = readNewBgpPeer(world, input);
    const siteLinkEnabled = readSiteLink(input, optionalText(input, "directConnectGatewayId")) ?? false;
    const gateway = readGateway(context, input);
    return {
        virtualInterfaceId: world.newId("dxvif-f", 7),
        virtualInterfaceName: readName(world, requiredText(input, "virtualInterfaceName")),
        ownerAccount: caller.accountId,
        region: caller.region,
        connectionId: connection.connectionId,
        virtualInterfaceState: "pending",
        vlan,
        ...gateway,
        mtu: readMtu(world, input) ?? 1500,
        siteLinkEnabled,
        bgpPeers: [bgpPeer],
        tags: readTags(world, listOf(input, "tags")),
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

/** P44: a virtual private gateway has to be in the connection's region; a Direct Connect gateway is in none. */
function readGateway(context: ActionContext, input: ActionInput): GatewayFields {
    const { world } = context;
    const virtualGatewayId = optionalText(input, "virtualGatewayId");
    const directConnectGatewayId = optionalText(input, "directConnectGatewayId");
    if (virtualGatewayId !== undefined && directConnectGatewayId !== undefined) {
        throw clientError("Specify either virtualGatewayId or directConnectGatewayId, not both.");
    }
    if (directConnectGatewayId !== undefined) {
        const { amazonSideAsn } = findDirectConnectGateway(context, directConnectGatewayId);
        return { virtualGatewayId, directConnectGatewayId, amazonSideAsn };
    }
    if (virtualGatewayId !== undefined) {
        const { amazonSideAsn } = findVirtualGateway(context, virtualGatewayId);
        return { virtualGatewayId, directConnectGatewayId, amazonSideAsn };
    }
    // What no gateway gets is not documented (guess `impossibleVirtualInterface`).
    if (world.guesses.impossibleVirtualInterface === "refused") {
        throw clientError("Specify virtualGatewayId or directConnectGatewayId.");
    }
    return { virtualGatewayId, directConnectGatewayId, amazonSideAsn: defaultAmazonSideAsn };
}

export function findVirtualGateway({ world, caller }: ActionContext, id: string): VpnGateway {
    const gateway = world.aws.vpnGateways.get(id);
    if (
        gateway?.ownerAccount !== caller.accountId ||
        gateway.region !== caller.region ||
        gateway.state === "deleting" ||
        gateway.state === "deleted"
    ) {
        throw clientError(`Virtual Gateway ${id} does not exist in ${caller.region}`);
    }
    return gateway;
}
