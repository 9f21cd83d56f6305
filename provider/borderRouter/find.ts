import type { AlibabaCloud, BorderRouter } from "../clouds/clouds";

/** How a VBR is recognised. No field of the API marks the peer vendor: an ID wins, else access point, name and VLAN must leave exactly one. */
export interface BorderRouterSearch {
    vbrId?: string;
    accessPointId?: string;
    borderRouterName?: string;
    vlanId?: number;
}

/** The VBR, or undefined while there is none. Throws, with the list, where several fit. */
export function findBorderRouter(all: readonly BorderRouter[], search: BorderRouterSearch): BorderRouter | undefined {
    const candidates = all.filter((router) => fits(router, search));
    if (candidates.length > 1) {
        throw new Error(
            [
                `VBR: ${candidates.length} fit the search. Write alibaba.vbrId: "..." with one of these IDs:`,
                ...candidates.map(
                    ({ vbrId, name, accessPointId, vlanId, status }) =>
                        `  ${vbrId}  name "${name}", access point ${accessPointId}, VLAN ${vlanId ?? "not set yet"}, ${status}`,
                ),
            ].join("\n"),
        );
    }
    return candidates[0];
}

/** The VBR of this ID; undefined: it is gone. */
export async function lookUpBorderRouter(vbrId: string, alibaba: AlibabaCloud): Promise<BorderRouter | undefined> {
    return (await alibaba.describeBorderRouters()).find((router) => router.vbrId === vbrId);
}

function fits(router: BorderRouter, { vbrId, accessPointId, borderRouterName, vlanId }: BorderRouterSearch): boolean {
    if (vbrId !== undefined && vbrId !== "") {
        return router.vbrId === vbrId;
    }
    return (
        !["terminating", "terminated", "deleting"].includes(router.status) &&
        (accessPointId === undefined || router.accessPointId === accessPointId) &&
        (borderRouterName === undefined || router.name === borderRouterName) &&
        (vlanId === undefined || router.vlanId === vlanId)
    );
}
