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
        `<g font-family="${look.font}" font-size="${look.fontSize}" fill="${look.color}" xml:space="preserve">`,
        ...lines.flatMap((pieces, row) => pieces.flatMap((piece) => drawPiece(piece, row))),
        "</g>",
        "</svg>",
        "",
    ].join("\n");
}

function drawPiece(piece, row) {
    const { column, columns, text, color, background } = piece;
    const x = round(margin + column * cell.width);
    const y = margin + row * cell.height;
    const width = round(columns * cell.width);
    const drawn = [];
    if (background !== undefined) {
        drawn.push(`<rect x="${x}" y="${y}" width="${width}" height="${cell.height}" fill="${shown(background)}"/>`);
    }
    if (text.trim() !== "") {
        const style = [
            color === undefined ? "" : ` fill="${shown(color)}"`,
            piece.bold ? ' font-weight="bold"' : "",
            piece.dim ? ' opacity="0.6"' : "",
            piece.underline ? ' text-decoration="underline"' : "",
        ].join("");
        // A fixed length keeps the columns, whichever font the reader has.
        drawn.push(`<text x="${x}" y="${y + baseline}" textLength="${width}"${style}>${escaped(text)}</text>`);
    }
    return drawn;
}

function shown(color) {
    return typeof color === "number" ? paletteColor(color) : color;
}

function round(length) {
    return Math.round(length * 10) / 10;
}

function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

module.exports = { drawScreen };
