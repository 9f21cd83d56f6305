import type { BorderRouter } from "../clouds/clouds";

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
                `VBR: ${candidates.length} fit the search. Set alibaba.vbrId to one of them:`,
                ...candidates.map(
                    ({ vbrId, name, accessPointId, vlanId }) =>
                        `  ${vbrId}  name "${name}", access point ${accessPointId}, VLAN ${vlanId ?? "not set yet"}`,
                ),
            ].join("\n"),
        );
    }
    return candidates[0];
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
