import {
    nodesOf,
    signs,
    type Problem,
    type State,
    type Topology,
    type TopologyGroup,
    type TopologyLink,
    type TopologyNode,
} from "./model";

/** Mermaid breaks no line by itself. */
const widestLine = 52;

/** Text on fill readable on light and dark pages alike; a border that tells the states apart without colour. */
const classes: Readonly<Record<State, string>> = {
    good: "fill:#dafbe1,stroke:#1a7f37,color:#0f2e17",
    affected: "fill:#fff8c5,stroke:#9a6700,color:#3b2300,stroke-width:2px,stroke-dasharray:6 3",
    broken: "fill:#ffebe9,stroke:#cf222e,color:#4c0b10,stroke-width:4px",
    unknown: "fill:#f6f8fa,stroke:#6e7781,color:#24292f,stroke-dasharray:2 3",
};

/** Legible on light and dark pages alike. */
const strokes: Readonly<Record<State, string>> = {
    good: "stroke:#2da44e",
    affected: "stroke:#bf8700,stroke-width:3px",
    broken: "stroke:#e5534b,stroke-width:5px",
    unknown: "stroke:#8c959f",
};

const states = Object.keys(classes) as State[];

const arrows: Readonly<Record<TopologyLink["kind"], string>> = { attachment: "---", circuit: "===", session: "-.-" };

/** What joins the clouds stands out from what is in them. */
const shapes: Readonly<Partial<Record<string, readonly [string, string]>>> = {
    session: ["{{", "}}"],
    circuit: ["([", "])"],
};

/** As a flowchart (https://mermaid.js.org/syntax/flowchart.html). */
export function drawMermaid(topology: Topology): string {
    const { title, verdict, clouds, between, links, problems } = topology;
    const [alibaba, aws] = clouds;
    const nodes = nodesOf(topology);
    return [
        // By itself it breaks IDs at their hyphens.
        '%%{init: {"flowchart": {"wrappingWidth": 500}}}%%',
        "flowchart TB",
        `    accTitle: ${plain(title)}`,
        ...(verdict === "" ? [] : [`    accDescr: ${plain(verdict)}`]),
        // What comes first stands on the right (measured with Mermaid 12).
        ...drawGroup(aws).map(indented),
        ...drawGroup(alibaba).map(indented),
        ...between.map(drawNode).map(indented),
        ...links.map(drawLink).map(indented),
        ...drawProblems(problems).map(indented),
        ...states.map((state) => `    classDef ${state} ${classes[state]}`),
        ...states.flatMap((state) => {
            const keys = nodes.filter((node) => node.state === state).map(({ key }) => key);
            return keys.length === 0 ? [] : [`    class ${keys.join(",")} ${state}`];
        }),
        ...states.flatMap((state) => {
            const places = links.flatMap((link, index) => (link.state === state ? [index] : []));
            return places.length === 0 ? [] : [`    linkStyle ${places.join(",")} ${strokes[state]}`];
        }),
        "",
    ].join("\n");
}

function indented(line: string): string {
    return `    ${line}`;
}

function drawGroup({ key, title, subtitle, nodes, groups }: TopologyGroup): string[] {
    const heading = [title, subtitle].filter((text) => text !== "").join(" · ");
    return [
        `subgraph ${key}["${escape(heading)}"]`,
        ...nodes.map(drawNode).map(indented),
        ...groups.flatMap(drawGroup).map(indented),
        "end",
    ];
}

function drawNode(node: TopologyNode): string {
    const label = labelOf(node, [node.kind, ...(node.id === undefined ? [] : [node.id]), ...node.lines]);
    const [open, close] = shapes[node.key] ?? ["[", "]"];
    return `${node.key}${open}"${label}"${close}`;
}

function drawLink(link: TopologyLink): string {
    const { from, to, kind, lines, problems } = link;
    const label = lines.length + problems.length === 0 ? "" : `|"${labelOf(link, lines)}"|`;
    return `${from} ${arrows[kind]}${label} ${to}`;
}

function drawProblems(problems: readonly Problem[]): string[] {
    if (problems.length === 0) {
        return [];
    }
    const lines = problems.flatMap(({ says, fix }, index) => [
        ...wrap(`${signs.broken}${index + 1} ${says}`),
        ...wrap(`Fix: ${fix}`),
    ]);
    return [`problems["${lines.map(escape).join("<br/>")}"]`, "circuit ~~~ problems", "class problems broken"];
}

/** The sign of its state, and the numbers of its problems, stand before the first line. */
function labelOf({ state, problems }: Pick<TopologyNode, "state" | "problems">, lines: readonly string[]): string {
    const sign = problems.length === 0 ? signs[state] : problems.map((number) => `${signs.broken}${number}`).join(" ");
    const [heading = "", ...others] = lines;
    const first = [sign, heading].filter((text) => text !== "").join(" ");
    return [`<b>${escape(first)}</b>`, ...others.map(escape)].join("<br/>");
}

/** At spaces; a word that is too long by itself stays whole. */
function wrap(text: string): string[] {
    const lines: string[] = [];
    for (const word of text.split(/\s+/)) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= widestLine) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(word);
        }
    }
    return lines;
}

/**
 * Names and tags are anybody's: all but letters, digits and a few signs becomes an entity code (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
 */
function escape(text: string): string {
    return text.replace(/[^\p{L}\p{N} .,:/_\-·✓✗!]/gu, (sign) =>
        /\p{C}/u.test(sign) ? " " : `#${sign.codePointAt(0) ?? 32};`,
    );
}

/** Accessible titles know no entity codes. */
function plain(text: string): string {
    return text.replace(/[^\p{L}\p{N} .,_-]/gu, " ").trim();
}
