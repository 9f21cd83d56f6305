import type { Handler } from "../handler";
import { refuseLeftover } from "../unmanaged/leftover";
import { findGatewayAttachment, findRouteTableLeg } from "./find";

export interface LeftoverCheckInputs {
    vpnGatewayId?: string;
    vpcId?: string;
    transitRouterAttachmentId?: string;
    transitRouterRouteTableId?: string;
}

const compared = ["vpnGatewayId", "vpcId", "transitRouterAttachmentId", "transitRouterRouteTableId"] as const;

/** Nothing depends on its outputs, so that it may change in place. */
export const leftoverCheckHandler: Handler<LeftoverCheckInputs, LeftoverCheckInputs> = {
    check: () => [],

    diff: (_id, olds, news) => ({ changes: compared.some((key) => olds[key] !== news[key]), replaces: [] }),

    create: (inputs) => Promise.resolve({ id: "leftover-check", outputs: inputs }),

    update: (_id, _olds, news) => Promise.resolve(news),

    read: (_id, olds) => Promise.resolve(olds),

    async delete(_id, olds, { clouds, reporter }) {
        const { vpnGatewayId, vpcId, transitRouterAttachmentId, transitRouterRouteTableId } = olds;
        if (vpnGatewayId !== undefined && vpcId !== undefined) {
            const look = () => findGatewayAttachment(vpnGatewayId, vpcId, clouds.aws);
            await refuseLeftover("an attachment of the gateway", look, reporter);
        }
        if (transitRouterAttachmentId !== undefined) {
            const look = () => findRouteTableLeg(transitRouterAttachmentId, transitRouterRouteTableId, clouds.alibaba);
            await refuseLeftover("an association or a propagation of the attachment", look, reporter);
        }
    },
};
