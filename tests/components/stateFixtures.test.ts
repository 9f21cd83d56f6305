import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "chai";

import type * as Package from "../../index";
import { invoke } from "../../provider/handlers";
import { nameOf } from "../harness/outcome";
import { root } from "../harness/project";
import { kinds, type Kind } from "../harness/serializedCourier";
import type { StateResource } from "../harness/state";
import { fixtureVersions, readState, readWorld } from "../harness/stateFixtures/fixtures";
import { argsOf, fixtureNames } from "../harness/stateFixtures/names";
import { storedOutputs } from "../harness/stateFixtures/outputs";
import { mockEngine, registrations } from "./mocks";

const ownType = "pulumi-nodejs:dynamic/multicloud:";
/** What every dynamic resource has beside its own. */
const common = ["__provider", "resourceUrn"];

/** What state in the wild rests on: breaking it fails here at once, and not only on the engine (tests/e2e/stateFixtures.test.ts). */
for (const version of fixtureVersions) {
    for (const name of fixtureNames) {
        describe(`the state of version ${version}, ${name}`, () => {
            const resources = readState(version, name).deployment.resources ?? [];
            const own = resources.filter(({ type }) => type.startsWith(ownType));
            let multicloud: typeof Package;

            before(async () => {
                await mockEngine();
                multicloud = await import("../../index.js");
                registrations.length = 0;
            });

            it("holds no other type and name than the component still makes", async () => {
                const link = new multicloud.MultiCloudConnection(
                    "link",
                    argsOf(name, readWorld(version, name).ids, resources),
                );
                await new Promise((resolve) => link.verification.apply(resolve));
                await new Promise((resolve) => link.transitRouterAttachmentId.apply(resolve));
                const made = registrations.map(identity);
                const kept = resources
                    .filter(({ type }) => !type.startsWith("pulumi:"))
                    .map(({ type, urn }) => identity({ type, name: nameOf(urn) }));
                expect(made).to.include.members(kept);
            });

            it("calls the package at an entry point that is still there", () => {
                const requireHere = createRequire(path.join(root, "_.js"));
                for (const { urn, inputs } of own) {
                    const courier = String(inputs?.__provider);
                    const [, entryPoint = ""] =
                        /"(pulumi-multicloud-connection\/[^"]*)"/.exec(courier.replaceAll("\\", "")) ?? [];
                    expect(entryPoint, urn).to.equal("pulumi-multicloud-connection/handlers");
                    expect(requireHere(entryPoint)).to.have.property("invoke").that.is.a("function");
                }
            });

            it("has no output that the handlers have lost", () => {
                for (const { type, outputs } of own) {
                    const kind = kindOf(type);
                    expect([...common, ...(storedOutputs[kind] ?? [])], kind).to.include.members(
                        Object.keys(outputs ?? {}),
                    );
                }
            });

            it("differs in nothing from the inputs that it was made with, but where it is not finished", async () => {
                for (const { id, type, outputs, inputs, urn } of own) {
                    const difference = await invoke(kindOf(type), "diff", [id, opened(outputs), opened(inputs)]);
                    const unfinished = name === "half-created" && nameOf(urn) === "link-circuit";
                    expect(difference, urn).to.deep.equal({ changes: unfinished, replaces: [] });
                }
            });
        });
    }
}

function kindOf(type: string): Kind {
    const kind = kinds.find((each) => type === ownType + each);
    if (kind === undefined) {
        throw new Error(`${type} is no kind of this version.`);
    }
    return kind;
}

function identity({ type, name }: { type: string; name: string }): string {
    return `${type} ${name}`;
}

/** The engine hands secrets over in plain text; the same for all will do. */
function opened(values: StateResource["outputs"]): unknown {
    return JSON.parse(
        JSON.stringify(values, (_key, value: unknown) =>
            typeof value === "object" && value !== null && "ciphertext" in value ? "a-secret" : value,
        ),
    );
}
