import type { Handler } from "../handler";
import { required } from "../required";
import { isAnother, isKnown } from "../unknown";
import { waitFor } from "../waiting/wait";
import { findBorderRouter, type BorderRouterSearch } from "./find";
import { orderSheet, type OrderDetails } from "./orderSheet";
import { search } from "./status";

export interface BorderRouterInputs extends BorderRouterSearch, OrderDetails {
    timeoutSeconds?: number;
}

export interface BorderRouterOutputs extends BorderRouterInputs {
    vbrId: string;
    own: boolean;
    regionId: string;
}

const defaultTimeoutSeconds = 2700;

export const borderRouterHandler: Handler<BorderRouterInputs, BorderRouterOutputs> = {
    check({ vbrId, accessPointId, borderRouterName }) {
        return vbrId === undefined && accessPointId === undefined && borderRouterName === undefined
            ? [
                  {
                      property: "vbrId",
                      reason: "neither a VBR nor a way to find it is given; set vbrId, accessPointId or borderRouterName",
                  },
              ]
            : isKnown(vbrId) && !String(vbrId).startsWith("vbr-")
              ? [{ property: "vbrId", reason: `vbrId is "${String(vbrId)}"; a VBR's ID begins with vbr-` }]
              : [];
    },

    diff(id, _olds, news) {
        const replaces = isAnother(news.vbrId, id) ? ["vbrId"] : [];
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, { clouds, clock, reporter }) {
        let sheetShown = false;
        const router = await waitFor({
            table: search,
            look: async () => {
                const value = findBorderRouter(await clouds.alibaba.describeBorderRouters(), inputs);
                if (value === undefined && !sheetShown) {
                    sheetShown = true;
                    reporter.info(orderSheet(inputs));
                }
                return { state: value === undefined ? "not there" : "found", value };
            },
            timeoutSeconds: inputs.timeoutSeconds ?? defaultTimeoutSeconds,
            clock,
            reporter,
        });
        const { vbrId, own } = required(router, "VBR");
        return { id: vbrId, outputs: { ...inputs, vbrId, own, regionId: inputs.alibabaRegion ?? "" } };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news, vbrId: olds.vbrId }),

    async read(id, olds, { clouds }) {
        const router = (await clouds.alibaba.describeBorderRouters()).find(({ vbrId }) => vbrId === id);
        return router && { ...olds, vbrId: id, own: router.own };
    },

    delete: () => Promise.resolve(),
};
