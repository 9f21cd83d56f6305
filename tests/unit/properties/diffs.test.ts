import { expect } from "chai";
import fc from "fast-check";

import { invoke } from "../../../provider/handlers";
import { almost, anyValue, manyRuns } from "../../support/randomValues";
import { kinds, settings } from "./kinds";

interface Difference {
    changes: boolean;
    replaces: string[];
}

async function diff(kind: string, id: string, olds: object, news: object): Promise<Difference> {
    return (await invoke(kind, "diff", [id, olds, news])) as Difference;
}

/** The same values, the members of each object in another order. */
function turned(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(turned);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(
              Object.entries(value)
                  .reverse()
                  .map(([name, entry]) => [name, turned(entry)]),
          )
        : value;
}

for (const [kind, { inputs, required, identities, finished }] of Object.entries(kinds)) {
    describe(`the diff of ${kind}, whatever state and inputs are`, function () {
        this.timeout(60_000);

        it("replaces for its identity alone, and then calls it a change", async () => {
            const state = fc.dictionary(fc.constantFrom("ready", "bgpStatus", "key"), anyValue);
            await fc.assert(
                fc.asyncProperty(fc.string(), almost(inputs), state, almost(inputs), async (id, olds, more, news) => {
                    const { changes, replaces } = await diff(kind, id, { ...olds, ...more }, news);
                    return replaces.every((name) => identities.includes(name)) && (changes || replaces.length === 0);
                }),
                manyRuns,
            );
        });

        it("is none between equal values, in whatever order they come, and whatever the settings of the run are", async () => {
            const { timeoutSeconds } = inputs;
            const ofRun = { ...settings, ...(timeoutSeconds && { timeoutSeconds }) };
            await fc.assert(
                fc.asyncProperty(
                    fc.record(inputs, { requiredKeys: [...required] }),
                    fc.record(ofRun, { requiredKeys: [] }),
                    async (news, others) => {
                        const { id, outputs } = finished(news);
                        expect(await diff(kind, id, outputs, { ...(turned(news) as object), ...others })).to.deep.equal(
                            {
                                changes: false,
                                replaces: [],
                            },
                        );
                    },
                ),
                manyRuns,
            );
        });
    });
}
