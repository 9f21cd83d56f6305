import type { Action, ActionContext } from "../../action";
import type { AwsVpc } from "../../world/awsState";
import { CloudError } from "../../world/cloudError";
import { isOwn, requiredParameter } from "./filters";
import { findGateway, hasVirtualInterface } from "./vpnGateways";

function findVpc(context: ActionContext, id: string): AwsVpc {
    const vpc = context.world.aws.vpcs.get(id);
    if (vpc === undefined || !isOwn(context, vpc)) {
        throw new CloudError("InvalidVpcID.NotFound", `The vpc ID '${id}' does not exist`);
    }
    return vpc;
}

export const attachVpnGateway: Action = {
    name: "AttachVpnGateway",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const gateway = findGateway(context, requiredParameter(input, "VpnGatewayId"));
        const { vpcId } = findVpc(context, requiredParameter(input, "VpcId"));
        const ofVpc = [...world.aws.vpnGateways.values()].filter((other) =>
            other.attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state !== "detached"),
        );
        if (ofVpc.length >= world.quotas.vpnGatewaysPerVpc || ofVpc.includes(gateway)) {
            throw new CloudError(
                "InvalidVpcState",
                `VPC ${vpcId} is currently attached to the Virtual Private Gateway.`,
            );
        }
        const ofGateway = gateway.attachments.filter(({ state }) => state !== "detached");
        if (ofGateway.length >= world.quotas.vpcsPerVpnGateway) {
            throw new CloudError(
                "VpnGatewayAttachmentLimitExceeded",
                `The virtual private gateway ${gateway.vpnGatewayId} is attached to another VPC.`,
            );
        }
        const attachment: (typeof gateway.attachments)[number] = { vpcId, state: "attaching" };
        gateway.attachments = [...ofGateway, attachment];
        world.later(world.durations.vpnGatewayAttach, () => {
            attachment.state = attachment.state === "attaching" ? "attached" : attachment.state;
        });
        return { attachment: { ...attachment } };
    },
};

export const detachVpnGateway: Action = {
    name: "DetachVpnGateway",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const gateway = findGateway(context, requiredParameter(input, "VpnGatewayId"));
        const vpcId = requiredParameter(input, "VpcId");
        const attachment = gateway.attachments.find((other) => other.vpcId === vpcId && other.state !== "detached");
        if (attachment === undefined) {
            throw new CloudError(
                "InvalidVpnGatewayAttachment.NotFound",
                `The attachment with vpn gateway ID '${gateway.vpnGatewayId}' and vpc ID '${vpcId}' does not exist`,
            );
        }
        if (hasVirtualInterface(world, gateway) && world.guesses.detachWithVirtualInterface === "refused") {
            throw new CloudError(
                "InvalidParameterValue",
                "This call cannot be completed because there are pending VPNs or Virtual Interfaces",
            );
        }
        if (attachment.state === "detaching") {
            return { return: true };
        }
        attachment.state = "detaching";
        const finish = (): void => {
            if (hasVirtualInterface(world, gateway)) {
                world.later(world.durations.vpnGatewayDetach, finish);
                return;
            }
            attachment.state = "detached";
            for (const table of world.aws.routeTables.values()) {
                table.propagatingVgws = table.propagatingVgws.filter((id) => id !== gateway.vpnGatewayId);
            }
        };
        world.later(world.durations.vpnGatewayDetach, finish);
        world.changed();
        return { return: true };
    },
};
