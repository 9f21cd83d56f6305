import type { Action } from "../../action";
import { clientError, optionalNumber, optionalText, requiredText } from "../input";
import { pageOf } from "../pages";
import { findVirtualInterface, virtualInterfaceShape } from "./shapes";

const defaultPageSize = 100;

export const describeVirtualInterfaces: Action = {
    name: "DescribeVirtualInterfaces",
    mutating: false,
    run({ world, caller }, input) {
        const connectionId = optionalText(input, "connectionId");
        const virtualInterfaceId = optionalText(input, "virtualInterfaceId");
        const found = [...world.aws.virtualInterfaces.values()].filter(
            (vif) =>
                vif.ownerAccount === caller.accountId &&
                vif.region === caller.region &&
                (connectionId === undefined || vif.connectionId === connectionId) &&
                (virtualInterfaceId === undefined || vif.virtualInterfaceId === virtualInterfaceId),
        );
        const size = optionalNumber(input, "maxResults") ?? defaultPageSize;
        const { page, nextToken } = pageOf(found, size, optionalText(input, "nextToken"), () =>
            clientError("The specified nextToken is invalid."),
        );
        return {
            virtualInterfaces: page.map((vif) => virtualInterfaceShape(world, vif)),
            ...(nextToken !== undefined && { nextToken }),
        };
    },
};

/** Asynchronous: `deleting`, then `deleted`, then listed for a while longer. */
export const deleteVirtualInterface: Action = {
    name: "DeleteVirtualInterface",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        if (vif.virtualInterfaceState !== "deleting" && vif.virtualInterfaceState !== "deleted") {
            vif.virtualInterfaceState = "deleting";
            vif.bgpPeerState = "deleting";
            world.later(world.durations.virtualInterfaceDelete, () => {
                vif.virtualInterfaceState = "deleted";
                vif.bgpPeerState = "deleted";
            });
            world.later(world.durations.virtualInterfaceDelete + world.durations.deletedVirtualInterfaceListed, () => {
                world.aws.virtualInterfaces.delete(vif.virtualInterfaceId);
            });
            world.changed();
        }
        return { virtualInterfaceState: vif.virtualInterfaceState };
    },
};

export const updateVirtualInterfaceAttributes: Action = {
    name: "UpdateVirtualInterfaceAttributes",
    mutating: true,
    run(context, input) {
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        const mtu = optionalNumber(input, "mtu");
        if (mtu !== undefined && ![1500, 8500, 9001].includes(mtu)) {
            throw clientError(`MTU ${mtu} is not valid.`);
        }
        vif.mtu = mtu ?? vif.mtu;
        vif.virtualInterfaceName = optionalText(input, "virtualInterfaceName") ?? vif.virtualInterfaceName;
        return virtualInterfaceShape(context.world, vif);
    },
};

export const describeVirtualGateways: Action = {
    name: "DescribeVirtualGateways",
    mutating: false,
    run({ world, caller }) {
        const own = [...world.aws.vpnGateways.values()].filter(
            ({ ownerAccount, region }) => ownerAccount === caller.accountId && region === caller.region,
        );
        return {
            virtualGateways: own.map(({ vpnGatewayId, state }) => ({
                virtualGatewayId: vpnGatewayId,
                virtualGatewayState: state,
            })),
        };
    },
};
