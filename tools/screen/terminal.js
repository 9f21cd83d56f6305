// A terminal without a window: what a program has written to it, as lines of pieces of one look.
"use strict";

const { Terminal } = require("@xterm/headless");

/** More lines than any picture has. */
const scrollback = 10_000;

/** `answer` gets what a terminal says by itself: the engine asks where the cursor is, and waits seconds for an answer that does not come. */
function openTerminal({ columns, rows, answer = () => {} }) {
    const terminal = new Terminal({ cols: columns, rows, scrollback, allowProposedApi: true });
    terminal.onData(answer);
    return {
        write: (data) => new Promise((resolve) => terminal.write(data, resolve)),
        /** Everything so far, what has scrolled out too, without the empty lines at the end. */
        lines() {
            const { active } = terminal.buffer;
            const lines = Array.from({ length: active.length }, (_, row) => piecesOf(active.getLine(row), columns));
            return lines.slice(0, lines.findLastIndex((pieces) => pieces.length > 0) + 1);
        },
    };
}

/** `{ column, columns, text, bold, dim, underline, color, background }`; colours are undefined, a number of the palette, or "#rrggbb". */
function piecesOf(line, columns) {
    const pieces = [];
    for (let column = 0; column < columns; column += 1) {
        const cell = line.getCell(column);
        // The second half of a wide character.
        if (cell.getWidth() === 0) {
            continue;
        }
        const look = lookOf(cell);
        const last = pieces.at(-1);
        const text = cell.getChars() || " ";
        if (last !== undefined && sameLook(last, look) && last.column + last.columns === column) {
            last.text += text;
            last.columns += cell.getWidth();
        } else {
            pieces.push({ column, columns: cell.getWidth(), text, ...look });
        }
    }
    return withoutTrailingSpace(pieces);
}

function lookOf(cell) {
    const color = colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor());
    const background = colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor());
    return {
        bold: cell.isBold() !== 0,
        dim: cell.isDim() !== 0,
        underline: cell.isUnderline() !== 0,
        color,
        background,
    };
}

function colorOf(isDefault, isRgb, value) {
    if (isDefault) {
        return undefined;
    }
    return isRgb ? `#${value.toString(16).padStart(6, "0")}` : value;
}

function sameLook(one, other) {
    return Object.keys(other).every((key) => one[key] === other[key]);
}

/** Nobody sees a space without a background or a line. */
function withoutTrailingSpace(pieces) {
    const isSeen = ({ text, underline, background }) => text.trim() !== "" || underline || background !== undefined;
    const seen = pieces.slice(0, pieces.findLastIndex(isSeen) + 1);
    const last = seen.at(-1);
    if (last === undefined || last.underline || last.background !== undefined) {
        return seen;
    }
    const text = last.text.trimEnd();
    return [...seen.slice(0, -1), { ...last, text, columns: last.columns - (last.text.length - text.length) }];
}

module.exports = { openTerminal };
