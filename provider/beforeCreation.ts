import { findBorderRouter, lookUpBorderRouter } from "./borderRouter/find";
import { orderSheet } from "./borderRouter/orderSheet";
import { connectClouds } from "./clouds/connect";
import type { AlibabaCloud, Clouds } from "./clouds/clouds";
import { missingGrant } from "./missingGrant";
import { readSettings, type Configuration } from "./settings/settings";
import { systemClock } from "./waiting/clock";

/** What a child is about to be made with: the inputs of the official resource. */
export type ChildInputs = Readonly<Record<string, unknown>>;

/**
 * Looks for what an official resource is about to make. Where the cloud has one that the state does not hold (an answer was lost, or somebody else
 * made it), the text says so, with the line that adopts it; undefined where it may be made.
 */
export type UnmanagedSearch = (inputs: ChildInputs, clouds: Clouds) => Promise<string | undefined>;

const gone = ["deleting", "deleted", "rejected"];

/** A hosted connection carries one virtual interface; the official resource cannot adopt it by itself. */
export const unmanagedVirtualInterface: UnmanagedSearch = async ({ connectionId }, { aws }) => {
    const found = (await aws.describeVirtualInterfaces()).find(
        (vif) => vif.connectionId === connectionId && !gone.includes(vif.virtualInterfaceState),
    );
    return (
        found &&
        `Hosted connection ${found.connectionId} has virtual interface ${found.virtualInterfaceId} already, which this stack does not manage, and takes no second one. ` +
            `If it is this link's, set aws.virtualInterfaceId: "${found.virtualInterfaceId}", run pulumi up again, and remove that line after it: the interface is managed, and destroyed, by this stack from then on. If it is not, delete it first.`
    );
};

/** A VPC takes one virtual private gateway (AttachVpnGateway: InvalidVpcState), and an attachment cannot be imported. */
export const unmanagedVpnGateway: UnmanagedSearch = async ({ vpcId, vpnGatewayId }, { aws }) => {
    const vpc = String(vpcId);
    const found = (await aws.describeVpnGatewaysOfVpc(vpc)).find(({ attachments }) =>
        attachments.some((attachment) => attachment.vpcId === vpc && attachment.state !== "detached"),
    );
    if (found?.vpnGatewayId === vpnGatewayId) {
        return (
            found &&
            `VPC ${vpc} is attached to this stack's virtual private gateway ${found.vpnGatewayId} already, but the state does not hold the attachment, which cannot be imported. ` +
                `Detach it (aws ec2 detach-vpn-gateway --vpn-gateway-id ${found.vpnGatewayId} --vpc-id ${vpc}) and run pulumi up again.`
        );
    }
    return (
        found &&
        `VPC ${vpc} has virtual private gateway ${found.vpnGatewayId} already, which this stack does not manage, and takes no second one. ` +
            `Set aws.vpnGatewayId: "${found.vpnGatewayId}" to end the link in it and run pulumi up again, or detach it first.`
    );
};

/** A VBR hangs on one CEN at most, and there on one transit router, once. */
export const unmanagedCenAttachment: UnmanagedSearch = async ({ cenId, transitRouterId, vbrId }, { alibaba }) => {
    const found = (await alibaba.listBorderRouterAttachments(String(cenId), String(transitRouterId))).find(
        ({ resourceId }) => resourceId === vbrId,
    );
    return found === undefined
        ? problemOfBorderRouter(String(vbrId), String(cenId), "transitRouter", alibaba)
        : `VBR ${String(vbrId)} is attached to transit router ${String(transitRouterId)} already (${found.attachmentId}), which this stack does not manage. ` +
              `Delete it and run pulumi up again, or set alibaba.cen.attachmentId: "${found.attachmentId}" to use it as it is: its association, propagation and publishing are then not this stack's.`;
};

/** As `unmanagedCenAttachment`; here the attachment has no ID of its own but the official resource's. */
export const unmanagedBasicCenAttachment: UnmanagedSearch = async (inputs, { alibaba }) => {
    const { instanceId: cenId, childInstanceId: vbrId, childInstanceRegionId: region } = inputs;
    const router = await lookUpBorderRouter(String(vbrId), alibaba);
    return router?.cenIds.includes(String(cenId)) === true
        ? `VBR ${router.vbrId} is attached to CEN ${String(cenId)} already, which this stack does not manage. ` +
              `Set alibaba.cen.attachmentId: "${String(cenId)}:${router.vbrId}:VBR:${String(region)}" to use it as it is, or detach it, and run pulumi up again.`
        : problemOfBorderRouter(String(vbrId), String(cenId), "basic", alibaba);
};

/** Why the VBR cannot be attached to the CEN, on which it does not hang yet in the way that is asked for. */
async function problemOfBorderRouter(
    vbrId: string,
    cenId: string,
    sort: Parameters<typeof missingGrant>[2],
    alibaba: AlibabaCloud,
): Promise<string | undefined> {
    const router = await lookUpBorderRouter(vbrId, alibaba);
    const [elsewhere] = router?.cenIds ?? [];
    return elsewhere === undefined
        ? router && missingGrant(router, cenId, sort, alibaba)
        : `VBR ${vbrId} is attached to CEN ${elsewhere} already, and hangs on one CEN at most, in one way. Detach it there and run pulumi up again.`;
}

/** Throws the text of what was found. Runs in the program's process, with the settings that the dynamic host has. */
export async function refuseUnmanaged(
    search: UnmanagedSearch,
    inputs: ChildInputs,
    configuration: Configuration,
): Promise<void> {
    const problem = await search(inputs, connectClouds(readSettings(configuration), systemClock));
    if (problem !== undefined) {
        throw new Error(problem);
    }
}

/**
 * What to buy, while no VBR is there. undefined where there is one, or where no look is possible: then the create says why, and a preview must not fail
 * for this.
 */
export async function orderSheetWhileMissing(
    inputs: ChildInputs,
    configuration: Configuration,
): Promise<string | undefined> {
    // What is not known yet at a preview is no text.
    const known = Object.fromEntries(Object.entries(inputs).filter(([, value]) => typeof value === "string"));
    try {
        const { alibaba } = connectClouds(readSettings(configuration), systemClock);
        const found = findBorderRouter(await alibaba.describeBorderRouters(), known);
        return found === undefined ? orderSheet(known) : undefined;
    } catch {
        return undefined;
    }
}
