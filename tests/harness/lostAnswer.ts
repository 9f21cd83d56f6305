import { DetachVpnGatewayCommand, EC2Client } from "@aws-sdk/client-ec2";

import { NoAnswer } from "../../simulator/faults/noAnswer";
import type { Simulator } from "../../simulator/server";
import type { World } from "../../simulator/world/world";

/** What an official resource makes, and the argument of the line that adopts it. */
export interface Loss {
    action: string;
    child: string;
    argument: string;
    /** What the line names, once it is there. */
    idOf: (simulator: Simulator) => string;
}

const attachmentOf = ({ world }: Simulator): string =>
    [...world.alibaba.attachments.values()].find(({ kind }) => kind === "VBR")?.attachmentId ?? "";
const legOf = (simulator: Simulator): string =>
    `${attachmentOf(simulator)}:${simulator.description.world.transitRouterRouteTableId}`;

export const losses = {
    gateway: {
        action: "CreateVpnGateway",
        child: "link-vpn-gateway",
        argument: "vpnGatewayId",
        idOf: ({ world }) => [...world.aws.vpnGateways.keys()][0] ?? "",
    },
    virtualInterface: {
        action: "CreatePrivateVirtualInterface",
        child: "link-virtual-interface",
        argument: "virtualInterfaceId",
        idOf: ({ world }) => [...world.aws.virtualInterfaces.keys()][0] ?? "",
    },
    attachment: {
        action: "CreateTransitRouterVbrAttachment",
        child: "link-cen-attachment",
        argument: "cenAttachmentId",
        idOf: (simulator) => `${simulator.description.world.cenId}:${attachmentOf(simulator)}`,
    },
    association: {
        action: "AssociateTransitRouterAttachmentWithRouteTable",
        child: "link-cen-association",
        argument: "cenAssociationId",
        idOf: legOf,
    },
    propagation: {
        action: "EnableTransitRouterRouteTablePropagation",
        child: "link-cen-propagation",
        argument: "cenPropagationId",
        idOf: legOf,
    },
} satisfies Record<string, Loss>;

/** The next call of this action takes effect, and nobody hears of it. */
export function loseAnswer({ watchers }: World, action: string): void {
    const watcher = {
        done(call: { action: string }): void {
            if (call.action === action) {
                watchers.delete(watcher);
                throw new NoAnswer("reset");
            }
        },
    };
    watchers.add(watcher);
}

/** The line that adopts, as the first message that has one says it. */
export function adoptionIn(diagnostics: readonly string[]): Record<string, string> {
    const [, argument = "", id = ""] = /adopt: \{ (\w+): "([^"]+)" \}/.exec(diagnostics.join("\n")) ?? [];
    return { [argument]: id };
}

/** What `aws ec2 detach-vpn-gateway` does. */
export async function detachGateway(
    { endpoints, description }: Simulator,
    { vpnGatewayId, vpcId }: { vpnGatewayId: string; vpcId: string },
): Promise<void> {
    const { aws: credentials } = description.credentials;
    const client = new EC2Client({ endpoint: endpoints.ec2, region: credentials.region, credentials });
    await client.send(new DetachVpnGatewayCommand({ VpnGatewayId: vpnGatewayId, VpcId: vpcId }));
    client.destroy();
}
