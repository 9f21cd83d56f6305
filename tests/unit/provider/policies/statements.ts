import type { MultiCloudConnectionArgs } from "../../../../components/args";
import type { PolicyStatement } from "../../../../provider/policies/document";

/** A link by a transit router. */
export const args: MultiCloudConnectionArgs = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1", "rtb-2"] },
};
export const inSingapore = { region: "ap-southeast-1", accountId: "123456789012" };

/** What may be done with an action: each resource, with its condition. */
export function grantsOf(action: string, statements: readonly PolicyStatement[]): string[] {
    return statements
        .filter(({ Action }) => Action.includes(action))
        .flatMap(({ Resource, Condition }) =>
            Resource.map((resource) =>
                Condition === undefined ? resource : `${resource} ${JSON.stringify(Condition)}`,
            ),
        )
        .sort();
}

export function actionsOf({ Statement }: { Statement: PolicyStatement[] }): string[] {
    return [...new Set(Statement.flatMap(({ Action }) => Action))].sort();
}
