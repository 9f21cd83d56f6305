import type { WorldIds } from "../simulator/scenarios/scenario";

/** The world's IDs as the quickstart is configured with them. */
export function worldLines({ vbrId, cenId, transitRouterId, awsVpcId, routeTableIds }: WorldIds): string[] {
    const settings = [
        vbrId === undefined ? "accessPointId ap-sg-singapore-a" : `vbrId ${vbrId}`,
        `cenId ${cenId}`,
        `transitRouterId ${transitRouterId}`,
        `vpcId ${awsVpcId}`,
        ...routeTableIds.map((id, index) => `--path 'routeTableIds[${index}]' ${id}`),
    ];
    return [
        "The quickstart (examples/quickstart) in this world:",
        ...settings.map((line) => `  pulumi config set ${line}`),
    ];
}
