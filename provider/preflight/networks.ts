import type { AlibabaCloud, Clouds } from "../clouds/clouds";
import type { CenChild, RouteMap, TransitRouterRouteEntry } from "../clouds/network";
import { overlap } from "../rules";
import { isKnown } from "../unknown";
import type { Facts } from "./find";
import type { PreflightInputs } from "./handler";
import type { Reads } from "./reads";

/** A block of addresses that is reached from the VBR. */
export interface Reached {
    cidrBlock: string;
    /** "VPC", "VBR", "VPN", or whatever else the cloud says. */
    type: string;
    /** `vpc-...`, `vbr-...`; where the cloud does not tell it, undefined. */
    id: string | undefined;
}

/** What the CEN joins the AWS VPC with; undefined where nobody knows. */
export interface Networks {
    reached: Reached[] | undefined;
    /** Of the transit router's route table; on a Basic CEN there is none. */
    table: { routeTableId: string; entries: TransitRouterRouteEntry[]; routeMaps: RouteMap[] | undefined } | undefined;
}

/** From how many active entries on it matters which of them the route maps let through. */
const manyEntries = 80;

/** The transit router's route table in at most three rounds: which one, its entries, and, where they are many, the route maps. */
export async function findNetworks(
    inputs: PreflightInputs,
    facts: Promise<Pick<Facts, "vpc">>,
    { alibaba }: Clouds,
    reads: Reads,
): Promise<Networks> {
    const { cenId, transitRouterId } = inputs;
    if (!isKnown(cenId)) {
        return { reached: undefined, table: undefined };
    }
    if (!isKnown(transitRouterId)) {
        const children = await findChildren(cenId, facts, alibaba, reads);
        return { reached: children, table: undefined };
    }
    const routeTableId = await findRouteTableId(transitRouterId, inputs, alibaba, reads);
    const entries = await reads.read("alibaba", `entries of ${routeTableId ?? ""}`, routeTableId !== undefined, () =>
        alibaba.listTransitRouterRouteEntries(routeTableId ?? ""),
    );
    if (routeTableId === undefined || entries === undefined) {
        return { reached: undefined, table: undefined };
    }
    const active = entries.filter(({ status }) => status === "Active");
    const routeMaps = await reads.read("alibaba", `route maps of ${cenId}`, active.length >= manyEntries, () =>
        alibaba.describeRouteMaps(cenId),
    );
    return {
        reached: active.map(({ destinationCidrBlock, originResourceType, originResourceId }) => ({
            cidrBlock: destinationCidrBlock,
            type: originResourceType,
            id: originResourceId,
        })),
        table: { routeTableId, entries: active, routeMaps },
    };
}

/** The one that the VBR's attachment is to be joined to: the given one, else the system table. */
async function findRouteTableId(
    transitRouterId: string,
    { trafficPath }: PreflightInputs,
    alibaba: AlibabaCloud,
    reads: Reads,
): Promise<string | undefined> {
    const given = trafficPath?.transitRouterRouteTableId;
    const isGiven = isKnown(given) && given !== "";
    const tables = await reads.read("alibaba", `route tables of ${transitRouterId}`, !isGiven, () =>
        alibaba.listTransitRouterRouteTables(transitRouterId),
    );
    return isGiven ? given : tables?.find(({ type }) => type === "System")?.routeTableId;
}

/** What a Basic CEN's VPCs of the region bring: their vSwitches. Read of those VPCs alone whose blocks meet those of the AWS VPC. */
async function findChildren(
    cenId: string,
    facts: Promise<Pick<Facts, "vpc">>,
    alibaba: AlibabaCloud,
    reads: Reads,
): Promise<Reached[] | undefined> {
    const children = await reads.read("alibaba", `network instances of ${cenId}`, true, () =>
        alibaba.describeCenChildren(cenId),
    );
    const ids = (children ?? []).filter(isVpc).map(({ childInstanceId }) => childInstanceId);
    const vpcs = await reads.read("alibaba", `VPCs of ${cenId}`, ids.length > 0, () => alibaba.describeVpcs(ids));
    const { vpc: own } = await facts;
    const meeting = (vpcs ?? []).filter(({ cidrBlocks }) =>
        cidrBlocks.some((block) => own?.cidrBlocks.some((other) => overlap(block, other))),
    );
    const vSwitches = await Promise.all(
        meeting.map(({ vpcId }) =>
            reads.read("alibaba", `vSwitches of ${vpcId}`, true, () => alibaba.describeVSwitches(vpcId)),
        ),
    );
    return children && vSwitches.flatMap((list = []) => list.map(reachedBy));
}

function isVpc({ childInstanceType }: CenChild): boolean {
    return childInstanceType === "VPC";
}

function reachedBy({ cidrBlock, vpcId }: { cidrBlock: string; vpcId: string }): Reached {
    return { cidrBlock, type: "VPC", id: vpcId };
}
