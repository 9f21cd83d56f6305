// Draws lines of a terminal as SVG text: it can be searched, copied and made larger.
"use strict";

const { paletteColor } = require("./palette");

const cell = { width: 8.4, height: 18 };
const margin = 16;
const baseline = 13;
const look = {
    background: "#0d1117",
    color: "#e6edf3",
    font: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace",
    fontSize: 14,
};

/** `columns`: how wide the terminal is. `title`: what the picture shows, for who cannot see it. */
function drawScreen(lines, { columns, title }) {
    const width = round(columns * cell.width + 2 * margin);
    const height = lines.length * cell.height + 2 * margin;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
        `<title>${escaped(title)}</title>`,
        `<rect width="100%" height="100%" rx="8" fill="${look.background}"/>`,
        `<g font-family="${look.font}" font-size="${look.fontSize}" fill="${look.color}" style="white-space:pre">`,
        ...lines.flatMap((pieces, row) => pieces.flatMap((piece) => drawPiece(piece, row))),
        "</g>",
        "</svg>",
        "",
    ].join("\n");
}

function drawPiece(piece, row) {
    const { column, columns, text, color, background } = piece;
    const y = margin + row * cell.height;
    const drawn = [];
    if (background !== undefined) {
        const place = `x="${leftOf(column)}" y="${y}" width="${widthOf(columns)}" height="${cell.height}"`;
        drawn.push(`<rect ${place} fill="${shown(background)}"/>`);
    }
    // Not every viewer keeps the spaces around a text.
    const before = text.length - text.trimStart().length;
    const around = text.length - text.trim().length;
    if (around < text.length) {
        const style = [
            color === undefined ? "" : ` fill="${shown(color)}"`,
            piece.bold ? ' font-weight="bold"' : "",
            piece.dim ? ' opacity="0.6"' : "",
            piece.underline ? ' text-decoration="underline"' : "",
        ].join("");
        // A fixed length keeps the columns, whichever font the reader has.
        const place = `x="${leftOf(column + before)}" y="${y + baseline}" textLength="${widthOf(columns - around)}"`;
        drawn.push(`<text ${place}${style}>${escaped(text.trim())}</text>`);
    }
    return drawn;
}

function shown(color) {
    return typeof color === "number" ? paletteColor(color) : color;
}

function leftOf(column) {
    return round(margin + column * cell.width);
}

function widthOf(columns) {
    return round(columns * cell.width);
}

function round(length) {
    return Math.round(length * 10) / 10;
}

function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

module.exports = { drawScreen };
