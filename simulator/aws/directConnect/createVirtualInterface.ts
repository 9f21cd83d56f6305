import type { Action, ActionContext, ActionInput } from "../../action";
import { isSharedAddressSpace, parseInterfaceAddress, reachesNeighbour } from "../../world/addresses";
import type { HostedConnection, VirtualInterface } from "../../world/awsState";
import { clientError, listOf, optionalNumber, optionalText, requiredText, structureOf } from "../input";
import { findConnection, virtualInterfaceShape } from "./shapes";
import { readTags } from "./tags";

const highestShortAsn = 2147483646;
const highestAsn = 4294967294;

export const createPrivateVirtualInterface: Action = {
    name: "CreatePrivateVirtualInterface",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const connection = findConnection(context, requiredText(input, "connectionId"));
        const vif = readVirtualInterface(context, connection, structureOf(input.newPrivateVirtualInterface));
        world.aws.virtualInterfaces.set(vif.virtualInterfaceId, vif);
        world.later(world.durations.virtualInterfaceCreate, () => {
            if (vif.virtualInterfaceState === "pending") {
                // Down until BGP is up; the physics makes it available (P17).
                vif.virtualInterfaceState = "down";
                vif.bgpPeerState = "available";
            }
        });
        world.changed();
        return virtualInterfaceShape(world, vif);
    },
};

function readVirtualInterface(
    context: ActionContext,
    connection: HostedConnection,
    input: ActionInput,
): VirtualInterface {
    const { world, caller } = context;
    requireUsable(context, connection);
    const vlan = optionalNumber(input, "vlan");
    if (vlan !== connection.vlan) {
        throw clientError(
            `VLAN ${vlan ?? "(none)"} is not the VLAN ${connection.vlan} of hosted connection ${connection.connectionId}.`,
        );
    }
    const virtualGatewayId = optionalText(input, "virtualGatewayId");
    const gateway = world.aws.vpnGateways.get(virtualGatewayId ?? "");
    if (
        gateway?.ownerAccount !== caller.accountId ||
        gateway.region !== caller.region ||
        gateway.state !== "available"
    ) {
        throw clientError(`Virtual Gateway ${virtualGatewayId ?? "(none)"} does not exist`);
    }
    const id = world.newId("dxvif-f", 7);
    return {
        virtualInterfaceId: id,
        virtualInterfaceName: requiredText(input, "virtualInterfaceName"),
        ownerAccount: caller.accountId,
        region: caller.region,
        connectionId: connection.connectionId,
        virtualInterfaceState: "pending",
        vlan: connection.vlan,
        asn: readAsn(input),
        amazonSideAsn: gateway.amazonSideAsn,
        authKey: readAuthKey(context, input),
        addressFamily: optionalText(input, "addressFamily") === "ipv6" ? "ipv6" : "ipv4",
        ...readAddresses(context, input),
        virtualGatewayId,
        directConnectGatewayId: undefined,
        mtu: optionalNumber(input, "mtu") ?? 1500,
        bgpPeerId: world.newId("dxpeer-f", 7),
        bgpPeerState: "pending",
        bgpStatus: "down",
        tags: readTags(listOf(input, "tags")),
    };
}

/** P2 and P3: available, and no other virtual interface that is not `deleted`. */
function requireUsable({ world }: ActionContext, { connectionId, connectionState }: HostedConnection): void {
    if (connectionState !== "available") {
        throw clientError(
            `The specified Connection ID is not available: ${connectionId} is in state ${connectionState}`,
        );
    }
    const other = [...world.aws.virtualInterfaces.values()].find(
        (vif) => vif.connectionId === connectionId && vif.virtualInterfaceState !== "deleted",
    );
    if (other !== undefined) {
        throw clientError(
            `Hosted connection ${connectionId} already has virtual interface ${other.virtualInterfaceId}.`,
        );
    }
}

function readAsn(input: ActionInput): number {
    const short = optionalNumber(input, "asn");
    const asn = optionalNumber(input, "asnLong") ?? short;
    if (asn === undefined || asn < 1 || asn > highestAsn || (short !== undefined && short > highestShortAsn)) {
        throw clientError(`BGP ASN ${asn ?? "(none)"} is not valid.`);
    }
    return asn;
}

function readAuthKey({ world }: ActionContext, input: ActionInput): string {
    const authKey = optionalText(input, "authKey");
    if (authKey !== undefined && (authKey.length < 6 || authKey.length > 80)) {
        throw clientError("The BGP authentication key must have 6 to 80 characters.");
    }
    return authKey ?? `0x${world.newId("", 20)}`;
}

/** Omitted addresses are assigned from 169.254.0.0/16. Impossible ones are refused or not: no document says (guess). */
function readAddresses(
    { world }: ActionContext,
    input: ActionInput,
): Pick<VirtualInterface, "amazonAddress" | "customerAddress"> {
    const amazonAddress = optionalText(input, "amazonAddress");
    const customerAddress = optionalText(input, "customerAddress");
    if (amazonAddress === undefined || customerAddress === undefined) {
        const third = world.aws.virtualInterfaces.size % 250;
        return { amazonAddress: `169.254.${third}.1/30`, customerAddress: `169.254.${third}.2/30` };
    }
    const amazon = parseInterfaceAddress(amazonAddress);
    const customer = parseInterfaceAddress(customerAddress);
    if (amazon === undefined || customer === undefined) {
        throw clientError(
            `${amazon === undefined ? amazonAddress : customerAddress} is not an address with prefix length.`,
        );
    }
    const possible =
        amazon.address !== customer.address &&
        reachesNeighbour(amazon, customer.address) &&
        reachesNeighbour(customer, amazon.address) &&
        !isSharedAddressSpace(amazon.address);
    if (!possible && world.guesses.impossibleVirtualInterface === "refused") {
        throw clientError(
            `amazonAddress ${amazonAddress} and customerAddress ${customerAddress} must be two hosts of one subnet.`,
        );
    }
    return { amazonAddress, customerAddress };
}
