import { requireExpectedAccounts } from "../accounts";
import { PartialCreation, type Handler, type HandlerContext } from "../handler";
import { alibabaAsn, checkAuthKey } from "../rules";
import { isKnown } from "../unknown";
import { configureGroup, configurePeer, markOf, type WantedBgp } from "./configure";
import { removeBgp } from "./remove";

export interface BorderRouterBgpInputs extends WantedBgp {
    alibabaAccountId?: string;
    alibabaRegion?: string;
}

export interface BorderRouterBgpOutputs extends BorderRouterBgpInputs {
    bgpGroupId: string;
    bgpPeerId: string;
    madeGroup: boolean;
    madePeer: boolean;
}

export const borderRouterBgpHandler: Handler<BorderRouterBgpInputs, BorderRouterBgpOutputs> = {
    check({ peerAsn, localAsn, authKey }) {
        const problems: { property: string; reason: string }[] = [];
        if (peerAsn === alibabaAsn) {
            problems.push({
                property: "peerAsn",
                reason: `peerAsn is ${alibabaAsn}, Alibaba Cloud's own; give the AWS gateway another ASN`,
            });
        }
        if (isKnown(peerAsn) && isKnown(localAsn) && peerAsn === localAsn) {
            problems.push({
                property: "peerAsn",
                reason: `peerAsn and localAsn are both ${String(localAsn)}; BGP needs two. Give the AWS gateway another ASN`,
            });
        }
        if (isKnown(authKey) && typeof authKey === "string") {
            problems.push(...checkAuthKey(authKey).map((reason) => ({ property: "authKey", reason })));
        }
        return problems;
    },

    diff(_id, olds, news) {
        const replaces = news.vbrId === olds.vbrId ? [] : ["vbrId"];
        const settings: (keyof WantedBgp)[] = ["peerAsn", "localAsn", "authKey", "peerIpAddress"];
        const changes = replaces.length > 0 || olds.bgpPeerId === "" || settings.some((key) => olds[key] !== news[key]);
        return { changes, replaces };
    },

    async create(inputs, context) {
        const outputs = await configure(inputs, { madePeer: false }, context);
        return { id: outputs.bgpPeerId, outputs };
    },

    update: (_id, olds, news, context) => configure(news, olds, context),

    async read(_id, olds, { clouds }) {
        const peer = (await clouds.alibaba.describeBgpPeers(olds.vbrId)).find(
            ({ bgpPeerId }) => bgpPeerId === olds.bgpPeerId,
        );
        return peer && { ...olds, peerIpAddress: peer.peerIpAddress };
    },

    delete: (_id, olds, context) => removeBgp(olds, context),
};

async function configure(
    inputs: BorderRouterBgpInputs,
    before: { madePeer: boolean },
    context: HandlerContext,
): Promise<BorderRouterBgpOutputs> {
    await requireExpectedAccounts(inputs, context.clouds);
    await requireOwnBorderRouter(inputs.vbrId, context);
    const group = await configureGroup(inputs, context);
    // The mark tells whose the group is, even to a create that comes after one that was killed; a marked group has no peer but ours.
    const madeGroup = group.name === markOf(inputs.vbrId);
    try {
        const { peer, made } = await configurePeer(group.bgpGroupId, inputs, context);
        const madePeer = made || madeGroup || before.madePeer;
        return { ...inputs, bgpGroupId: group.bgpGroupId, bgpPeerId: peer.bgpPeerId, madeGroup, madePeer };
    } catch (error) {
        const peer = (await context.clouds.alibaba.describeBgpPeers(inputs.vbrId)).find(
            ({ bgpGroupId }) => bgpGroupId === group.bgpGroupId,
        );
        if (peer === undefined) {
            throw error;
        }
        const outputs = {
            ...inputs,
            bgpGroupId: group.bgpGroupId,
            bgpPeerId: peer.bgpPeerId,
            madeGroup,
            madePeer: madeGroup || before.madePeer,
        };
        throw new PartialCreation(peer.bgpPeerId, outputs, [error instanceof Error ? error.message : String(error)]);
    }
}

/** A VBR that Alibaba Cloud owns is listed, but nothing on it may be written. */
async function requireOwnBorderRouter(vbrId: string, { clouds }: HandlerContext): Promise<void> {
    const router = (await clouds.alibaba.describeBorderRouters()).find((other) => other.vbrId === vbrId);
    if (router === undefined) {
        throw new Error(`VBR ${vbrId} is not there. Check alibaba.vbrId and the region of the alicloud provider.`);
    }
    if (!router.own) {
        throw new Error(
            `VBR ${vbrId} belongs to another account, so its BGP cannot be configured from here. Ask Alibaba Cloud to configure the BGP group and peer.`,
        );
    }
}
