import type { AwsCloud, VpnGateway } from "../clouds/clouds";
import { defaultAmazonSideAsn } from "../rules";
import { madeForTag } from "../rules/marks";
import { adoptOr } from "./adoptLine";
import type { UnmanagedSearch } from "./search";

/**
 * Gateways that were made for the VPC and never attached, which only those are whose maker did not hear of them. One that was attached stays on the
 * list of its attachments, as `detached` (hashicorp/terraform#6987): so this stack's own old one, at a replacement, is never among them.
 */
export async function leftoverGateways(vpcId: string, aws: AwsCloud): Promise<VpnGateway[]> {
    return (await aws.describeVpnGatewaysMadeFor(vpcId)).filter(
        ({ state, attachments }) => !["deleting", "deleted"].includes(state) && attachments.length === 0,
    );
}

export function deleteGateway(vpnGatewayId: string): string {
    return `aws ec2 delete-vpn-gateway --vpn-gateway-id ${vpnGatewayId}`;
}

/** AWS makes as many as it is asked for: only the tag tells that one was made and the answer lost. */
export const unmanagedVpnGateway: UnmanagedSearch = async ({ amazonSideAsn, tags }, { aws }) => {
    const vpcId = (tags as Record<string, unknown> | undefined)?.[madeForTag];
    if (typeof vpcId !== "string") {
        return undefined;
    }
    const wantedAsn = Number(amazonSideAsn ?? defaultAmazonSideAsn);
    const [first, ...others] = (await leftoverGateways(vpcId, aws))
        .filter((gateway) => gateway.amazonSideAsn === wantedAsn)
        .map(({ vpnGatewayId }) => vpnGatewayId);
    if (first === undefined) {
        return undefined;
    }
    const subject =
        others.length === 0
            ? `Virtual private gateway ${first} was`
            : `Virtual private gateways ${[first, ...others].join(" and ")} were`;
    const surplus = others.map((id) => `Delete ${id} (${deleteGateway(id)}). `).join("");
    return (
        `${subject} made for VPC ${vpcId}, attached to nothing, and not this stack's: most likely an answer of AWS was lost. ` +
        surplus +
        adoptOr(
            "vpnGatewayId",
            first,
            `take its tag away (aws ec2 delete-tags --resources ${first} --tags Key=${madeForTag}) and run pulumi up again`,
        )
    );
};

/**
 * A VPC takes one virtual private gateway (AttachVpnGateway: InvalidVpcState), and an attachment cannot be imported. No source says that attaching the
 * same two again succeeds: AttachVpnGateway is not among the actions that are idempotent
 * (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html).
 */
export const unmanagedVpnGatewayAttachment: UnmanagedSearch = async ({ vpcId, vpnGatewayId }, { aws }) => {
    const vpc = String(vpcId);
    const found = (await aws.describeVpnGatewaysOfVpc(vpc)).find(({ attachments }) =>
        attachments.some((attachment) => attachment.vpcId === vpc && attachment.state !== "detached"),
    );
    if (found?.vpnGatewayId === vpnGatewayId) {
        return (
            found &&
            `VPC ${vpc} is attached to this stack's virtual private gateway ${found.vpnGatewayId} already, but the state does not hold the attachment, which cannot be imported. ` +
                `Detach it (${detachGateway(found.vpnGatewayId, vpc)}) and run pulumi up again.`
        );
    }
    return (
        found &&
        `VPC ${vpc} has virtual private gateway ${found.vpnGatewayId} already, which this stack does not manage, and takes no second one. ` +
            `Set aws.vpnGatewayId: "${found.vpnGatewayId}" to end the link in it, or detach it first (${detachGateway(found.vpnGatewayId, vpc)}), and run pulumi up again.`
    );
};

export function detachGateway(vpnGatewayId: string, vpcId: string): string {
    return `aws ec2 detach-vpn-gateway --vpn-gateway-id ${vpnGatewayId} --vpc-id ${vpcId}`;
}
