/** What every drawing of a link shows, whatever language it is drawn in: boxes, what joins them, and how each of them is. */

/** What something can be wrong with. Each is one box or one line of the drawing; of VPCs at Alibaba Cloud and their attachments there may be several. */
export type PartName =
    | "alibabaVpc"
    | "alibabaVpcAttachment"
    | "transitRouter"
    | "borderRouterAttachment"
    | "borderRouter"
    | "session"
    | "circuit"
    | "connection"
    | "virtualInterface"
    | "directConnectGateway"
    | "gateway"
    | "gatewayAttachment"
    | "awsVpc";

/** "affected": not as it should be, because of something that is broken elsewhere; "unknown": nobody looked. */
export type State = "good" | "affected" | "broken" | "unknown";

/** Never by colour alone. */
export const signs: Readonly<Record<State, string>> = { good: "✓", affected: "!", broken: "✗", unknown: "" };

/** Something that is to be mended. */
export interface Problem {
    /** Where it shows. */
    part: PartName;
    /** Which of several such parts: its VPC. undefined: all of them. */
    vpcId?: string;
    says: string;
    fix: string;
}

interface Part {
    /** undefined: a line that only joins two boxes. */
    part: PartName | undefined;
    state: State;
    /** The numbers of its problems, from 1 on. */
    problems: number[];
    /** What tells it from others of its kind. */
    vpcId?: string;
}

export interface TopologyNode extends Part {
    /** A word that is safe in every language; nothing that comes from a cloud. */
    key: string;
    /** What people call such a thing. */
    kind: string;
    id?: string;
    /** Everything else that is known of it, a line each. */
    lines: string[];
}

export interface TopologyLink extends Part {
    /** From a VPC towards what joins the clouds. */
    from: string;
    to: string;
    kind: "attachment" | "circuit" | "session";
    lines: string[];
}

/** Boxes within a larger one. */
export interface TopologyGroup {
    key: string;
    title: string;
    subtitle: string;
    nodes: TopologyNode[];
    groups: TopologyGroup[];
}

export interface Topology {
    title: string;
    /** Of the link as a whole, in a few words. */
    verdict: string;
    state: State;
    /** From left to right. */
    clouds: [TopologyGroup, TopologyGroup];
    /** What joins the clouds: the BGP session, and the circuit. */
    between: [TopologyNode, TopologyNode];
    links: TopologyLink[];
    /** In the order of their numbers. */
    problems: Problem[];
}

/** Every box of a group. */
export function within({ nodes, groups }: TopologyGroup): TopologyNode[] {
    return [...nodes, ...groups.flatMap(within)];
}

/** Every box, from left to right. */
export function nodesOf({ clouds: [alibaba, aws], between }: Topology): TopologyNode[] {
    return [...within(alibaba), ...between, ...within(aws)];
}

/** Marks what has a problem as broken, and says which. */
export function withProblems(topology: Topology, problems: readonly Problem[]): Topology {
    // A Direct Connect gateway that is not there is not drawn: it would stand before the virtual private gateway.
    const drawn = new Set(nodesOf(topology).map(({ part }) => part));
    const placed = problems.map((problem) =>
        problem.part === "directConnectGateway" && !drawn.has(problem.part)
            ? { ...problem, part: "gateway" as const }
            : problem,
    );
    const mark = <Any extends Part>(part: Any): Any => {
        const own = placed.flatMap((problem, index) => (isAbout(problem, part) ? [index + 1] : []));
        return own.length === 0 ? part : { ...part, state: "broken", problems: own };
    };
    const markGroup = (group: TopologyGroup): TopologyGroup => ({
        ...group,
        nodes: group.nodes.map(mark),
        groups: group.groups.map(markGroup),
    });
    const [alibaba, aws] = topology.clouds;
    const [session, circuit] = topology.between;
    return {
        ...topology,
        ...(placed.length > 0 && {
            state: "broken",
            verdict: placed.length === 1 ? "1 thing to mend" : `${placed.length} things to mend`,
        }),
        clouds: [markGroup(alibaba), markGroup(aws)],
        between: [mark(session), mark(circuit)],
        links: topology.links.map(mark),
        problems: placed,
    };
}

function isAbout({ part, vpcId }: Problem, { part: own, vpcId: ownVpc }: Part): boolean {
    return part === own && (vpcId === undefined || ownVpc === undefined || vpcId === ownVpc);
}
