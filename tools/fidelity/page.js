"use strict";

const titles = {
    directconnect: "AWS Direct Connect",
    ec2: "Amazon EC2",
    awsSts: "AWS STS",
    vpc: "Alibaba Cloud VPC",
    cbn: "Alibaba Cloud CEN (CBN)",
    bssopenapi: "Alibaba Cloud BSS",
    alibabaSts: "Alibaba Cloud STS",
    ecs: "Alibaba Cloud ECS",
};

/** The vendors' own pages, by service. */
const references = {
    directconnect: (action) => `https://docs.aws.amazon.com/directconnect/latest/APIReference/API_${action}.html`,
    ec2: (action) => `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${action}.html`,
    awsSts: (action) => `https://docs.aws.amazon.com/STS/latest/APIReference/API_${action}.html`,
    vpc: (action) => `https://api.alibabacloud.com/document/Vpc/2016-04-28/${action}`,
    cbn: (action) => `https://api.alibabacloud.com/document/Cbn/2017-09-12/${action}`,
    bssopenapi: (action) => `https://api.alibabacloud.com/document/BssOpenApi/2017-12-14/${action}`,
    alibabaSts: (action) => `https://api.alibabacloud.com/document/Sts/2015-04-01/${action}`,
    ecs: (action) => `https://api.alibabacloud.com/document/Ecs/2014-05-26/${action}`,
};

const introduction = `# Fidelity

How true to the clouds the simulator is: what each action checks and refuses, and on what that rests. \`npm run fidelity\` writes this page from
\`simulator/fidelity\`, and a test holds the two together; a full \`npm test\` holds the errors against what was observed on the wire: each of them, and no other.

An error stands with its HTTP status and with what it rests on: [D] documented, [C] read in the code of a vendor's SDK or provider, [O] observed by others,
[I] inferred, a guess. Guesses with a name are switches of the world, explained in the [README](../README.md). P1 to P44 are the rules of the simulator's
physics, each with its tests.`;

/** The page, of what is compiled. */
function pageOfFidelity() {
    const { actions, policies, protocols, standIns } = require("../../dist/simulator/fidelity/index.js");
    return [
        introduction,
        "## What every action may answer",
        table(
            ["protocol", "services", "errors", "guesses"],
            Object.entries(protocols).map(([name, { services, errors, guesses = [] }]) => [
                name,
                services.map((service) => titles[service]).join(", "),
                errorsCell(errors),
                guesses.map(code).join(", "),
            ]),
        ),
        ...Object.entries(actions).flatMap(([service, entries]) => [
            `## ${titles[service]}`,
            table(
                ["action", "writes", "validation", "errors", "states", "pages", "guesses", "sources"],
                Object.entries(entries).map(([name, entry]) => [
                    `[${name}](${references[service](name)})`,
                    isMutating(service, name) ? "yes" : "no",
                    ...cellsOf(entry),
                ]),
            ),
        ]),
        "## Policies",
        table(
            ["part", "here", "rests on", "sources"],
            policies.map(({ part, here, evidence, sources = [] }) => [part, here, `[${evidence}]`, sources.join(" ")]),
        ),
        "## Stand-ins for the official resources",
        table(
            ["resource", "validation", "errors", "states", "pages", "guesses", "sources"],
            Object.entries(standIns).map(([type, entry]) => [code(type), ...cellsOf(entry)]),
        ),
        "",
    ].join("\n\n");
}

function cellsOf({ validation, errors, states = "", pages = "", guesses = [], sources = [] }) {
    return [validation, errorsCell(errors), states, pages, guesses.map(code).join(", "), sources.join(" ")];
}

function errorsCell(errors) {
    return errors
        .map(({ code: name, httpStatus, evidence }) => `${httpStatus} ${code(name)} [${evidence}]`)
        .join("<br>");
}

function isMutating(service, name) {
    const { alibabaServices, stsService: alibabaSts } = require("../../dist/simulator/alibaba/services.js");
    const { awsServices, stsService: awsSts } = require("../../dist/simulator/aws/services.js");
    return { ...awsServices, ...alibabaServices, awsSts: awsSts(), alibabaSts: alibabaSts() }[service].get(name)
        ?.mutating;
}

function table(heads, rows) {
    const lines = [heads, heads.map(() => "---"), ...rows];
    return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function code(text) {
    return `\`${text}\``;
}

module.exports = pageOfFidelity;
