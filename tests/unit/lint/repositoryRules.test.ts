import path from "node:path";
import { expect } from "chai";
import { ESLint } from "eslint";

const root = path.resolve(__dirname, "..", "..", "..", "..");

/** The rules that are tested here. Without the others no text needs its types, which take most of the time. */
const tested = /^(import-x\/|no-restricted-|@typescript-eslint\/no-require-imports)/;
const eslint = new ESLint({
    cwd: root,
    ruleFilter: ({ ruleId }) => tested.test(ruleId),
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

const courierAlone = "What runs in the dynamic host is reached through the courier alone.";
const noCloudSdk = "No cloud SDK in the program's process.";
const noOfficialProvider = "A handler knows neither the components nor the official providers.";
const noSimulator = "The product knows nothing of the simulator, the command and the tests.";
const independentJudge = "The simulator is an independent judge: it shares no code with the product.";
const drawnFromTheGiven =
    "A drawing is made from what it is given, and of nothing else: program and command draw alike.";
const besideTheEngine =
    "The command works beside an engine: it knows the handlers' side and the simulator, and no program.";
const deepPath = "Import official classes by deep path: the index costs every user's type check over ten seconds.";
const readable = "Name the module as a plain text, so that the one-way imports can be checked.";
const clockOnly = "Only provider/waiting/clock.ts knows the real time: everything else gets a clock.";

/** By file in whose place the text stands: a module that it may not import, and why. */
const forbiddenModules: [file: string, module: string, reason: string][] = [
    ["components/plan.ts", "../provider/borderRouter/handler", courierAlone],
    ["components/plan.ts", "../provider/borderRouter/find", courierAlone],
    ["components/plan.ts", "../provider/borderRouter/status", courierAlone],
    ["components/plan.ts", "../provider/handlers", courierAlone],
    ["components/plan.ts", "../provider/clouds/connect", courierAlone],
    ["components/plan.ts", "../provider/waiting/clock", courierAlone],
    ["components/plan.ts", "../provider/beforeCreation", courierAlone],
    ["components/creationHooks.ts", "../provider/beforeCreation", courierAlone],
    ["components/plan.ts", "@aws-sdk/client-ec2", noCloudSdk],
    ["components/plan.ts", "@alicloud/openapi-core", noCloudSdk],
    ["components/plan.ts", "@smithy/types", noCloudSdk],
    ["components/plan.ts", "../simulator/server", noSimulator],
    ["components/plan.ts", "@pulumi/aws", deepPath],
    ["index.ts", "./provider/handlers", courierAlone],
    ["index.ts", "./simulator/server", noSimulator],
    ["provider/borderRouter/resource.ts", "./handler", courierAlone],
    ["provider/courier.ts", "./handlers", courierAlone],
    ["provider/courier.ts", "@aws-sdk/client-sts", noCloudSdk],
    ["provider/borderRouter/handler.ts", "@pulumi/aws/ec2/vpnGateway", noOfficialProvider],
    ["provider/borderRouter/handler.ts", "@pulumi/alicloud/getRegions", noOfficialProvider],
    ["provider/borderRouter/handler.ts", "../../components/plan", noOfficialProvider],
    ["provider/borderRouter/handler.ts", "../../index", noOfficialProvider],
    ["provider/borderRouter/handler.ts", "../../simulator/server", noSimulator],
    ["provider/borderRouter/handler.ts", "../../cli/arguments", noSimulator],
    ["cli/wait/goals.ts", "../../components/plan", besideTheEngine],
    ["cli/wait/goals.ts", "../../provider/borderRouter/resource", besideTheEngine],
    ["cli/wait/goals.ts", "../../index", besideTheEngine],
    ["cli/wait/goals.ts", "@pulumi/pulumi", besideTheEngine],
    ["cli/wait/goals.ts", "../../tests/harness/stack", besideTheEngine],
    ["topology/model.ts", "../provider/rules/asns", drawnFromTheGiven],
    ["topology/model.ts", "../components/plan", drawnFromTheGiven],
    ["topology/model.ts", "../cli/arguments", drawnFromTheGiven],
    ["topology/model.ts", "@viz-js/viz", drawnFromTheGiven],
    ["simulator/world/world.ts", "../../topology/model", independentJudge],
    ["simulator/world/world.ts", "../../provider/rules/asns", independentJudge],
    ["simulator/world/world.ts", "../../provider/borderRouter/resource", independentJudge],
    ["simulator/world/world.ts", "../../components/plan", independentJudge],
    ["simulator/world/world.ts", "../../index", independentJudge],
    ["simulator/world/world.ts", "../../tests/harness/stack", independentJudge],
];

const waysToImport: Record<string, (module: string) => string> = {
    "a static import": (module) => `import * as forbidden from "${module}";\nexport const used = forbidden;\n`,
    "a type import": (module) => `import type * as forbidden from "${module}";\nexport type Used = typeof forbidden;\n`,
    "a dynamic import": (module) => `export const used = import("${module}.js");\n`,
    "a require": (module) => `export const used: unknown = require("${module}");\n`,
    "an export from": (module) => `export * from "${module}";\n`,
};

const otherTimes = [
    "setTimeout(() => undefined, 1)",
    "setInterval(() => undefined, 1)",
    "setImmediate(() => undefined)",
    "globalThis.setTimeout(() => undefined, 1)",
    "Date.now()",
    "new Date()",
    "Date()",
    "performance.now()",
    "AbortSignal.timeout(1)",
];

/** What the repository's own configuration says of a text that stands in the place of a file. */
async function complaintsAbout(file: string, text: string): Promise<string[]> {
    const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
    return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? "fatal"}: ${message}`);
}

describe("the repository's lint", () => {
    for (const [file, module, reason] of forbiddenModules) {
        it(`refuses ${module} in ${file}, however it is imported`, async () => {
            for (const [way, write] of Object.entries(waysToImport)) {
                // Packages are named without an ending in a dynamic import too.
                const text = write(module).replace(/^(export const used = import\("@.*)\.js/, "$1");
                const complaints = await complaintsAbout(file, text);
                expect(
                    complaints.filter((complaint) => complaint.startsWith("import-x/no-restricted-paths: ")),
                    `${way} of ${module}: ${complaints.join("\n")}`,
                ).to.satisfy((refusals: string[]) => refusals.some((refusal) => refusal.endsWith(` ${reason}`)));
            }
        });
    }

    it("refuses a dynamic import that it cannot read", async () => {
        const text = 'const name = "../provider/handlers.js";\nexport const used = import(name);\n';
        expect(await complaintsAbout("components/plan.ts", text)).to.include(`no-restricted-syntax: ${readable}`);
        expect(await complaintsAbout("provider/courier.ts", text)).to.include(`no-restricted-syntax: ${readable}`);
    });

    it("refuses a module that does not resolve, which would pass every zone", async () => {
        const complaints = await complaintsAbout("components/plan.ts", 'export * from "../provider/nowhere";\n');
        expect(complaints).to.include(
            "import-x/no-unresolved: Unable to resolve path to module '../provider/nowhere'.",
        );
    });

    it("refuses a package that users would not get", async () => {
        expect(await complaintsAbout("cli/arguments.ts", 'export * from "mocha";\n')).to.include(
            "import-x/no-extraneous-dependencies: 'mocha' should be listed in the project's dependencies, not devDependencies.",
        );
    });

    for (const time of otherTimes) {
        it(`refuses ${time} in the provider, outside its clock`, async () => {
            const text = `export const used: unknown = ${time};\n`;
            const refusals = (await complaintsAbout("provider/waiting/wait.ts", text)).filter((complaint) =>
                complaint.endsWith(clockOnly),
            );
            expect(refusals).to.have.length(1);
            expect((await complaintsAbout("provider/waiting/clock.ts", text)).join()).not.to.include(clockOnly);
        });
    }

    it("refuses timers by import in the provider", async () => {
        const text = 'export * from "node:timers/promises";\n';
        expect((await complaintsAbout("provider/waiting/wait.ts", text)).join()).to.include(clockOnly);
    });

    it("allows what the design allows", async () => {
        const allowed = {
            "components/plan.ts": "../provider/borderRouter/resource",
            "components/rules.ts": "../provider/rules",
            "provider/borderRouter/handler.ts": "../clouds/connect",
            "simulator/world/world.ts": "./clock",
            "cli/arguments.ts": "../simulator/server",
            "cli/wait/goals.ts": "../../provider/waiting/wait",
        };
        for (const [file, module] of Object.entries(allowed)) {
            expect(await complaintsAbout(file, `export * from "${module}";\n`), file).to.deep.equal([]);
        }
    });
});
