import type { AlibabaCloud } from "../clouds/clouds";
import { CloudCallError } from "../clouds/errors";
import type { VpcAttachment } from "../clouds/network";
import { madeOnVpcTags } from "../rules/marks";
import type { LegState } from "./status";

/** Whose part of the routes it is, and where. */
export interface VpcRoutePlace {
    /** Whom what is made is marked for. */
    vbrId: string;
    cenId: string;
    transitRouterId: string;
    transitRouterRouteTableId: string;
}

export type LegName = keyof typeof madeOnVpcTags;

/** In the order in which they are made; they are taken away in the other one. */
export const legNames: readonly LegName[] = ["association", "propagation", "synchronisation"];

/** One thing on a VPC's attachment, without which no route travels between the VPC and the table. */
export interface VpcLeg {
    state: () => Promise<LegState>;
    make: () => Promise<void>;
    unmake: () => Promise<void>;
}

/** The transit router's; none where CEN or transit router are gone. */
export async function findVpcAttachments(
    { cenId, transitRouterId }: VpcRoutePlace,
    alibaba: AlibabaCloud,
): Promise<VpcAttachment[]> {
    try {
        return await alibaba.listVpcAttachments(cenId, transitRouterId);
    } catch (error) {
        if (error instanceof CloudCallError && /NotFound/i.test(error.code)) {
            return [];
        }
        throw error;
    }
}

export function legsOf(attachmentId: string, place: VpcRoutePlace, alibaba: AlibabaCloud): Record<LegName, VpcLeg> {
    const ends = { attachmentId, routeTableId: place.transitRouterRouteTableId };
    const stateIn = (legs: { routeTableId: string; status: string }[]): LegState =>
        (legs.find(({ routeTableId }) => routeTableId === ends.routeTableId)?.status ?? "not there") as LegState;
    return {
        association: {
            state: async () => stateIn(await alibaba.listRouteTableAssociations(attachmentId)),
            make: () => alibaba.associateWithRouteTable(ends),
            unmake: () => alibaba.dissociateFromRouteTable(ends),
        },
        propagation: {
            state: async () => stateIn(await alibaba.listRouteTablePropagations(attachmentId)),
            make: () => alibaba.enablePropagation(ends),
            unmake: () => alibaba.disablePropagation(ends),
        },
        synchronisation: {
            state: async () => {
                const found = await findVpcAttachments(place, alibaba);
                return synchronisationOf(found.find((each) => each.attachmentId === attachmentId));
            },
            make: () => alibaba.setRouteSynchronisation(attachmentId, true),
            unmake: () => alibaba.setRouteSynchronisation(attachmentId, false),
        },
    };
}

function synchronisationOf(attachment: VpcAttachment | undefined): LegState {
    if (attachment?.status === "Modifying") {
        return "Modifying";
    }
    return attachment?.autoPublishRouteEnabled === true ? "Active" : "not there";
}

/** What this package has made, as the attachment's tags say: so a killed create's own work is known too. */
export function markedLegs({ tags }: VpcAttachment, vbrId: string): LegName[] {
    return legNames.filter((name) => tags[madeOnVpcTags[name]] === vbrId);
}
