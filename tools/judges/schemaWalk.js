// Holds a value, as JSON or as XML carries it, against a schema of the AWS SDK for JavaScript, and tells whatever the schema does not know.
"use strict";

const { NormalizedSchema } = require("@smithy/core/schema");

/** How each format shows the kinds of values. JSON: awsJson 1.1; XML: the query protocols, parsed into objects of texts. */
const formats = {
    json: {
        nameOf: (member) => member,
        itemsOf: (value) => (Array.isArray(value) ? value : undefined),
        isString: (value) => typeof value === "string",
        isNumber: (value) => typeof value === "number",
        isBoolean: (value) => typeof value === "boolean",
        // Seconds since 1970, as the service's own examples show.
        isTimestamp: (value) => typeof value === "number",
    },
    xml: {
        nameOf: (member, schema) => schema.getMergedTraits().xmlName ?? member,
        itemsOf(value, list) {
            const name = list.getValueSchema().getMergedTraits().xmlName ?? "member";
            if (value === "") {
                return [];
            }
            const names = typeof value === "object" ? Object.keys(value) : [];
            return names.length === 1 && names[0] === name ? [value[name]].flat() : undefined;
        },
        isString: (value) => typeof value === "string",
        isNumber: (value) => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value),
        isBoolean: (value) => value === "true" || value === "false",
        isTimestamp: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
    },
};

function problemsOf(value, schema, format, path = "") {
    return walk(value, NormalizedSchema.of(schema), formats[format], path);
}

function walk(value, schema, format, path) {
    if (schema.isStructSchema() || schema.isUnitSchema()) {
        return walkStructure(value, schema, format, path);
    }
    if (schema.isListSchema()) {
        const items = format.itemsOf(value, schema);
        return items === undefined
            ? [{ path, said: `is no list of ${schema.getValueSchema().getName()}` }]
            : items.flatMap((item) => walk(item, schema.getValueSchema(), format, `${path}[]`));
    }
    const [kind, isOne] = kindOf(schema, format);
    return isOne(value) ? [] : [{ path, said: `is ${JSON.stringify(value)}, where the model has a ${kind}` }];
}

function walkStructure(value, schema, format, path) {
    // An element without content is an empty structure in XML.
    const members = value === "" && format === formats.xml ? {} : value;
    if (typeof members !== "object" || members === null || Array.isArray(members)) {
        return [{ path, said: `is no structure ${schema.getName()}` }];
    }
    const known = new Map([...schema.structIterator()].map(([name, member]) => [format.nameOf(name, member), member]));
    const required = [...known.keys()].slice(0, requiredCountOf(schema));
    return [
        ...required
            .filter((name) => members[name] === undefined)
            .map((name) => ({ path: join(path, name), said: `is missing, and ${schema.getName()} requires it` })),
        ...Object.entries(members).flatMap(([name, entry]) =>
            known.has(name)
                ? walk(entry, known.get(name), format, join(path, name))
                : [{ path: join(path, name), said: `is no member of ${schema.getName()}` }],
        ),
    ];
}

/** A static schema names its required members first, and ends with how many they are. */
function requiredCountOf(schema) {
    return schema.getSchema()[6] ?? 0;
}

function kindOf(schema, format) {
    if (schema.isTimestampSchema()) {
        return ["timestamp", format.isTimestamp];
    }
    if (schema.isNumericSchema()) {
        return ["number", format.isNumber];
    }
    if (schema.isBooleanSchema()) {
        return ["boolean", format.isBoolean];
    }
    if (schema.isStringSchema()) {
        return ["string", format.isString];
    }
    throw new Error(`The judge does not know the kind of ${schema.getName(true)}.`);
}

function join(path, name) {
    return path === "" ? name : `${path}.${name}`;
}

module.exports = problemsOf;
