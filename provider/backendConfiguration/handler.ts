import { requireExpectedAccounts } from "../accounts";
import { lookUpBorderRouter } from "../borderRouter/find";
import type { Handler } from "../handler";
import { checkLocalAsn } from "../rules";
import { failuresOf, failuresOfTimeout } from "../rules/failures";
import { waitForBackend, type BackendSettings } from "./configuration";
import { statusOfBackend } from "./status";

export interface BackendConfigurationInputs {
    vbrId: string;
    localAsn?: number;
    alibabaAccountId?: string;
    alibabaRegion?: string;
    timeoutSeconds?: number;
}

export interface BackendConfigurationOutputs extends BackendConfigurationInputs, Omit<BackendSettings, "localAsn"> {}

/** Upstream of the VIF, so nothing changes it in place. It writes nothing: a wait that runs out stores nothing, and the next create goes on. */
export const backendConfigurationHandler: Handler<BackendConfigurationInputs, BackendConfigurationOutputs> = {
    check: ({ localAsn, timeoutSeconds }) => [
        ...failuresOf("localAsn", localAsn, "number", checkLocalAsn),
        ...failuresOfTimeout(timeoutSeconds),
    ],

    diff(id, _olds, news) {
        const replaces = news.vbrId === id ? [] : ["vbrId"];
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, context) {
        const accounts = await requireExpectedAccounts(inputs, context.clouds, ["alibaba"]);
        const settings = await waitForBackend(inputs, context);
        return { id: inputs.vbrId, outputs: { ...inputs, ...accounts, ...settings } };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news, localAsn: olds.localAsn }),

    async read(id, olds, { clouds, clock }) {
        const router = await lookUpBorderRouter(id, clouds.alibaba);
        if (router !== undefined && statusOfBackend(router, clock.now()) !== "terminated") {
            return olds;
        }
        await requireExpectedAccounts(olds, clouds);
        return undefined;
    },

    delete: () => Promise.resolve(),
};
