import { nodesOf, type Problem, type State, type Topology } from "../../../topology/model";
import { layOut, type Box, type Layout, type Point } from "./layout";
import { drawGroup, drawLabel, drawLine, drawNode, drawTitle, moved, sizeOfLabel, sizeOfNode } from "./parts";
import { markOf } from "./signs";
import { fontSize, lineHeight, style } from "./style";
import { clip, escape, round, widthOf, wrap } from "./text";

const margin = 20;
const headHeight = 52;
const legendHeight = 40;
const narrowest = 720;
/** How far from the corners of a box a line may end. */
const straightMargin = 12;

const meanings: Readonly<Record<State, string>> = {
    good: "as it should be",
    affected: "not well",
    broken: "to be mended",
    unknown: "not looked at",
};

/** As an SVG that stands by itself: no script, no link, no font to load; light or dark as the page is. */
export async function drawSvg(topology: Topology): Promise<string> {
    const { title, verdict, problems } = topology;
    const nodes = nodesOf(topology);
    const layout = await layOut(topology, {
        nodes: new Map(nodes.map((node) => [node.key, sizeOfNode(node)])),
        labels: topology.links.map(sizeOfLabel),
    });
    const width = Math.max(layout.width, narrowest) + 2 * margin;
    const list = drawProblems(problems, width - 2 * margin);
    const belowDrawing = headHeight + layout.height + margin;
    const height = belowDrawing + list.height + legendHeight;
    const drawing = drawTopology(topology, layout);
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img">`,
        `<title>${escape(title)}</title>`,
        `<desc>${escape([verdict, ...problems.map(({ says }) => says)].join(" "))}</desc>`,
        `<style>${style}</style>`,
        `<rect class="page" x="0.5" y="0.5" width="${round(width - 1)}" height="${round(height - 1)}" rx="10"/>`,
        drawHead(topology, width),
        moved((width - layout.width) / 2, headHeight, drawing),
        moved(margin, belowDrawing, list.text),
        moved(margin, height - legendHeight / 2 - 2, drawLegend(topology)),
        "</svg>",
        "",
    ].join("\n");
}

function drawHead({ title, verdict, state }: Topology, width: number): string {
    const mark = markOf(state, []);
    const verdictWidth = widthOf(verdict, fontSize.kind);
    const right = width - margin - verdictWidth;
    return [
        `<text class="title" x="${margin}" y="34">${escape(clip(title))}</text>`,
        moved(right - mark.width - 8, 29, mark.text),
        `<text class="kind" x="${round(right)}" y="34">${escape(verdict)}</text>`,
    ].join("");
}

/** Lines lie above groups, and below everything else. */
function drawTopology(topology: Topology, { nodes, groups, lines }: Layout): string {
    const { clouds, links } = topology;
    const inner = clouds.flatMap(({ groups: own }) => own);
    const node = (key: string): Box => nodes.get(key) ?? nowhere;
    const group = (key: string): Box => groups.get(key) ?? nowhere;
    // Both begin at the same height, however high their VPCs are.
    const top = Math.min(...clouds.map(({ key }) => group(key).y));
    const cloud = (key: string): Box => {
        const { y, height, ...others } = group(key);
        return { ...others, y: top, height: height + y - top };
    };
    const paths = links.map(({ kind, from, to }, index) => {
        if (kind === "circuit") {
            return elbow(node(from), node(to));
        }
        const { curves = [], label } = lines[index] ?? {};
        const stops = [node(from), ...(label === undefined ? [] : [label]), node(to)];
        return curves.map((curve, piece) => pathOf(curve, stops[piece], stops[piece + 1])).join(" ");
    });
    return [
        "",
        ...clouds.map(({ key }) => drawGroup(key, cloud(key))),
        ...inner.map(({ key }) => drawGroup(key, group(key))),
        ...links.map((link, index) => drawLine(link, paths[index] ?? "")),
        ...clouds.map((each) => drawTitle(each, cloud(each.key), true)),
        ...inner.map((each) => drawTitle(each, group(each.key), false)),
        ...nodesOf(topology).map((each) => drawNode(each, node(each.key))),
        ...links.flatMap((link, index) => {
            const label = lines[index]?.label;
            return label === undefined ? [] : [drawLabel(link, label)];
        }),
        "",
    ].join("\n");
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Straight down where that leads to the next box, else in a curve. */
function pathOf([first, ...others]: readonly Point[], from: Box = nowhere, to: Box = nowhere): string {
    const middle = from.x + from.width / 2;
    if (to.x + straightMargin < middle && middle < to.x + to.width - straightMargin) {
        return `M${round(middle)} ${round(from.y + from.height)} V${round(to.y)}`;
    }
    const text = others.map(({ x, y }) => `${round(x)} ${round(y)}`).join(" ");
    return first === undefined ? "" : `M${round(first.x)} ${round(first.y)} C${text}`;
}

/** Straight where both are in a row, else down first and then to the side. */
function elbow(from: Box, to: Box): string {
    const middle = ({ y, height }: Box): number => y + height / 2;
    const side = from.x < to.x ? to.x : to.x + to.width;
    if (Math.abs(middle(from) - middle(to)) < 1) {
        return `M${round(from.x < to.x ? from.x + from.width : from.x)} ${round(middle(from))} H${round(side)}`;
    }
    const down = from.x + from.width / 2;
    const start = `M${round(down)} ${round(from.y + from.height)}`;
    return to.x <= down && down <= to.x + to.width
        ? `${start} V${round(to.y)}`
        : `${start} V${round(middle(to))} H${round(side)}`;
}

/** Each with its number, and the fix below it. */
function drawProblems(problems: readonly Problem[], width: number): { text: string; height: number } {
    let top = 8;
    const texts = problems.map(({ says, fix }, index) => {
        const mark = markOf("broken", [index + 1]);
        const indent = mark.width + 10;
        const lines = [
            ...wrap(says, width - indent, fontSize.text).map((text) => ({ text, style: "says" })),
            ...wrap(`Fix: ${fix}`, width - indent, fontSize.text).map((text) => ({ text, style: "faint" })),
        ];
        const rows = lines.map(({ text, style: own }, row) => {
            const baseline = top + 12 + row * lineHeight;
            return `<text class="${own}" x="${round(indent)}" y="${round(baseline)}">${escape(text)}</text>`;
        });
        const drawn = [moved(0, top + 8, mark.text), ...rows].join("");
        top += lines.length * lineHeight + 8;
        return drawn;
    });
    return { text: texts.join("\n"), height: problems.length === 0 ? 0 : top };
}

/** Of the states that are to be seen. */
function drawLegend(topology: Topology): string {
    const seen = new Set([...nodesOf(topology), ...topology.links].map(({ state }) => state));
    let left = 0;
    const texts = (Object.keys(meanings) as State[])
        .filter((state) => seen.has(state))
        .map((state) => {
            const mark = markOf(state, []);
            const dotted = `<rect class="box ${state}" x="0" y="-6" width="20" height="12" rx="3"/>`;
            const [sign, width] = state === "unknown" ? [dotted, 20] : [mark.text, mark.width];
            const drawn = `${sign}<text class="faint" x="${width + 6}" y="4">${meanings[state]}</text>`;
            const at = left;
            left += width + 6 + widthOf(meanings[state], fontSize.text) + 18;
            return moved(at, 0, drawn);
        });
    return texts.join("");
}
