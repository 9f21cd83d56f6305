import type { BorderRouter, Clouds, VirtualInterface, VpnGateway } from "../clouds/clouds";
import { carriesTraffic, requireSight } from "../outage/carrying";
import { ipOf } from "../rules";
import type { PreflightInputs } from "./handler";

/** A virtual interface over which traffic runs now, and the VBR that it mirrors. */
export interface CarryingLink {
    virtualInterface: VirtualInterface;
    vbrId: string;
}

/**
 * What carries the traffic of the link that was made from these inputs: a virtual interface that ends in the VPC's gateway and mirrors the VBR. Where no VBR
 * is named, any VBR's: then another link of the VPC may be among them, which errs on the safe side. Throws where the clouds cannot be asked.
 */
export async function findCarryingLinks(inputs: PreflightInputs, clouds: Clouds): Promise<CarryingLink[]> {
    await requireSight(inputs, clouds);
    const { aws, alibaba } = clouds;
    const [gateways, virtualInterfaces, routers] = await Promise.all([
        inputs.vpcId === undefined ? undefined : aws.describeVpnGatewaysOfVpc(inputs.vpcId),
        aws.describeVirtualInterfaces(),
        alibaba.describeBorderRouters(),
    ]);
    const candidates = virtualInterfaces
        .filter(
            (vif) =>
                (inputs.connectionId === undefined || vif.connectionId === inputs.connectionId) &&
                (gateways === undefined || endsIn(gateways, vif, inputs.vpcId)),
        )
        .flatMap((virtualInterface) =>
            routers
                .filter((router) => inputs.vbrId === undefined || router.vbrId === inputs.vbrId)
                .filter((router) => mirrors(virtualInterface, router))
                .map(({ vbrId }) => ({ virtualInterface, vbrId })),
        );
    const carrying = await Promise.all(
        candidates.map(async ({ virtualInterface, vbrId }) => {
            const peers = await alibaba.describeBgpPeers(vbrId);
            const peer = peers.find(({ peerIpAddress }) => peerIpAddress === ipOf(virtualInterface.amazonAddress));
            return carriesTraffic(virtualInterface, peer);
        }),
    );
    return candidates.filter((_candidate, index) => carrying[index]);
}

function endsIn(gateways: VpnGateway[], { virtualGatewayId }: VirtualInterface, vpcId: string | undefined): boolean {
    return gateways.some(
        ({ vpnGatewayId, attachments }) =>
            vpnGatewayId === virtualGatewayId &&
            attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached"),
    );
}

function mirrors({ amazonAddress, customerAddress }: VirtualInterface, router: BorderRouter): boolean {
    return ipOf(amazonAddress) === router.peerGatewayIp && ipOf(customerAddress) === router.localGatewayIp;
}
