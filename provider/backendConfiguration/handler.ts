import type { Handler } from "../handler";
import { requireExpectedAccounts } from "../accounts";
import { statusOfBackend } from "./status";
import { waitForBackend, type BackendSettings } from "./configuration";

export interface BackendConfigurationInputs {
    vbrId: string;
    localAsn?: number;
    alibabaAccountId?: string;
    alibabaRegion?: string;
    timeoutSeconds?: number;
}

export interface BackendConfigurationOutputs extends BackendConfigurationInputs, Omit<BackendSettings, "localAsn"> {}

const defaultTimeoutSeconds = 2700;

/** Writes nothing, so a wait that runs out stores nothing and the next create goes on. */
export const backendConfigurationHandler: Handler<BackendConfigurationInputs, BackendConfigurationOutputs> = {
    check: () => [],

    diff(id, _olds, news) {
        const replaces = news.vbrId === id ? [] : ["vbrId"];
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, context) {
        await requireExpectedAccounts(inputs, context.clouds);
        const timeoutSeconds = inputs.timeoutSeconds ?? defaultTimeoutSeconds;
        return {
            id: inputs.vbrId,
            outputs: { ...inputs, ...(await waitForBackend({ ...inputs, timeoutSeconds }, context)) },
        };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news, localAsn: olds.localAsn }),

    async read(id, olds, { clouds }) {
        const router = (await clouds.alibaba.describeBorderRouters()).find(({ vbrId }) => vbrId === id);
        return router === undefined || statusOfBackend(router) === "terminated" ? undefined : olds;
    },

    delete: () => Promise.resolve(),
};
