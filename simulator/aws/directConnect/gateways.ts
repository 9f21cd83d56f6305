import type { Action, ActionContext, ActionOutput } from "../../action";
import type { DirectConnectGateway } from "../../world/awsState";
import { clientError, optionalText } from "../input";
import { pageAskedFor } from "./page";

/** A Direct Connect gateway is global: its owner sees it from every region. */
export function ownGateways({ world, caller }: ActionContext): DirectConnectGateway[] {
    return [...world.aws.directConnectGateways.values()].filter(
        ({ ownerAccount, state }) => ownerAccount === caller.accountId && state !== "deleted",
    );
}

export function findDirectConnectGateway(context: ActionContext, id: string): DirectConnectGateway {
    const gateway = ownGateways(context).find(({ directConnectGatewayId }) => directConnectGatewayId === id);
    if (gateway === undefined) {
        throw clientError(`Direct Connect Gateway ${id} does not exist`);
    }
    return gateway;
}

export function directConnectGatewayShape(gateway: DirectConnectGateway): ActionOutput {
    return {
        directConnectGatewayId: gateway.directConnectGatewayId,
        directConnectGatewayName: gateway.directConnectGatewayName,
        amazonSideAsn: gateway.amazonSideAsn,
        ownerAccount: gateway.ownerAccount,
        directConnectGatewayState: gateway.state,
    };
}

export function associationShape(
    gateway: DirectConnectGateway,
    association: DirectConnectGateway["associations"][number],
): ActionOutput {
    return {
        directConnectGatewayId: gateway.directConnectGatewayId,
        directConnectGatewayOwnerAccount: gateway.ownerAccount,
        associationId: association.associationId,
        associationState: association.state,
        associatedGateway: {
            id: association.gatewayId,
            type: association.gatewayType,
            ownerAccount: gateway.ownerAccount,
            region: association.region,
        },
        allowedPrefixesToDirectConnectGateway: association.allowedPrefixes.map((cidr) => ({ cidr })),
        ...(association.gatewayType === "virtualPrivateGateway" && {
            virtualGatewayId: association.gatewayId,
            virtualGatewayRegion: association.region,
            virtualGatewayOwnerAccount: gateway.ownerAccount,
        }),
    };
}

export const describeDirectConnectGateways: Action = {
    name: "DescribeDirectConnectGateways",
    mutating: false,
    run(context, input) {
        const id = optionalText(input, "directConnectGatewayId");
        const asked = id === undefined ? ownGateways(context) : [findDirectConnectGateway(context, id)];
        const page = pageAskedFor(
            "DescribeDirectConnectGateways",
            input,
            asked,
            (gateway) => gateway.directConnectGatewayId,
        );
        return {
            directConnectGateways: page.items.map(directConnectGatewayShape),
            nextToken: page.nextToken,
        };
    },
};

export const describeDirectConnectGatewayAssociations: Action = {
    name: "DescribeDirectConnectGatewayAssociations",
    mutating: false,
    run(context, input) {
        const associationId = optionalText(input, "associationId");
        const directConnectGatewayId = optionalText(input, "directConnectGatewayId");
        const gatewayId = optionalText(input, "associatedGatewayId") ?? optionalText(input, "virtualGatewayId");
        if (associationId === undefined && directConnectGatewayId === undefined && gatewayId === undefined) {
            throw clientError(
                "Specify associationId, associatedGatewayId, directConnectGatewayId or virtualGatewayId.",
            );
        }
        const gateways =
            directConnectGatewayId === undefined
                ? ownGateways(context)
                : [findDirectConnectGateway(context, directConnectGatewayId)];
        const found = gateways
            .flatMap((gateway) => gateway.associations.map((association) => ({ gateway, association })))
            .filter(
                ({ association }) =>
                    (associationId === undefined || association.associationId === associationId) &&
                    (gatewayId === undefined || association.gatewayId === gatewayId),
            );
        const page = pageAskedFor(
            "DescribeDirectConnectGatewayAssociations",
            input,
            found,
            ({ association }) => association.associationId,
        );
        return {
            directConnectGatewayAssociations: page.items.map(({ gateway, association }) =>
                associationShape(gateway, association),
            ),
            nextToken: page.nextToken,
        };
    },
};

const attachmentStates: Readonly<Record<string, string>> = { pending: "attaching", deleting: "detaching" };

export const describeDirectConnectGatewayAttachments: Action = {
    name: "DescribeDirectConnectGatewayAttachments",
    mutating: false,
    run(context, input) {
        const directConnectGatewayId = optionalText(input, "directConnectGatewayId");
        const virtualInterfaceId = optionalText(input, "virtualInterfaceId");
        if (directConnectGatewayId === undefined && virtualInterfaceId === undefined) {
            throw clientError("Specify directConnectGatewayId, virtualInterfaceId, or both.");
        }
        if (directConnectGatewayId !== undefined) {
            findDirectConnectGateway(context, directConnectGatewayId);
        }
        const own = new Set(ownGateways(context).map((gateway) => gateway.directConnectGatewayId));
        const found = [...context.world.aws.virtualInterfaces.values()].filter(
            (vif) =>
                vif.directConnectGatewayId !== undefined &&
                own.has(vif.directConnectGatewayId) &&
                vif.virtualInterfaceState !== "deleted" &&
                (directConnectGatewayId === undefined || vif.directConnectGatewayId === directConnectGatewayId) &&
                (virtualInterfaceId === undefined || vif.virtualInterfaceId === virtualInterfaceId),
        );
        const page = pageAskedFor(
            "DescribeDirectConnectGatewayAttachments",
            input,
            found,
            (vif) => vif.virtualInterfaceId,
        );
        return {
            directConnectGatewayAttachments: page.items.map((vif) => ({
                directConnectGatewayId: vif.directConnectGatewayId,
                virtualInterfaceId: vif.virtualInterfaceId,
                virtualInterfaceRegion: vif.region,
                virtualInterfaceOwnerAccount: vif.ownerAccount,
                attachmentState: attachmentStates[vif.virtualInterfaceState] ?? "attached",
                attachmentType: "PrivateVirtualInterface",
            })),
            nextToken: page.nextToken,
        };
    },
};
