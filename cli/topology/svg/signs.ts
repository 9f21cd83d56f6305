import type { State } from "../../../topology/model";
import { iconSize } from "./style";
import { widthOf } from "./text";

/** Drawn, not written: no font needs to have them. On a circle around 0,0. */
const strokesOf: Readonly<Record<State, string>> = {
    good: "M-3.5 0.5 L-1 3 L3.5 -2.5",
    affected: "M0 -4 V1 M0 4 V4.1",
    broken: "M-3 -3 L3 3 M3 -3 L-3 3",
    unknown: "",
};

const numberSize = 11;
const gap = 4;

/** A sign, or one for each problem with its number. */
export interface Mark {
    width: number;
    /** With its left end at 0, and its middle at the height 0. */
    text: string;
}

export function markOf(state: State, problems: readonly number[]): Mark {
    if (problems.length === 0) {
        return signOf(state);
    }
    const marks = problems.map(numberedMark);
    let left = 0;
    const texts = marks.map(({ width, text }) => {
        const at = left;
        left += width + gap;
        return `<g transform="translate(${at} 0)">${text}</g>`;
    });
    return { width: left - gap, text: texts.join("") };
}

function signOf(state: State): Mark {
    if (state === "unknown") {
        return { width: 0, text: "" };
    }
    const radius = iconSize / 2;
    const circle = `<circle class="icon ${state}" cx="${radius}" cy="0" r="${radius}"/>`;
    return { width: iconSize, text: `${circle}${strokes(state, radius)}` };
}

function numberedMark(number: number): Mark {
    const own = Math.ceil(widthOf(String(number), numberSize));
    const width = iconSize + own + 7;
    const plate = `<rect class="icon broken" x="0" y="${-iconSize / 2}" width="${width}" height="${iconSize}" rx="${iconSize / 2}"/>`;
    const digits = `<text class="number" x="${iconSize + own / 2 + 1}" y="4">${number}</text>`;
    return { width, text: `${plate}${strokes("broken", iconSize / 2 + 1)}${digits}` };
}

function strokes(state: State, x: number): string {
    return `<path class="sign" transform="translate(${x} 0)" d="${strokesOf[state]}"/>`;
}
