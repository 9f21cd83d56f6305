// Reads what the simulator recorded (simulator/recording.ts) and names each exchange by its service and action.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const awsServices = { "2016-11-15": "ec2", "2011-06-15": "awsSts" };
const alibabaServices = {
    "2016-04-28": "vpc",
    "2017-09-12": "cbn",
    "2017-12-14": "bssopenapi",
    "2015-04-01": "alibabaSts",
    "2014-05-26": "ecs",
};
const targetPrefix = "OvertureService.";

/** The exchanges of each level's folder, which parameters the actions asked for, and which permissions were granted and demanded. */
function readRecording(folder) {
    const records = fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name: level }) =>
            fs
                .readdirSync(path.join(folder, level))
                .sort()
                .flatMap((file) => linesOf(path.join(folder, level, file)))
                .map((record) => ({ level, ...record })),
        );
    return {
        exchanges: records.filter(isExchange).map((exchange) => ({ ...exchange, ...nameOf(exchange) })),
        readings: records.filter((record) => record.parameterRead !== undefined),
        permissions: records.filter((record) => record.granted !== undefined || record.demanded !== undefined),
    };
}

function isExchange(record) {
    return record.cloud !== undefined;
}

function linesOf(file) {
    return fs
        .readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line));
}

/** `service` or `action` is undefined where the request names none that there is. */
function nameOf(exchange) {
    const { requestHeaders, requestBody } = exchange;
    const target = requestHeaders["x-amz-target"];
    if (exchange.cloud === "aws" && target !== undefined) {
        const action = target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : undefined;
        return { service: "directconnect", action, parameters: parsed(requestBody) };
    }
    const parameters = formOf(exchange);
    const version = requestHeaders["x-acs-version"] ?? parameters.Version;
    const services = exchange.cloud === "aws" ? awsServices : alibabaServices;
    return {
        service: Object.hasOwn(services, version ?? "") ? services[version] : undefined,
        action: requestHeaders["x-acs-action"] ?? parameters.Action,
        parameters,
    };
}

function formOf({ url, requestHeaders, requestBody }) {
    const isForm = requestHeaders["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
    return Object.fromEntries([
        ...new URLSearchParams(url.split("?").slice(1).join("?")),
        ...new URLSearchParams(isForm ? requestBody : ""),
    ]);
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

module.exports = { readRecording };
