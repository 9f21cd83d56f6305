import type { Action, ActionContext, ActionInput } from "../../action";
import { parseInterfaceAddress } from "../../world/addresses";
import type { DirectConnectGateway, VpnGateway } from "../../world/awsState";
import { clientError, listOf, optionalText, requiredText, structureOf } from "../input";
import { associationShape, findDirectConnectGateway, ownGateways } from "./gateways";
import { findVirtualGateway } from "./newVirtualInterface";

type Association = DirectConnectGateway["associations"][number];

/** All texts of this file are guesses: the service model has one exception for whatever is wrong with a request. */
function readPrefixes({ world }: ActionContext, input: ActionInput, vpcId: string): string[] {
    const given = listOf(input, "addAllowedPrefixesToDirectConnectGateway").map(structureOf);
    const cidrs = given.map((prefix) => requiredText(prefix, "cidr"));
    const wrong = cidrs.find((cidr) => parseInterfaceAddress(cidr) === undefined);
    if (wrong !== undefined) {
        throw clientError(`Allowed prefix ${wrong} is not valid.`);
    }
    // Left out, it is the VPC's own: the user guide, "Allowed prefixes interactions".
    return cidrs.length > 0 ? cidrs : [...(world.aws.vpcs.get(vpcId)?.cidrBlocks ?? [])];
}

/** "The virtual private gateway must be attached to a VPC and must not be associated with another Direct Connect gateway": the API reference. */
function requireFree({ world }: ActionContext, { vpnGatewayId, attachments }: VpnGateway): string {
    const attached = attachments.find(({ state }) => state === "attached");
    if (attached === undefined) {
        throw clientError(`Virtual Gateway ${vpnGatewayId} is not attached to a VPC`);
    }
    const other = [...world.aws.directConnectGateways.values()].find(({ associations }) =>
        associations.some(({ gatewayId }) => gatewayId === vpnGatewayId),
    );
    if (other !== undefined) {
        throw clientError(
            `Virtual Gateway ${vpnGatewayId} is already associated with Direct Connect Gateway ${other.directConnectGatewayId}`,
        );
    }
    return attached.vpcId;
}

/** `associating`, then `associated`. Of the two sorts of gateway this world makes VPN gateways alone; a transit gateway is not found. */
export const createDirectConnectGatewayAssociation: Action = {
    name: "CreateDirectConnectGatewayAssociation",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const gateway = findDirectConnectGateway(context, requiredText(input, "directConnectGatewayId"));
        if (gateway.state !== "available") {
            throw clientError(`Direct Connect Gateway ${gateway.directConnectGatewayId} is in state ${gateway.state}`);
        }
        const gatewayId = optionalText(input, "gatewayId") ?? requiredText(input, "virtualGatewayId");
        const vpnGateway = findVirtualGateway(context, gatewayId);
        const vpcId = requireFree(context, vpnGateway);
        const association: Association = {
            associationId: world.newId("", 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
            gatewayId,
            gatewayType: "virtualPrivateGateway",
            region: vpnGateway.region,
            state: "associating",
            allowedPrefixes: readPrefixes(context, input, vpcId),
        };
        gateway.associations.push(association);
        world.later(world.durations.directConnectGatewayAssociation, () => {
            association.state = association.state === "associating" ? "associated" : association.state;
        });
        return { directConnectGatewayAssociation: associationShape(gateway, association) };
    },
};

/** By its ID, or by both gateways. */
function findAssociation(
    context: ActionContext,
    input: ActionInput,
): { gateway: DirectConnectGateway; association: Association } {
    const id = optionalText(input, "associationId");
    const directConnectGatewayId = optionalText(input, "directConnectGatewayId");
    const virtualGatewayId = optionalText(input, "virtualGatewayId");
    if (id === undefined && (directConnectGatewayId === undefined || virtualGatewayId === undefined)) {
        throw clientError("Specify associationId, or directConnectGatewayId and virtualGatewayId.");
    }
    const found = ownGateways(context)
        .flatMap((gateway) => gateway.associations.map((association) => ({ gateway, association })))
        .find(
            ({ gateway, association }) =>
                (id === undefined || association.associationId === id) &&
                (directConnectGatewayId === undefined || gateway.directConnectGatewayId === directConnectGatewayId) &&
                (virtualGatewayId === undefined || association.gatewayId === virtualGatewayId),
        );
    if (found === undefined) {
        throw clientError("The Direct Connect Gateway association does not exist");
    }
    return found;
}

/** `disassociating`, and then no longer listed; it carries nothing from the first moment. */
export const deleteDirectConnectGatewayAssociation: Action = {
    name: "DeleteDirectConnectGatewayAssociation",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const { gateway, association } = findAssociation(context, input);
        if (association.state === "disassociating") {
            throw clientError(`Association ${association.associationId} is in state ${association.state}`);
        }
        association.state = "disassociating";
        world.later(world.durations.directConnectGatewayAssociation, () => {
            gateway.associations = gateway.associations.filter((other) => other !== association);
        });
        world.changed();
        return { directConnectGatewayAssociation: associationShape(gateway, association) };
    },
};
