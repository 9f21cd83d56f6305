import { instance } from "@viz-js/viz";

import {
    nodesOf,
    within,
    type PartName,
    type Topology,
    type TopologyGroup,
    type TopologyLink,
} from "../../../topology/model";

export interface Size {
    width: number;
    height: number;
}

export interface Point {
    x: number;
    y: number;
}

/** From the top left corner. */
export interface Box extends Size, Point {}

/** How much room everything needs; boxes by their keys, labels in the order of the links, undefined where a link has none. */
export interface Sizes {
    nodes: ReadonlyMap<string, Size>;
    labels: readonly (Size | undefined)[];
}

/** Where everything is; boxes by their keys, lines in the order of the links. */
export interface Layout extends Size {
    nodes: ReadonlyMap<string, Box>;
    groups: ReadonlyMap<string, Box>;
    lines: readonly Line[];
}

export interface Line {
    /** Each: its first point, then three for each Bézier piece. One to the label and one from it, where there is one. */
    curves: readonly (readonly Point[])[];
    label: Box | undefined;
}

type Graph = Exclude<Parameters<Awaited<ReturnType<typeof instance>>["renderJSON"]>[0], string>;
type Edges = NonNullable<Graph["edges"]>;
type Node = NonNullable<Graph["nodes"]>[number];

/** What Graphviz answers (https://graphviz.org/docs/outputs/json/), as far as it is read here. */
interface Answer {
    bb: string;
    objects: { name: string; bb?: string; pos?: string }[];
    edges: { id: string; pos: string }[];
}

const pointsPerInch = 72;
const clusterPrefix = "cluster_";
/** Above what is in a group: its title. */
const titleRoom = { cloud: { width: 200, height: 36 }, group: { width: 200, height: 12 } };

/** What is the same on both sides stands side by side, with what joins it in the middle. */
const rows: readonly (readonly PartName[])[] = [
    ["alibabaVpc", "awsVpc"],
    ["transitRouter", "gateway"],
    ["borderRouter", "session", "virtualInterface"],
    ["circuit", "connection"],
];

/**
 * Graphviz (https://graphviz.org/docs/layouts/dot/) places the boxes: each cloud from its VPCs down, and between the clouds what joins them. It is told no text but keys of our own.
 */
export async function layOut(topology: Topology, sizes: Sizes): Promise<Layout> {
    const graphviz = await instance();
    const answer = graphviz.renderJSON(graphOf(topology, sizes), { yInvert: true }) as Answer;
    return read(answer, topology.links, sizes);
}

function graphOf(topology: Topology, { nodes, labels }: Sizes): Graph {
    const { clouds, between, links } = topology;
    const [, aws] = clouds;
    const all = nodesOf(topology);
    const ofAws = new Set(within(aws).map(({ key }) => key));
    const joining = new Set(between.map(({ key }) => key));
    const sized = (name: string, { width, height }: Size): Node => ({
        name,
        attributes: { width: width / pointsPerInch, height: height / pointsPerInch },
    });
    return {
        directed: true,
        graphAttributes: { newrank: true, nodesep: 0.45, ranksep: 0.25 },
        nodeAttributes: { shape: "box", fixedsize: true },
        edgeAttributes: { dir: "none" },
        nodes: [
            ...[...nodes].map(([key, size]) => sized(key, size)),
            ...labels.flatMap((size, index) => (size === undefined ? [] : [sized(labelKey(index), size)])),
        ],
        edges: [
            ...belowEachOther(between),
            ...links.flatMap((link, index): Edges => {
                const id = String(index);
                if (joining.has(link.to)) {
                    const ends = [link.from, link.to];
                    const [tail = "", head = ""] = ofAws.has(link.from) ? ends.toReversed() : ends;
                    return [{ tail, head, attributes: { id } }];
                }
                const [first, ...others] = wayOf(link, index, labels);
                // The heavier, the straighter.
                return others.map((head, place) => ({
                    tail: others[place - 1] ?? first,
                    head,
                    attributes: { id, weight: 50 },
                }));
            }),
        ],
        subgraphs: [
            ...clouds.map((cloud) => {
                const keys = new Set(within(cloud).map(({ key }) => key));
                const own = links.flatMap(({ from }, index) =>
                    keys.has(from) && labels[index] !== undefined ? [labelKey(index)] : [],
                );
                return cluster(cloud, titleRoom.cloud, own);
            }),
            ...rows.map((parts) => {
                const row = all.filter(({ part }) => part !== undefined && parts.includes(part));
                return { graphAttributes: { rank: "same" }, nodes: named(row.map(({ key }) => key)) };
            }),
        ],
    };
}

/** What joins the clouds stands in a column of its own. */
function belowEachOther([session, circuit]: Topology["between"]): Edges {
    return [{ tail: session.key, head: circuit.key, attributes: { style: "invis", weight: 10 } }];
}

/** A label is a box of its own on the way. */
function wayOf({ from, to }: TopologyLink, index: number, labels: Sizes["labels"]): [string, ...string[]] {
    return labels[index] === undefined ? [from, to] : [from, labelKey(index), to];
}

function labelKey(index: number): string {
    return `label${index}`;
}

function named(keys: readonly string[]): { name: string }[] {
    return keys.map((name) => ({ name }));
}

/** Graphviz makes room for a title of a size that is not its own only where that is a table. */
function cluster({ key, nodes, groups }: TopologyGroup, title: Size, labels: readonly string[]): Graph {
    const table = `<table border="0" fixedsize="true" width="${title.width}" height="${title.height}"><tr><td></td></tr></table>`;
    return {
        name: clusterPrefix + key,
        graphAttributes: { margin: 14, label: { html: table } },
        nodes: named([...nodes.map((node) => node.key), ...labels]),
        subgraphs: groups.map((group) => cluster(group, titleRoom.group, [])),
    };
}

function read({ bb, objects, edges }: Answer, links: readonly TopologyLink[], { nodes, labels }: Sizes): Layout {
    const places = new Map(objects.map((object) => [object.name, object]));
    const boxAt = (name: string, size: Size): Box => {
        const { x, y } = pointOf(places.get(name)?.pos ?? "");
        return { x: x - size.width / 2, y: y - size.height / 2, ...size };
    };
    const { width, height } = boxOf(bb);
    return {
        width,
        height,
        nodes: new Map([...nodes].map(([key, size]) => [key, boxAt(key, size)])),
        groups: new Map(
            objects.flatMap(({ name, bb: corners }) =>
                corners === undefined ? [] : [[name.slice(clusterPrefix.length), boxOf(corners)]],
            ),
        ),
        lines: links.map((_link, index) => {
            const size = labels[index];
            return {
                curves: edges.filter(({ id }) => id === String(index)).map(({ pos }) => pos.split(" ").map(pointOf)),
                label: size && boxAt(labelKey(index), size),
            };
        }),
    };
}

/** Two corners, of which either may be the upper one. */
function boxOf(corners: string): Box {
    const [left = 0, one = 0, right = 0, other = 0] = corners.split(",").map(Number);
    return { x: left, y: Math.min(one, other), width: right - left, height: Math.abs(other - one) };
}

function pointOf(text: string): Point {
    const [x = 0, y = 0] = text.split(",").map(Number);
    return { x, y };
}
