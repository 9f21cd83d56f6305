// The 256 colours of a terminal. The first 16 are the reader's choice in a real one; these are legible on a dark background.
"use strict";

const named = [
    ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4"],
    ["#8b949e", "#ffa198", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd", "#ffffff"],
].flat();

/** A cube of 6 x 6 x 6, then 24 greys (ctlseqs, https://invisible-island.net/xterm/ctlseqs/ctlseqs.html; 256colres.pl of xterm). */
function paletteColor(number) {
    if (number < named.length) {
        return named[number];
    }
    if (number >= 232) {
        return hex(Array(3).fill(8 + 10 * (number - 232)));
    }
    const place = number - named.length;
    const steps = [Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6];
    return hex(steps.map((step) => (step === 0 ? 0 : 55 + 40 * step)));
}

function hex(levels) {
    return `#${levels.map((level) => level.toString(16).padStart(2, "0")).join("")}`;
}

module.exports = { paletteColor };
