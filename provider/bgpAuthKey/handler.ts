import { randomInt } from "node:crypto";

import type { BgpGroup } from "../clouds/clouds";
import type { Handler } from "../handler";
import { checkAuthKey } from "../rules";
import { isKnown } from "../unknown";

export interface BgpAuthKeyInputs {
    vbrId: string;
    /** Secret. */
    authKey?: string;
    replaceAuthKey?: boolean;
}

export interface BgpAuthKeyOutputs extends BgpAuthKeyInputs {
    /** Secret. */
    key: string;
    source: "given" | "cloud" | "generated";
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** About 190 bits; both clouds take it (AWS: 6 to 80 characters). */
const generatedLength = 32;

/** One key for both sides. A key that the cloud has stays: it may be in use, and nobody but its maker knows who else holds it. */
export const bgpAuthKeyHandler: Handler<BgpAuthKeyInputs, BgpAuthKeyOutputs> = {
    check({ authKey }) {
        return isKnown(authKey) && typeof authKey === "string"
            ? checkAuthKey(authKey).map((reason) => ({ property: "authKey", reason }))
            : [];
    },

    diff(_id, olds, news) {
        const replaces = [
            ...(news.vbrId === olds.vbrId ? [] : ["vbrId"]),
            ...(news.authKey === undefined || news.authKey === olds.key ? [] : ["authKey"]),
        ];
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, { clouds }) {
        const groups = await clouds.alibaba.describeBgpGroups(inputs.vbrId);
        const chosen = chooseKey(inputs, groups[0]);
        return { id: `${inputs.vbrId}/bgp-auth-key`, outputs: { ...inputs, ...chosen } };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news }),

    read: (_id, olds) => Promise.resolve(olds),

    delete: () => Promise.resolve(),
};

function chooseKey(
    { vbrId, authKey, replaceAuthKey }: BgpAuthKeyInputs,
    group: BgpGroup | undefined,
): Pick<BgpAuthKeyOutputs, "key" | "source"> {
    if (replaceAuthKey === true || group === undefined) {
        return authKey === undefined ? { key: generateKey(), source: "generated" } : { key: authKey, source: "given" };
    }
    const existing = group.authKey;
    if (existing === "") {
        // A group without a key carries no session of ours yet: AWS always sets one.
        return authKey === undefined ? { key: generateKey(), source: "generated" } : { key: authKey, source: "given" };
    }
    if (existing === undefined || /^\*+$/.test(existing)) {
        if (authKey !== undefined) {
            return { key: authKey, source: "given" };
        }
        throw new Error(
            `BGP group ${group.bgpGroupId} of ${vbrId} has an authentication key that the cloud does not show. Set bgp.authKey to it, as the console shows it, or bgp.replaceAuthKey: true.`,
        );
    }
    if (authKey !== undefined && authKey !== existing) {
        throw new Error(
            `BGP group ${group.bgpGroupId} of ${vbrId} has another authentication key than bgp.authKey. Leave bgp.authKey out to keep the group's, or set bgp.replaceAuthKey: true.`,
        );
    }
    return { key: existing, source: "cloud" };
}

function generateKey(): string {
    return Array.from({ length: generatedLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}
