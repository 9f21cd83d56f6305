import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "chai";

import type { Service } from "../../simulator/action";
import { alibabaServices, stsService as alibabaSts } from "../../simulator/alibaba/services";
import { awsServices, stsService as awsSts } from "../../simulator/aws/services";
import { actions, protocols, standIns } from "../../simulator/fidelity";
import { KeyStore } from "../../simulator/keys";
import { resourceKinds } from "../../simulator/plugins/kinds";
import { defaultGuesses } from "../../simulator/world/guesses";

const root = path.resolve(__dirname, "..", "..", "..");
const pageOfFidelity = createRequire(path.join(root, "tools", "_.js"))("./fidelity/page") as () => string;

const keys = new KeyStore();
const services: Record<string, Service> = {
    ...awsServices,
    ...alibabaServices,
    awsSts: awsSts(keys),
    alibabaSts: alibabaSts(keys),
};
const entries = [...Object.values(actions).flatMap((table) => Object.values(table)), ...Object.values(standIns)];

/** Those that the sources write out. */
function codesIn(folder: string): string[] {
    return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => readFileSync(path.join(root, folder, file), "utf8"))
        .flatMap((text) => [...text.matchAll(/new CloudError\(\s*"([^"]+)"/g)].map(([, code = ""]) => code));
}

describe("the table of fidelity", () => {
    for (const [name, service] of Object.entries(services)) {
        it(`has every action of ${name}, and no other`, () => {
            const declared = Object.keys(actions[name as keyof typeof actions]);
            expect(declared.sort()).to.deep.equal([...service.keys()].sort());
        });
    }

    it("has every service", () => {
        expect(Object.keys(actions).sort()).to.deep.equal(Object.keys(services).sort());
        expect(
            Object.values(protocols)
                .flatMap((protocol) => protocol.services)
                .sort(),
        ).to.deep.equal(Object.keys(services).sort());
    });

    it("has every stand-in, and no other", () => {
        expect(Object.keys(standIns).sort()).to.deep.equal([...resourceKinds.keys()].sort());
    });

    it("names every guess", () => {
        const named = new Set([...entries, ...Object.values(protocols)].flatMap(({ guesses = [] }) => guesses));
        expect([...named].sort()).to.deep.equal(Object.keys(defaultGuesses).sort());
    });

    it("names each error of an action once, and none that every action may answer", () => {
        for (const [service, table] of Object.entries(actions)) {
            const common = Object.values(protocols).find(({ services: own }) => own.some((each) => each === service));
            for (const [action, { errors }] of Object.entries(table)) {
                const all = [...errors, ...(common?.errors ?? [])].map(
                    ({ code, httpStatus }) => `${httpStatus} ${code}`,
                );
                expect(
                    all.filter((error, index) => all.indexOf(error) !== index),
                    `${service} ${action}`,
                ).to.deep.equal([]);
            }
        }
    });

    it("names every error code that the actions have", () => {
        const declared = [...entries, ...Object.values(protocols)]
            .flatMap(({ errors }) => errors)
            .map(({ code }) => new RegExp(`^${code.replaceAll(".", "\\.").replace("<Parameter>", "\\w+")}$`));
        const made = ["simulator/aws", "simulator/alibaba", "simulator/permissions"].flatMap(codesIn);
        expect(made).to.include("InvalidBgpGroup");
        expect([...new Set(made)].filter((code) => !declared.some((pattern) => pattern.test(code)))).to.deep.equal([]);
    });

    it("is what docs/fidelity.md shows: npm run fidelity", () => {
        expect(readFileSync(path.join(root, "docs", "fidelity.md"), "utf8")).to.equal(pageOfFidelity());
    });
});
