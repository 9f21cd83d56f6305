import { expect } from "chai";
import fc from "fast-check";

import { invoke } from "../../../provider/handlers";
import { almost, manyRuns, unknownMarker } from "../../support/randomValues";
import { kinds, secret } from "./kinds";

interface Checked {
    inputs: Record<string, unknown>;
    failures: { property: string; reason: string }[];
}

async function check(kind: string, olds: unknown, news: unknown): Promise<Checked> {
    return (await invoke(kind, "check", [olds, news])) as Checked;
}

for (const [kind, { inputs, offline = {} }] of Object.entries(kinds)) {
    describe(`the check of ${kind}, whatever its inputs are`, function () {
        this.timeout(60_000);

        it("answers with sentences about existing inputs, in which nothing is secret", async () => {
            await fc.assert(
                fc.asyncProperty(almost(inputs), almost(inputs), async (olds, given) => {
                    const news = { ...given, ...offline };
                    const checked = await check(kind, olds, news);
                    const kept = Object.keys(news).filter((name) => news[name] !== null);
                    const wrong = checked.failures.filter(
                        ({ property, reason }) =>
                            // What a change would cut is about no input alone.
                            !(Object.hasOwn(inputs, property) || property === "") ||
                            !/^\S.*\S$/s.test(reason) ||
                            reason.includes(secret),
                    );
                    expect(wrong).to.deep.equal([]);
                    return Object.keys(checked.inputs).join() === kept.join();
                }),
                manyRuns,
            );
        });

        it("has nothing against inputs that are not known yet", async () => {
            const unknown = Object.fromEntries(Object.keys(inputs).map((name) => [name, unknownMarker]));
            expect(await check(kind, unknown, unknown)).to.deep.equal({ inputs: unknown, failures: [] });
        });
    });
}
