/** Nobody knows the fonts of whoever looks: a letter is as wide as in the widest of the common ones, in parts of the font's size. */
const letterWidth = 0.6;
/** Of Chinese and the like. */
const wideLetter = /[\u1100-\u115f\u2e80-\uffdc]/u;

const longest = 44;

export function widthOf(text: string, fontSize: number): number {
    return (
        Array.from(text).reduce((width, letter) => width + (wideLetter.test(letter) ? 1 : letterWidth), 0) * fontSize
    );
}

/** Names of any length come from the clouds. */
export function clip(text: string): string {
    const letters = Array.from(text);
    return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
}

/** Breaks at spaces; a word that is too wide by itself stays whole. */
export function wrap(text: string, width: number, fontSize: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(/\s+/)) {
        const last = lines.at(-1);
        if (last !== undefined && widthOf(`${last} ${word}`, fontSize) <= width) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(word);
        }
    }
    return lines;
}

/**
 * Names and tags are anybody's. What XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets), and what would turn the direction of the text around,
 * becomes a space.
 */
export function escape(text: string): string {
    const entities: Readonly<Partial<Record<string, string>>> = {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
    };
    return text
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, " ")
        .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
        .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** No picture needs more digits, and none changes by a last one. */
export function round(value: number): number {
    return Math.round(value * 10) / 10;
}
