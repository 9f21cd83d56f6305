import type { AlibabaCloud, RouteTableEnds, RouteTableLeg } from "../../provider/clouds/clouds";
import type { VpcAttachment } from "../../provider/clouds/network";
import type { FakeState } from "./fakeState";
import { attempt, type Write } from "./writing";

type Methods =
    | "listRouteTableAssociations"
    | "listRouteTablePropagations"
    | "associateWithRouteTable"
    | "dissociateFromRouteTable"
    | "enablePropagation"
    | "disablePropagation"
    | "setRouteSynchronisation"
    | "tagVpcAttachment"
    | "untagVpcAttachment";

/** What joins attachments to route tables: each look finds what the last one left in passing finished. */
export function fakeVpcRoutes(state: FakeState, write: Write): Pick<AlibabaCloud, Methods> {
    const list = (name: "associations" | "propagations") => (id: string) => {
        const answer = structuredClone(state[name].filter(({ attachmentId }) => attachmentId === id));
        state[name] = state[name]
            .filter(({ attachmentId, status }) => attachmentId !== id || !status.startsWith("Dis"))
            .map((leg) =>
                leg.attachmentId === id && /^(Associating|Enabling)$/.test(leg.status)
                    ? { ...leg, status: "Active" }
                    : leg,
            );
        return Promise.resolve(answer);
    };
    const add = (method: Methods, name: "associations" | "propagations", status: string) =>
        attempt((ends: RouteTableEnds) => {
            write(method, ends);
            state[name].push({ ...ends, status });
        });
    const end = (method: Methods, name: "associations" | "propagations", status: string) =>
        attempt((ends: RouteTableEnds) => {
            write(method, ends);
            const isMeant = (leg: RouteTableLeg): boolean =>
                leg.attachmentId === ends.attachmentId && leg.routeTableId === ends.routeTableId;
            Object.assign(state[name].find(isMeant) ?? {}, { status });
        });
    const change = (id: string, changed: (attachment: VpcAttachment) => Partial<VpcAttachment>): void => {
        state.vpcAttachments = state.vpcAttachments.map((attachment) =>
            attachment.attachmentId === id ? { ...attachment, ...changed(attachment) } : attachment,
        );
    };
    return {
        listRouteTableAssociations: list("associations"),
        listRouteTablePropagations: list("propagations"),
        associateWithRouteTable: add("associateWithRouteTable", "associations", "Associating"),
        dissociateFromRouteTable: end("dissociateFromRouteTable", "associations", "Dissociating"),
        enablePropagation: add("enablePropagation", "propagations", "Enabling"),
        disablePropagation: end("disablePropagation", "propagations", "Disabling"),
        setRouteSynchronisation: attempt((id: string, isOn: boolean) => {
            write("setRouteSynchronisation", id, isOn);
            change(id, () => ({ autoPublishRouteEnabled: isOn }));
        }),
        tagVpcAttachment: attempt((id: string, tags: Record<string, string>) => {
            write("tagVpcAttachment", id, tags);
            change(id, (attachment) => ({ tags: { ...attachment.tags, ...tags } }));
        }),
        untagVpcAttachment: attempt((id: string, keys: string[]) => {
            write("untagVpcAttachment", id, keys);
            change(id, ({ tags }) => ({
                tags: Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key))),
            }));
        }),
    };
}
