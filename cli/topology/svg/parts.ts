import type { TopologyGroup, TopologyLink, TopologyNode } from "../../../topology/model";
import type { Box, Size } from "./layout";
import { markOf } from "./signs";
import { fontSize, lineHeight, padding } from "./style";
import { clip, escape, round, widthOf } from "./text";

const narrowestNode = 190;
const labelPadding = 7;
const labelLineHeight = 15;
const markGap = 8;

export function sizeOfNode({ kind, id, lines, state, problems }: TopologyNode): Size {
    const { width: markWidth } = markOf(state, problems);
    const widths = [
        widthOf(kind, fontSize.kind) + markGap + markWidth,
        ...[id ?? "", ...lines].map((line) => widthOf(clip(line), fontSize.text)),
    ];
    const rows = 1 + (id === undefined ? 0 : 1) + lines.length;
    return {
        width: Math.max(narrowestNode, Math.ceil(Math.max(...widths)) + 2 * padding),
        height: rows * lineHeight + 2 * padding - 4,
    };
}

export function drawNode({ kind, id, lines, state, problems }: TopologyNode, { x, y, width, height }: Box): string {
    const mark = markOf(state, problems);
    const baseline = y + padding + fontSize.kind - 3;
    const left = round(x + padding);
    const rows = [
        ...(id === undefined ? [] : [{ text: id, style: "id" }]),
        ...lines.map((text) => ({ text, style: "faint" })),
    ];
    return [
        `<rect class="box ${state}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`,
        `<text class="kind" x="${left}" y="${round(baseline)}">${escape(kind)}</text>`,
        ...rows.map(
            ({ text, style }, index) =>
                `<text class="${style}" x="${left}" y="${round(baseline + (index + 1) * lineHeight)}">${escape(clip(text))}</text>`,
        ),
        moved(x + width - padding - mark.width + 2, y + padding + 5, mark.text),
    ].join("");
}

export function drawGroup(key: string, { x, y, width, height }: Box): string {
    return `<rect class="${key}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="10"/>`;
}

/** Above the lines that pass it. */
export function drawTitle({ title, subtitle }: TopologyGroup, { x, y }: Box, isCloud: boolean): string {
    const at = (line: number): string => `x="${round(x + 14)}" y="${round(y + 20 + line * lineHeight)}"`;
    return isCloud
        ? `<text class="kind" ${at(0)}>${escape(title)}</text><text class="faint" ${at(1)}>${escape(clip(subtitle))}</text>`
        : `<text class="faint halo" ${at(0)}>${escape(clip(`${title} ${subtitle}`))}</text>`;
}

/** A line that has nothing to say has no label. */
export function sizeOfLabel({ lines, state, problems }: TopologyLink): Size | undefined {
    if (lines.length + problems.length === 0) {
        return undefined;
    }
    const { width } = markOf(state, problems);
    const widest = Math.max(0, ...lines.map((line) => widthOf(clip(line), fontSize.text)));
    return {
        width: Math.ceil(widest + 2 * labelPadding + width + markGap),
        height: Math.max(1, lines.length) * labelLineHeight + labelPadding + 2,
    };
}

export function drawLabel({ state, problems, lines }: TopologyLink, { x, y, width, height }: Box): string {
    const mark = markOf(state, problems);
    const left = x + labelPadding + mark.width + (mark.width === 0 ? 0 : markGap);
    const middle = y + height / 2;
    const first = middle + 4 - ((lines.length - 1) * labelLineHeight) / 2;
    return [
        `<rect class="label ${state}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="5"/>`,
        moved(x + labelPadding, middle, mark.text),
        ...lines.map((line, index) => {
            const baseline = first + index * labelLineHeight;
            return `<text x="${round(left)}" y="${round(baseline)}">${escape(clip(line))}</text>`;
        }),
    ].join("");
}

export function drawLine({ kind, state }: TopologyLink, path: string): string {
    if (kind === "circuit") {
        return `<path class="line tube ${state}" d="${path}"/><path class="core" d="${path}"/>`;
    }
    return `<path class="line ${kind} ${state}" d="${path}"/>`;
}

export function moved(x: number, y: number, text: string): string {
    return `<g transform="translate(${round(x)} ${round(y)})">${text}</g>`;
}
