import { isDeepStrictEqual } from "node:util";

import type { Handler } from "../handler";
import { refuseLeftover } from "../unmanaged/leftover";
import type { VpcRoutePlace } from "../vpcRoutes/find";
import { jobOf, unmakeMade } from "../vpcRoutes/make";
import { findGatewayAttachment, findRouteTableLeg } from "./find";

export interface LeftoverCheckInputs {
    vpnGatewayId?: string;
    vpcId?: string;
    transitRouterAttachmentId?: string;
    transitRouterRouteTableId?: string;
    vpcRoutes?: VpcRoutePlace;
}

const compared = [
    "vpnGatewayId",
    "vpcId",
    "transitRouterAttachmentId",
    "transitRouterRouteTableId",
    "vpcRoutes",
] as const;

/** Nothing depends on its outputs, so that it may change in place. */
export const leftoverCheckHandler: Handler<LeftoverCheckInputs, LeftoverCheckInputs> = {
    check: () => [],

    diff: (_id, olds, news) => ({
        changes: compared.some((key) => !isDeepStrictEqual(olds[key], news[key])),
        replaces: [],
    }),

    create: (inputs) => Promise.resolve({ id: "leftover-check", outputs: inputs }),

    update: (_id, _olds, news) => Promise.resolve(news),

    read: (_id, olds) => Promise.resolve(olds),

    async delete(_id, olds, context) {
        const { clouds, reporter } = context;
        const { vpnGatewayId, vpcId, transitRouterAttachmentId, transitRouterRouteTableId, vpcRoutes } = olds;
        if (vpnGatewayId !== undefined && vpcId !== undefined) {
            const look = () => findGatewayAttachment(vpnGatewayId, vpcId, clouds.aws);
            await refuseLeftover("an attachment of the gateway", look, reporter);
        }
        if (transitRouterAttachmentId !== undefined) {
            const look = () => findRouteTableLeg(transitRouterAttachmentId, transitRouterRouteTableId, clouds.alibaba);
            await refuseLeftover("an association or a propagation of the attachment", look, reporter);
        }
        if (vpcRoutes !== undefined) {
            for (const removed of await unmakeMade(jobOf(vpcRoutes, context), () => true)) {
                reporter.info(`The ${removed}, which an interrupted pulumi up had made, is taken away.`);
            }
        }
    },
};
