// Holds the errors on the wire against the table of fidelity (simulator/fidelity): every one is declared, and, once all tests ran, every declared one came.
"use strict";

function judge({ exchanges }, isWhole) {
    const { actions, protocols } = require("../../dist/simulator/fidelity/index.js");
    const commons = Object.values(protocols);
    const provoked = new Set();
    const answered = new Set();
    const problems = [];
    for (const exchange of exchanges) {
        const { cloud, service, action, status, body } = exchange;
        const isKnown = Object.hasOwn(actions[service] ?? {}, action ?? "");
        if (status === 200) {
            answered.add(`${service} ${action}`);
            continue;
        }
        const declared = [
            ...(isKnown ? actions[service][action].errors : []),
            ...commons.filter((common) => isOf(common, cloud, service)).flatMap(({ errors }) => errors),
        ];
        const code = codeOf(body, status);
        const matching = declared.filter((error) => error.httpStatus === status && patternOf(error.code).test(code));
        matching.forEach((error) => provoked.add(error));
        if (matching.length === 0) {
            problems.push({
                service,
                action: nameOf(action),
                status,
                path: code,
                said: "is not declared",
            });
        }
    }
    return { judged: exchanges.length, problems: isWhole ? [...problems, ...neverSeen()] : problems };

    function neverSeen() {
        return [
            ...Object.entries(actions).flatMap(([service, table]) =>
                Object.entries(table).flatMap(([action, { errors }]) => [
                    ...(answered.has(`${service} ${action}`) ? [] : [{ service, action, said: "was never answered" }]),
                    ...unprovoked(errors, { service, action }),
                ]),
            ),
            ...Object.entries(protocols).flatMap(([service, { errors }]) => unprovoked(errors, { service })),
        ];
    }

    function unprovoked(errors, named) {
        return errors
            .filter((error) => !provoked.has(error))
            .map(({ httpStatus, code }) => ({
                ...named,
                status: httpStatus,
                path: code,
                said: "is declared, and no test provoked it",
            }));
    }
}

/** What a test makes up at random is no name. */
function nameOf(action) {
    return /^\w{1,60}$/.test(action) ? action : undefined;
}

/** Where a request names no service, its refusal may be that of any on the same port. */
function isOf({ services }, cloud, service) {
    const { awsServices } = require("../../dist/simulator/aws/services.js");
    const isAws = services.some((each) => each === "awsSts" || Object.hasOwn(awsServices, each));
    return services.includes(service) || (isAws === (cloud === "aws") && !isOfAny(service));
}

function isOfAny(service) {
    const { protocols } = require("../../dist/simulator/fidelity/index.js");
    return Object.values(protocols).some(({ services }) => services.includes(service));
}

/** By whichever protocol. CBOR is refused in CBOR, and recorded in base 64. */
function codeOf(body, status) {
    const text = status === 415 ? Buffer.from(body, "base64").toString("latin1") : body;
    const patterns = [/"(?:Code|__type)":"([^"]*)"/, /<Code>([^<]*)<\/Code>/, /(UnsupportedProtocolException)/];
    return patterns.map((pattern) => pattern.exec(text)?.[1]).find((code) => code !== undefined) ?? "";
}

function patternOf(code) {
    return new RegExp(`^${code.replaceAll(".", "\\.").replace("<Parameter>", "\\w+")}$`);
}

module.exports = judge;
