import { accessPointId } from "../../simulator/scenarios/order";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";
import { snapshot } from "../../simulator/world/snapshot";
import { LeastPrivilege, underLeastPrivilege, type LinkArgs } from "./leastPrivilege";
import { compiledProgram } from "./project";
import { makeStack, type RealStack } from "./stack";

/** Ten simulated minutes pass in a second. */
const speed = 600;

/** A simulator and a stack on it. */
export interface Rehearsal {
    simulator: Simulator;
    stack: RealStack;
    /** The arguments of the quickstart in this world. */
    args: QuickstartArgs & Record<string, unknown>;
    /** To let the stack do more than its program needs. */
    privilege: LeastPrivilege;
    end(): Promise<void>;
}

export interface QuickstartArgs {
    alibaba: {
        vbrId?: string;
        accessPointId?: string;
        borderRouterName?: string;
        cen: { cenId: string; transitRouterId?: string; transitRouterRouteTableId?: string };
    };
    aws: {
        vpcId: string;
        routeTableIds: string[];
        amazonSideAsn?: number;
        connectionId?: string;
        connectionName?: string;
        partnerName?: string;
    };
}

/** What the program of a rehearsal takes as its arguments, by the links in them. */
const linksOf = {
    link: (args: object): LinkArgs[] => [args],
    several: (args: object): LinkArgs[] => {
        const { links = {}, oneGateway } = args as { links?: Record<string, LinkArgs>; oneGateway?: boolean };
        // With one gateway for all, those after the first do not know it yet.
        return Object.values(links).map((link, index) =>
            oneGateway && index > 0 ? { ...link, aws: { vpnGatewayId: "*", ...link.aws } } : link,
        );
    },
};

/** Every command of the stack runs under the policies that its program needs, and no more. */
export async function rehearse(
    options: SimulatorOptions = {},
    {
        program = "link",
        environment,
    }: { program?: "link" | "several"; environment?: (simulator: Simulator) => Record<string, string> } = {},
): Promise<Rehearsal> {
    const simulator = await startSimulator({ speed, ...options });
    const args = quickstartArgs(simulator);
    const privilege = new LeastPrivilege(simulator);
    const stack = underLeastPrivilege(
        await makeStack(simulator, compiledProgram(program), environment?.(simulator)),
        privilege,
        linksOf[program],
    );
    await stack.setArgs(args);
    return {
        simulator,
        stack,
        args,
        privilege,
        end: async () => {
            await simulator.close();
            await stack.remove();
        },
    };
}

/** The arguments of the quickstart in the simulator's world. */
export function quickstartArgs({ description }: Simulator): QuickstartArgs & Record<string, unknown> {
    const { cenId, transitRouterId, vbrId, awsVpcId, routeTableIds } = description.world;
    return {
        alibaba: {
            ...(vbrId === undefined ? { accessPointId } : { vbrId }),
            cen: { cenId, transitRouterId },
        },
        aws: { vpcId: awsVpcId, routeTableIds },
    };
}

/** The mutating actions so far that changed a cloud, in order. */
export function writesOf({ world }: Simulator): string[] {
    return world.log.filter(({ mutating, outcome }) => mutating && outcome === "ok").map(({ action }) => action);
}

/** The world without what an `up` leaves on purpose: the accepted connection and its tag, and what the backend did meanwhile. */
export function worldOf({ world }: Simulator): unknown {
    const { aws, alibaba } = snapshot(world) as unknown as {
        aws: { connections: unknown };
        alibaba: { borderRouters: unknown; circuits: unknown; bgpGroups: object; bgpPeers: object };
    };
    const { connections: _accepted, ...restOfAws } = aws;
    const { borderRouters: _configured, circuits: _enabled, bgpGroups, bgpPeers, ...restOfAlibaba } = alibaba;
    const backendsOwn = world.guesses.backendMakesBgp === "group-and-peer";
    return { aws: restOfAws, alibaba: { ...restOfAlibaba, ...(!backendsOwn && { bgpGroups, bgpPeers }) } };
}

/** The day on which the bought connection is paid for no longer, as a destroy says it. */
export function endOfSubscription({ world }: Simulator): string {
    const [circuit] = world.alibaba.circuits.values();
    return circuit?.expireTime.slice(0, "yyyy-MM-dd".length) ?? "";
}

/** The BGP groups and peers that are there, those of the backend among them. */
export function bgpCounts({ world }: Simulator): [groups: number, peers: number] {
    return [world.alibaba.bgpGroups.size, world.alibaba.bgpPeers.size];
}
