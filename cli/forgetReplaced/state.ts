interface Resource {
    urn: string;
    id?: string;
    delete?: boolean;
    pendingReplacement?: boolean;
}

interface Exported {
    deployment?: { resources?: Resource[] } | null;
}

/**
 * An exported state without the records of resources that were deleted in a replacement (`pendingReplacement`) and whose successor was then imported
 * (`delete`). The engine removes such a record never: a replacement's create does, an import does not, and a later deletion leaves it too, until what it
 * depends on is gone and the state is "invalid: snapshot integrity failure" (measured with 3.259.0; backend/snapshot.go, deleteSnapshotMutation.End and
 * importSnapshotMutation.End of github.com/pulumi/pulumi/pkg/v3).
 */
export function withoutReplaced(exported: string): { state: string; forgotten: string[] } {
    const state = stateIn(exported);
    const { resources = [] } = state.deployment ?? {};
    const isLeft = (resource: Resource): boolean => resource.delete === true && resource.pendingReplacement === true;
    const kept = resources.filter((resource) => !isLeft(resource));
    const deployment = { ...state.deployment, resources: kept };
    return {
        state: JSON.stringify(kept.length === resources.length ? state : { ...state, deployment }, undefined, 4),
        forgotten: resources.filter(isLeft).map(({ urn, id }) => `${urn.split("::").at(-1) ?? urn} (${id ?? "no ID"})`),
    };
}

function stateIn(exported: string): Exported {
    let state: unknown;
    try {
        state = JSON.parse(exported);
    } catch {
        state = undefined;
    }
    if (typeof state !== "object" || state === null || !("deployment" in state)) {
        throw new Error("Standard input holds no state. Give it what pulumi stack export prints.");
    }
    return state as Exported;
}
