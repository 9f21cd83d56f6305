import { requireExpectedAccounts } from "../accounts";
import { findBgpGroup } from "../borderRouterBgp/find";
import type { Handler } from "../handler";
import { checkAuthKey } from "../rules";
import { failuresOf } from "../rules/failures";
import { chooseKey } from "./choose";

export interface BgpAuthKeyInputs {
    vbrId: string;
    /** Secret. */
    authKey?: string;
    replaceAuthKey?: boolean;
    /** An existing VIF that is being adopted: its key stays. Read by create alone. */
    virtualInterfaceId?: string;
    alibabaAccountId?: string;
    alibabaRegion?: string;
}

export interface BgpAuthKeyOutputs extends BgpAuthKeyInputs {
    /** Secret. */
    key: string;
    source: "given" | "cloud" | "generated";
}

/** One key for both sides. Upstream of the VIF, so nothing changes it in place. */
export const bgpAuthKeyHandler: Handler<BgpAuthKeyInputs, BgpAuthKeyOutputs> = {
    check: ({ authKey }) => failuresOf("authKey", authKey, "string", checkAuthKey),

    diff(_id, olds, news) {
        const replaces = [
            ...(news.vbrId === olds.vbrId ? [] : ["vbrId"]),
            ...(news.authKey === undefined || news.authKey === olds.key ? [] : ["authKey"]),
        ];
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, { clouds }) {
        await requireExpectedAccounts(inputs, clouds);
        const { vbrId, virtualInterfaceId } = inputs;
        const [group, virtualInterfaces] = await Promise.all([
            findBgpGroup(vbrId, clouds.alibaba),
            virtualInterfaceId === undefined ? [] : clouds.aws.describeVirtualInterfaces(),
        ]);
        const adopted = virtualInterfaces.find((other) => other.virtualInterfaceId === virtualInterfaceId);
        return { id: `${vbrId}/bgp-auth-key`, outputs: { ...inputs, ...chooseKey(inputs, group, adopted) } };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news }),

    read: (_id, olds) => Promise.resolve(olds),

    delete: () => Promise.resolve(),
};
