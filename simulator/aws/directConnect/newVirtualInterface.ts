import type { ActionContext, ActionInput } from "../../action";
import type { HostedConnection, VirtualInterface } from "../../world/awsState";
import { defaultAmazonSideAsn } from "../../world/backendBgp";
import { clientError, listOf, optionalNumber, optionalText, requiredText } from "../input";
import { readPeerAddresses } from "./peerAddresses";
import { readTags } from "./tags";
import { readMtu, readName, requireNoSiteLink } from "./virtualInterfaceAttributes";
import { highestShortAsn } from "./shapes";

const highestAsn = 4_294_967_294;

/** Checks what CreatePrivateVirtualInterface asks for, and makes it: `pending`, and without a session. */
export function readNewVirtualInterface(
    context: ActionContext,
    connection: HostedConnection,
    input: ActionInput,
): VirtualInterface {
    const { world, caller } = context;
    const addressFamily = readAddressFamily(input);
    const vlan = readVlan(input, connection);
    const asn = readAsn(input);
    const gateway = readGateway(context, input);
    return {
        virtualInterfaceId: world.newId("dxvif-f", 7),
        virtualInterfaceName: readName(requiredText(input, "virtualInterfaceName")),
        ownerAccount: caller.accountId,
        region: caller.region,
        connectionId: connection.connectionId,
        virtualInterfaceState: "pending",
        vlan,
        asn,
        authKey: readAuthKey(input) ?? world.newId("", 24),
        addressFamily,
        ...readPeerAddresses(world, input, addressFamily),
        ...gateway,
        mtu: readMtu(world, input) ?? 1500,
        bgpPeerId: world.newId("dxpeer-f", 7),
        bgpPeerState: "pending",
        bgpStatus: "down",
        tags: readTags(listOf(input, "tags")),
    };
}

function readAddressFamily(input: ActionInput): "ipv4" | "ipv6" {
    const family = optionalText(input, "addressFamily") ?? "ipv4";
    if (family !== "ipv4" && family !== "ipv6") {
        throw clientError(`Address family ${family} is not valid: it must be ipv4 or ipv6.`);
    }
    return family;
}

/** P4 */
function readVlan(input: ActionInput, { vlan, connectionId }: HostedConnection): number {
    const asked = optionalNumber(input, "vlan");
    if (asked !== vlan) {
        throw clientError(`VLAN ${asked ?? "(none)"} is not the VLAN ${vlan} of hosted connection ${connectionId}.`);
    }
    return vlan;
}

/** "If you provide a value for both asn and asnLong, the API will only accept the value for asnLong": the API reference. */
function readAsn(input: ActionInput): number {
    const short = optionalNumber(input, "asn");
    const long = optionalNumber(input, "asnLong");
    const asn = long ?? short;
    const highest = long === undefined ? highestShortAsn : highestAsn;
    if (asn === undefined || asn < 1 || asn > highest) {
        throw clientError(`BGP ASN ${asn ?? "(none)"} is not valid: it must be between 1 and ${highest}.`);
    }
    return asn;
}

/** Never says the key itself. */
function readAuthKey(input: ActionInput): string | undefined {
    const authKey = optionalText(input, "authKey");
    if (authKey !== undefined && (authKey.length < 6 || authKey.length > 80)) {
        throw clientError(`The BGP authentication key has ${authKey.length} characters: it must have 6 to 80.`);
    }
    return authKey;
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
