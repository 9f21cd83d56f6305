// Breaks lines between words, where a terminal would break them anywhere; what belongs to a line stands in from its edge.
"use strict";

const { StringDecoder } = require("node:string_decoder");

const indent = " ".repeat(8);
/** Colours take no room (SGR, ECMA-48). */
const colors = /\x1b\[[\d;]*m/g;

/** Takes a program's output as it comes, and hands on whole lines, wrapped. */
function wordWrapper(columns, write) {
    const decoder = new StringDecoder();
    let rest = "";
    return (data) => {
        const lines = (rest + decoder.write(data)).split("\n");
        rest = lines.pop();
        lines.forEach((line) => write(`${wrap(line, columns)}\n`));
    };
}

function wrap(line, columns) {
    const lines = [];
    let current = "";
    for (const word of line.trimEnd().split(/(?<=\s)(?=\S)/)) {
        if (current.trim() !== "" && widthOf((current + word).trimEnd()) > columns) {
            lines.push(current.trimEnd());
            current = indent;
        }
        current += word;
    }
    return [...lines, current].join("\n");
}

function widthOf(text) {
    return text.replace(colors, "").length;
}

module.exports = { wordWrapper };
