// Lines of a terminal, each of pieces of one look.
"use strict";

/** As a reader sees it. */
function textOf(pieces) {
    return pieces.reduce((text, { column, text: added }) => text.padEnd(column) + added, "");
}

/** From the first line with the one text to the last one with the other. */
function linesBetween(lines, from, to) {
    const texts = lines.map(textOf);
    const first = from === undefined ? 0 : texts.findIndex((text) => text.includes(from));
    const last = to === undefined ? lines.length - 1 : texts.findLastIndex((text) => text.includes(to));
    if (first < 0 || last < first) {
        throw new Error(`The screen shows nothing from "${from ?? ""}" to "${to ?? ""}".`);
    }
    return lines.slice(first, last + 1);
}

module.exports = { linesBetween, textOf };
