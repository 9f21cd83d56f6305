import type { Plain } from "../../../simulator/world/snapshot";
import { worldOf, type Rehearsal } from "../../harness/rehearsal";
import { beyond } from "../effects";
import { shapeDifferences, shapeOfWorld } from "../worldShape";
import type { Job, Write } from "./instants";
import type { Recovery } from "./recovery";

/** What an undisturbed life shows, against which every other one is held. */
export interface HealthyLife {
    writes: Record<Job, Write[]>;
    /** The actions that change a cloud, by job. */
    effects: Record<Job, readonly string[]>;
    /** The clouds after it. */
    shapes: Record<"up" | "change", Plain>;
    /** The children in the state after `up`. */
    resources: string[];
}

export async function childrenOf({ stack }: Rehearsal): Promise<string[]> {
    return (await stack.resources()).map(({ urn }) => urn.split("::").at(-1) ?? urn).sort();
}

/** What an undisturbed command, or an `up` and the `destroy` after it, does once. */
export function usualEffects(job: Job, again: "up" | "destroy", { effects }: HealthyLife): string[] {
    return job === "up" && again === "destroy" ? [...effects.up, ...effects.destroy] : [...effects[job]];
}

/** What brings each thing that can be adopted into being. */
const makes: Record<string, string> = {
    vpnGatewayId: "CreateVpnGateway",
    virtualInterfaceId: "CreatePrivateVirtualInterface",
    cenAttachmentId: "CreateTransitRouterVbrAttachment",
    cenAssociationId: "AssociateTransitRouterAttachmentWithRouteTable",
    cenPropagationId: "EnableTransitRouterRouteTablePropagation",
};

/** A gateway that was detached by hand is attached once more; and where a destroy took an `up`, all but what was adopted is made and deleted once more. */
export function effectsOfAdvice({ lines, tookAnUp }: Recovery, { effects }: HealthyLife): string[] {
    const again = tookAnUp ? [...effects.up, ...effects.destroy] : [];
    const adopted = lines.flatMap((line) => makes[line] ?? []);
    const attached = lines.filter((line) => line === "detach").map(() => "AttachVpnGateway");
    return [...beyond(again, adopted), ...attached];
}

/** What is not as it must be at the end; undefined: all is well. */
export async function problemOf(
    expectation: Plain | undefined,
    before: unknown,
    healthy: HealthyLife,
    rehearsal: Rehearsal,
): Promise<string | undefined> {
    const { simulator } = rehearsal;
    const resources = await childrenOf(rehearsal);
    if (expectation === undefined) {
        const differences = shapeDifferences(before as Plain, worldOf(simulator) as Plain);
        return resources.length + differences.length === 0
            ? undefined
            : `after destroy: ${[...resources.map((name) => `${name} is in the state`), ...differences].join("; ")}`;
    }
    const differences = shapeDifferences(expectation, shapeOfWorld(simulator.world));
    const missing = healthy.resources.filter((name) => !resources.includes(name));
    const more = resources.filter((name) => !healthy.resources.includes(name));
    const problems = [
        ...missing.map((name) => `${name} is not in the state`),
        ...more.map((name) => `${name} is in the state`),
        ...differences,
    ];
    return problems.length === 0 ? undefined : problems.slice(0, 5).join("; ");
}
