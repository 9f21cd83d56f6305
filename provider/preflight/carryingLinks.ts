import type { Clouds } from "../clouds/clouds";
import { carriesTraffic, requireSight } from "../outage/carrying";
import { ipOf } from "../rules";
import type { PreflightInputs } from "./handler";
import { linksOf, type Link } from "./links";

/** A virtual interface over which traffic runs now, and the VBR that it mirrors. */
export type CarryingLink = Link;

/** What carries the traffic of the link that was made from these inputs; another one's too errs on the safe side. Throws where the clouds cannot be asked. */
export async function findCarryingLinks(inputs: PreflightInputs, clouds: Clouds): Promise<CarryingLink[]> {
    await requireSight(inputs, clouds);
    const { aws, alibaba } = clouds;
    const [gateways, virtualInterfaces, borderRouters] = await Promise.all([
        inputs.vpcId === undefined ? undefined : aws.describeVpnGatewaysOfVpc(inputs.vpcId),
        aws.describeVirtualInterfaces(),
        alibaba.describeBorderRouters(),
    ]);
    const candidates = linksOf(inputs, { gateways, virtualInterfaces, borderRouters });
    const carrying = await Promise.all(
        candidates.map(async ({ virtualInterface, vbrId }) => {
            const peers = await alibaba.describeBgpPeers(vbrId);
            const peer = peers.find(({ peerIpAddress }) => peerIpAddress === ipOf(virtualInterface.amazonAddress));
            return carriesTraffic(virtualInterface, peer);
        }),
    );
    return candidates.filter((_candidate, index) => carrying[index]);
}
