import type { MultiCloudConnectionArgs } from "../../../components/args";
import type { WorldIds } from "../../../simulator/scenarios/scenario";
import type { StateResource } from "../state";

/** What a state is of. */
export const fixtureNames = ["quickstart", "half-created", "basic-cen", "adopted"] as const;
export type FixtureName = (typeof fixtureNames)[number];

/** The program's arguments as one writes them today: a program may change between versions, a state may not. */
export function argsOf(
    name: FixtureName,
    { vbrId, cenId, transitRouterId, awsVpcId, routeTableIds }: WorldIds,
    resources: readonly StateResource[],
): MultiCloudConnectionArgs {
    const adopted = name === "adopted" ? adoptedBy(resources) : undefined;
    return {
        alibaba: { vbrId, cen: { cenId, transitRouterId, attachmentId: adopted?.attachmentId } },
        aws: { vpcId: awsVpcId, routeTableIds, vpnGatewayId: adopted?.vpnGatewayId },
    };
}

/** What the component handed on of what it was told to use as it is. */
function adoptedBy(resources: readonly StateResource[]): { attachmentId: string; vpnGatewayId: string } {
    const link = resources.find(({ type }) => type === "multicloud:index:MultiCloudConnection");
    const { transitRouterAttachmentId, vpnGatewayId } = link?.outputs as Record<string, string>;
    return { attachmentId: transitRouterAttachmentId ?? "", vpnGatewayId: vpnGatewayId ?? "" };
}
