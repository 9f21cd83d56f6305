import { requireExpectedAccounts } from "../accounts";
import type { AlibabaCloud, BorderRouter } from "../clouds/clouds";
import type { Handler } from "../handler";
import { required } from "../required";
import { failuresOfId, failuresOfTimeout } from "../rules/failures";
import { isAnother } from "../unknown";
import { refuseLeftover } from "../unmanaged/leftover";
import { defaultLimitSeconds, waitFor } from "../waiting/wait";
import { findBorderRouter, lookUpBorderRouter, type BorderRouterSearch } from "./find";
import { removeLeftovers } from "./leftovers";
import { findLeftoverAttachment } from "./leftoverAttachment";
import { orderSheet, type OrderDetails } from "./orderSheet";
import { searchFor } from "./status";

export interface BorderRouterInputs extends BorderRouterSearch, OrderDetails {
    cenId?: string;
    timeoutSeconds?: number;
}

export interface BorderRouterOutputs extends BorderRouterInputs {
    vbrId: string;
    own: boolean;
    /** Empty for an own VBR. */
    foreignOwnerId: string;
    regionId: string;
}

/** Upstream of the VIF, so nothing changes it in place. Its create writes nothing: a wait that runs out stores nothing, and the next create goes on. */
export const borderRouterHandler: Handler<BorderRouterInputs, BorderRouterOutputs> = {
    check({ vbrId, accessPointId, borderRouterName, timeoutSeconds }) {
        return [
            ...(vbrId === undefined && accessPointId === undefined && borderRouterName === undefined
                ? [
                      {
                          property: "vbrId",
                          reason: "neither a VBR nor a way to find it is given; set vbrId, accessPointId or borderRouterName",
                      },
                  ]
                : []),
            ...failuresOfId("vbrId", vbrId, "a VBR", "vbr-"),
            ...failuresOfTimeout(timeoutSeconds),
        ];
    },

    diff(id, _olds, news) {
        const replaces = isAnother(news.vbrId, id) ? ["vbrId"] : [];
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, { clouds, clock, reporter, signal }) {
        const accounts = await requireExpectedAccounts(inputs, clouds, ["alibaba"]);
        let sheetShown = false;
        const router = await waitFor({
            table: searchFor({ ...inputs, ...accounts }),
            look: async () => {
                const value = findBorderRouter(await clouds.alibaba.describeBorderRouters(), inputs);
                if (value === undefined && !sheetShown) {
                    sheetShown = true;
                    reporter.info(orderSheet({ ...inputs, ...accounts }));
                }
                return { state: value === undefined ? "not there" : "found", value };
            },
            timeoutSeconds: inputs.timeoutSeconds ?? defaultLimitSeconds,
            clock,
            reporter,
            signal,
        });
        const found = required(router, "VBR");
        const whose = await ownership(found, inputs, clouds.alibaba);
        return {
            id: found.vbrId,
            outputs: { ...inputs, ...accounts, ...whose, regionId: accounts.alibabaRegion ?? "" },
        };
    },

    update: (_id, olds, news) => Promise.resolve({ ...olds, ...news, vbrId: olds.vbrId }),

    async read(id, olds, { clouds }) {
        const router = await lookUpBorderRouter(id, clouds.alibaba);
        if (router === undefined) {
            await requireExpectedAccounts(olds, clouds);
            return undefined;
        }
        return { ...olds, ...(await ownership(router, olds, clouds.alibaba)) };
    },

    async delete(vbrId, olds, context) {
        const { clouds, reporter } = context;
        const { regionId } = olds;
        await removeLeftovers(vbrId, olds, context);
        await refuseLeftover(
            "an attachment to a transit router",
            () => findLeftoverAttachment({ vbrId, regionId }, clouds.alibaba, reporter),
            reporter,
        );
    },
};

/** The list tells whose the circuit is, and of a VBR only that it is foreign; a grant to the CEN tells who gave it, so whose the VBR is. */
async function ownership(
    { vbrId, own, physicalConnectionOwnerUid }: BorderRouter,
    { cenId }: BorderRouterInputs,
    alibaba: AlibabaCloud,
): Promise<Pick<BorderRouterOutputs, "vbrId" | "own" | "foreignOwnerId">> {
    if (own) {
        return { vbrId, own, foreignOwnerId: "" };
    }
    const grantor = cenId === undefined ? undefined : await alibaba.grantorToCen(vbrId, cenId);
    return { vbrId, own, foreignOwnerId: grantor ?? physicalConnectionOwnerUid };
}
