import type { Action } from "../../action";
import { listed } from "../../world/listings";
import { optionalText, requiredText } from "../input";
import { setPeerStates } from "./bgpPeers";
import { pageAskedFor } from "./page";
import { findConnection, findVirtualInterface, requireNotGoing, virtualInterfaceShape } from "./shapes";
import { readMtu, readName, readSiteLink } from "./virtualInterfaceAttributes";

export const describeVirtualInterfaces: Action = {
    name: "DescribeVirtualInterfaces",
    mutating: false,
    run(context, input) {
        const { world, caller } = context;
        const connectionId = optionalText(input, "connectionId");
        const virtualInterfaceId = optionalText(input, "virtualInterfaceId");
        if (connectionId !== undefined) {
            findConnection(context, connectionId);
        }
        const all = listed(world, "virtualInterfaces");
        const own =
            virtualInterfaceId === undefined
                ? all.filter(
                      ({ ownerAccount, region }) => ownerAccount === caller.accountId && region === caller.region,
                  )
                : [findVirtualInterface(context, virtualInterfaceId, all)];
        const asked = own.filter((vif) => connectionId === undefined || vif.connectionId === connectionId);
        const page = pageAskedFor("DescribeVirtualInterfaces", input, asked, (vif) => vif.virtualInterfaceId);
        return {
            virtualInterfaces: page.items.map((vif) => virtualInterfaceShape(world, vif)),
            nextToken: page.nextToken,
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
            setPeerStates(vif, "deleting");
            world.later(world.durations.virtualInterfaceDelete, () => {
                vif.virtualInterfaceState = "deleted";
                setPeerStates(vif, "deleted");
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
        const { world } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        requireNotGoing(vif);
        const siteLinkEnabled = readSiteLink(input, vif.directConnectGatewayId);
        const mtu = readMtu(world, input);
        const name = optionalText(input, "virtualInterfaceName");
        vif.virtualInterfaceName = name === undefined ? vif.virtualInterfaceName : readName(context.world, name);
        vif.mtu = mtu ?? vif.mtu;
        vif.siteLinkEnabled = siteLinkEnabled ?? vif.siteLinkEnabled;
        world.changed();
        return virtualInterfaceShape(world, vif);
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
