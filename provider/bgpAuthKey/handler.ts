import { requireExpectedAccounts } from "../accounts";
import { findBgpGroup } from "../borderRouterBgp/find";
import type { Handler } from "../handler";
import { checkAuthKey } from "../rules";
import { failuresOf } from "../rules/failures";
import { refuseLeftover } from "../unmanaged/leftover";
import { chooseKey } from "./choose";
import { findVirtualInterface } from "./find";
import { findLeftoverInterface } from "./leftoverInterface";

export interface BgpAuthKeyInputs {
    vbrId: string;
    /** Secret. */
    authKey?: string;
    replaceAuthKey?: boolean;
    /** The hosted connection: the key of a VIF that is on it stays. Read by create alone; not in the state of earlier versions. */
    connectionId?: string;
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
        const [group, virtualInterface] = await Promise.all([
            findBgpGroup(inputs.vbrId, clouds.alibaba),
            findVirtualInterface(inputs, clouds.aws),
        ]);
        const outputs = { ...inputs, ...chooseKey(inputs, group, virtualInterface) };
        return { id: `${inputs.vbrId}/bgp-auth-key`, outputs };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news }),

    read: (_id, olds) => Promise.resolve(olds),

    delete: (_id, olds, { clouds, reporter }) =>
        refuseLeftover("a virtual interface", () => findLeftoverInterface(olds, clouds.aws), reporter),
};
