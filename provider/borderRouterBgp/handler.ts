import { requireExpectedAccounts } from "../accounts";
import type { Handler } from "../handler";
import { checkAuthKeyLength, checkDistinctAsns, checkPeerAsn, checkPeerIpAddress } from "../rules";
import { failuresOf, failuresOfTimeout } from "../rules/failures";
import { bgpIdOf, configureBgp, settings } from "./configure";
import { isGoing, isReadable } from "./find";
import type { WantedBgp } from "./job";
import { removeBgp } from "./remove";

export interface BorderRouterBgpInputs extends WantedBgp {
    alibabaAccountId?: string;
    alibabaRegion?: string;
    timeoutSeconds?: number;
}

export interface BorderRouterBgpOutputs extends BorderRouterBgpInputs {
    bgpGroupId: string;
    bgpPeerId: string;
    madeGroup: boolean;
    madePeer: boolean;
    /** False after a partial creation, until a later `up` has finished it. */
    ready: boolean;
}

export const borderRouterBgpHandler: Handler<BorderRouterBgpInputs, BorderRouterBgpOutputs> = {
    check({ peerAsn, localAsn, authKey, peerIpAddress, timeoutSeconds }) {
        return [
            ...failuresOf("peerAsn", peerAsn, "number", (asn) => [
                ...checkPeerAsn(asn),
                ...(typeof localAsn === "number" ? checkDistinctAsns(asn, localAsn) : []),
            ]),
            ...failuresOf("authKey", authKey, "string", checkAuthKeyLength),
            ...failuresOf("peerIpAddress", peerIpAddress, "string", checkPeerIpAddress),
            ...failuresOfTimeout(timeoutSeconds),
        ];
    },

    diff(_id, olds, news) {
        const replaces = news.vbrId === olds.vbrId ? [] : ["vbrId"];
        const changes = replaces.length > 0 || !olds.ready || settings.some((key) => olds[key] !== news[key]);
        return { changes, replaces };
    },

    async create(inputs, context) {
        const outputs = await configureBgp(inputs, undefined, context);
        return { id: bgpIdOf(inputs.vbrId), outputs };
    },

    update: (_id, olds, news, context) => configureBgp(news, olds, context),

    async read(_id, olds, { clouds }) {
        const [groups, peers] = await Promise.all([
            clouds.alibaba.describeBgpGroups(olds.vbrId),
            clouds.alibaba.describeBgpPeers(olds.vbrId),
        ]);
        const peer = peers.find(({ bgpPeerId }) => bgpPeerId === olds.bgpPeerId);
        const group = groups.find(({ bgpGroupId }) => bgpGroupId === (peer?.bgpGroupId ?? olds.bgpGroupId));
        if (olds.bgpPeerId === "" && group !== undefined && !isGoing(group.status)) {
            // A partial creation that came no further than the group.
            return olds;
        }
        if (peer === undefined || isGoing(peer.status)) {
            // In another account nothing is there: that must not empty the state.
            await requireExpectedAccounts(olds, clouds);
            return undefined;
        }
        return {
            ...olds,
            peerIpAddress: peer.peerIpAddress,
            peerAsn: group?.peerAsn ?? olds.peerAsn,
            localAsn: group?.localAsn ?? olds.localAsn,
            ...(isReadable(group?.authKey) && { authKey: group.authKey }),
        };
    },

    delete: (_id, olds, context) => removeBgp(olds, context),
};
