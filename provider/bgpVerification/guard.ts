import type { Clouds, VirtualInterface } from "../clouds/clouds";
import type { HandlerContext } from "../handler";
import { messageOf } from "../messageOf";
import { carriesTraffic, requireSight } from "../outage/carrying";
import { refusal, refusalUnseen, type Cut } from "../outage/lines";
import { isUnknown } from "../unknown";
import type { BgpVerificationInputs } from "./handler";

const apart = "both VPCs are apart until BGP is up again";

/**
 * What the plan does to the link, whatever the reason: at a preview the ID of a virtual interface is unknown only where it is made anew, and that of the BGP
 * peer only where the VBR's BGP is changed. A parent that is no longer made is deleted at the end, after this.
 */
function cutsOf(olds: BgpVerificationInputs, news: BgpVerificationInputs): Cut[] {
    return [
        ...(isMadeAnew(olds.virtualInterfaceId, news.virtualInterfaceId)
            ? [{ change: "The virtual interface would be replaced", cuts: apart }]
            : []),
        ...(isMadeAnew(olds.bgpPeerId, news.bgpPeerId)
            ? [
                  {
                      change: "The VBR's BGP group or peer would change",
                      cuts: `that resets the session, and ${apart}`,
                  },
              ]
            : []),
        ...(olds.made?.vpnGateway === true && news.made?.vpnGateway === false
            ? [
                  {
                      change: "aws.vpnGatewayId would name a gateway in the place of the one that this stack made",
                      cuts: "that one is detached and deleted",
                  },
              ]
            : []),
        ...(olds.made?.vbrAttachment === true && news.made?.vbrAttachment === false
            ? [
                  {
                      change: "alibaba.cen.attachmentId would name an attachment in the place of the one that this stack made",
                      cuts: "that one is deleted, with its association and propagation",
                  },
              ]
            : []),
        ...leftVpcsOf(olds, news).map((vpcId) => ({
            change: `The routes of VPC ${vpcId} would no longer be managed`,
            cuts: "what this stack made for them on the VPC's attachment is taken away, and the VPC has no way to AWS",
        })),
    ];
}

/** VPCs on whose side this stack has made something, and would make nothing any more. */
function leftVpcsOf({ made }: BgpVerificationInputs, news: BgpVerificationInputs): string[] {
    const staying: unknown = news.made?.vpcRoutes === undefined ? [] : news.networks?.alibabaVpcIds;
    return Array.isArray(staying) && !staying.some(isUnknown)
        ? (made?.vpcRoutes ?? []).filter((vpcId) => !staying.includes(vpcId))
        : [];
}

function isMadeAnew(before: unknown, after: unknown): boolean {
    return isUnknown(after) && before !== undefined && !isUnknown(before);
}

/** What a plan may not do without a word while the link carries traffic. It stands behind all the rest, so that at a preview nothing escapes it. */
export async function refuseUnannouncedOutage(
    olds: BgpVerificationInputs,
    news: BgpVerificationInputs,
    { clouds }: HandlerContext,
): Promise<string[]> {
    const cuts = news.allowOutage === true || isUnknown(news.allowOutage) ? [] : cutsOf(olds, news);
    if (cuts.length === 0) {
        return [];
    }
    let carrying: VirtualInterface | undefined;
    try {
        carrying = await findCarrying(olds, clouds);
    } catch (error) {
        return cuts.map((cut) => refusalUnseen(cut, messageOf(error)));
    }
    return carrying === undefined ? [] : cuts.map((cut) => refusal(cut, olds.virtualInterfaceId));
}

async function findCarrying(olds: BgpVerificationInputs, clouds: Clouds): Promise<VirtualInterface | undefined> {
    await requireSight(olds, clouds);
    const [virtualInterfaces, peers] = await Promise.all([
        clouds.aws.describeVirtualInterfaces(),
        clouds.alibaba.describeBgpPeers(olds.vbrId),
    ]);
    const peer = peers.find(({ bgpPeerId }) => bgpPeerId === olds.bgpPeerId);
    return virtualInterfaces.find(
        (vif) => vif.virtualInterfaceId === olds.virtualInterfaceId && carriesTraffic(vif, peer),
    );
}
