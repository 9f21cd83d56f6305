import type { Action, ActionContext, ActionInput } from "../../action";
import type { VpnGateway } from "../../world/awsState";
import { defaultAmazonSideAsn } from "../../world/backendBgp";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { structureOf } from "../input";
import { describe, isOwn, listOf, requiredParameter, shown, tagSet, wholeNumber } from "./filters";
import { readTagList, requireFewEnough } from "./tags";

const gatewayType = "ipsec.1";

function shape(gateway: VpnGateway): Record<string, unknown> {
    return {
        vpnGatewayId: gateway.vpnGatewayId,
        state: gateway.state,
        type: gatewayType,
        amazonSideAsn: gateway.amazonSideAsn,
        attachments: gateway.attachments,
        tagSet: tagSet(gateway.tags),
    };
}

export function notFound(id: string): CloudError {
    return new CloudError("InvalidVpnGatewayID.NotFound", `The virtual private gateway ID '${id}' does not exist`);
}

export function findGateway(context: ActionContext, id: string): VpnGateway {
    const gateway = context.world.aws.vpnGateways.get(id);
    if (gateway === undefined || !isOwn(context, gateway) || gateway.state === "deleted") {
        throw notFound(id);
    }
    return gateway;
}

/** A virtual interface counts until it is deleted (P37). */
export function hasVirtualInterface(world: World, { vpnGatewayId }: VpnGateway): boolean {
    return [...world.aws.virtualInterfaces.values()].some(
        (vif) => vif.virtualGatewayId === vpnGatewayId && vif.virtualInterfaceState !== "deleted",
    );
}

function readTagSpecifications(world: World, given: unknown): Map<string, string> {
    const specifications = listOf(given).map(structureOf);
    for (const { ResourceType: type } of specifications) {
        if (type !== "vpn-gateway") {
            throw new CloudError("InvalidParameterValue", `'${shown(type)}' is not a valid taggable resource type.`);
        }
    }
    const tags = specifications.flatMap(({ Tag: list }) => readTagList(list));
    requireFewEnough(
        world,
        tags.map(([key]) => key),
    );
    return new Map(tags);
}

function readAsn({ AmazonSideAsn: given }: ActionInput): number {
    if (given === undefined) {
        return defaultAmazonSideAsn;
    }
    // The wire has it as text, a stand-in as its program wrote it.
    const text = typeof given === "number" ? String(given) : shown(given);
    const asn = wholeNumber(text) ?? 0;
    const allowed = (asn >= 64512 && asn <= 65534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
    if (!allowed) {
        throw new CloudError("InvalidParameterValue", `Value (${text}) for parameter amazonSideAsn is invalid.`);
    }
    return asn;
}

/** A deleted gateway counts no more. */
function requireRoom(context: ActionContext): void {
    const { aws, quotas } = context.world;
    const own = [...aws.vpnGateways.values()].filter(
        (gateway) => isOwn(context, gateway) && gateway.state !== "deleted",
    );
    if (own.length >= quotas.vpnGatewaysPerRegion) {
        throw new CloudError(
            "VpnGatewayLimitExceeded",
            "The maximum number of virtual private gateways has been reached.",
        );
    }
}

export const createVpnGateway: Action = {
    name: "CreateVpnGateway",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const type = requiredParameter(input, "Type");
        if (type !== gatewayType) {
            throw new CloudError("InvalidParameterValue", `Value (${type}) for parameter type is invalid.`);
        }
        const asn = readAsn(input);
        const tags = readTagSpecifications(world, input.TagSpecification);
        requireRoom(context);
        const gateway: VpnGateway = {
            vpnGatewayId: world.newId("vgw-0", 16),
            ownerAccount: caller.accountId,
            region: caller.region,
            state: "pending",
            amazonSideAsn: asn,
            attachments: [],
            tags,
        };
        world.aws.vpnGateways.set(gateway.vpnGatewayId, gateway);
        world.later(world.durations.vpnGatewayCreate, () => {
            gateway.state = gateway.state === "pending" ? "available" : gateway.state;
        });
        return { vpnGateway: shape(gateway) };
    },
};

export const describeVpnGateways: Action = {
    name: "DescribeVpnGateways",
    mutating: false,
    run(context, input) {
        const own = [...context.world.aws.vpnGateways.values()].filter((gateway) => isOwn(context, gateway));
        const { page, nextToken } = describe(
            input,
            own,
            { parameter: "VpnGatewayId", of: ({ vpnGatewayId }) => vpnGatewayId, unknown: notFound },
            {
                "vpn-gateway-id": ({ vpnGatewayId }) => [vpnGatewayId],
                state: ({ state }) => [state],
                type: () => [gatewayType],
                "amazon-side-asn": ({ amazonSideAsn }) => [String(amazonSideAsn)],
                "attachment.vpc-id": ({ attachments }) => attachments.map(({ vpcId }) => vpcId),
                "attachment.state": ({ attachments }) => attachments.map(({ state }) => state),
            },
        );
        return { vpnGatewaySet: page.map(shape), nextToken };
    },
};

export const deleteVpnGateway: Action = {
    name: "DeleteVpnGateway",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const gateway = findGateway(context, requiredParameter(input, "VpnGatewayId"));
        if (gateway.attachments.some(({ state }) => state !== "detached")) {
            throw new CloudError(
                "IncorrectState",
                `The virtual private gateway ${gateway.vpnGatewayId} is attached to a VPC.`,
            );
        }
        if (hasVirtualInterface(world, gateway)) {
            throw new CloudError(
                "IncorrectState",
                `The virtual private gateway ${gateway.vpnGatewayId} has virtual interfaces.`,
            );
        }
        gateway.state = "deleted";
        // A deleted gateway is listed for a while; nothing depends on how long.
        world.later(world.durations.vpnGatewayDetach, () => {
            world.aws.vpnGateways.delete(gateway.vpnGatewayId);
        });
        return { return: true };
    },
};
