import { accessPointId } from "../simulator/scenarios/order";
import type { WorldIds } from "../simulator/scenarios/scenario";

/** The quickstart's keys, as this world wants them set. */
export function quickstartConfiguration(world: WorldIds): Record<string, string | string[]> {
    const { vbrId, cenId, transitRouterId, awsVpcId, routeTableIds } = world;
    return {
        // While nothing is bought there is no VBR to name, only where it will be.
        ...(vbrId === undefined ? { accessPointId } : { vbrId }),
        cenId,
        // A Basic CEN has none to name.
        ...(transitRouterId !== undefined && { transitRouterId }),
        vpcId: awsVpcId,
        routeTableIds,
    };
}

/** The same as commands. */
export function quickstartLines(world: WorldIds): string[] {
    const settings = Object.entries(quickstartConfiguration(world)).flatMap(([key, value]) =>
        typeof value === "string" ? `${key} ${value}` : value.map((item, index) => `--path '${key}[${index}]' ${item}`),
    );
    return [
        "The quickstart (examples/quickstart) in this world:",
        ...settings.map((line) => `  pulumi config set ${line}`),
    ];
}
