// What differs between two snapshots of the world, a line each.
"use strict";

function differences(before, after, path = "") {
    if (!isObject(before) || !isObject(after)) {
        return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${path}: ${shown(before)} -> ${shown(after)}`];
    }
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => differences(before[key], after[key], path === "" ? key : `${path}.${key}`));
}

function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value) {
    if (value === undefined) {
        return "nothing";
    }
    // A thing that came or went as a whole.
    return isObject(value) ? "there" : JSON.stringify(value);
}

module.exports = { differences };
