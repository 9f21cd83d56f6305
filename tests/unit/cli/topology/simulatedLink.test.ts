import { expect } from "chai";

import { topologyOfFacts } from "../../../../cli/topology/run";
import { readLink } from "../../../../provider/diagnosis/read";
import { drawMermaid } from "../../../../topology/mermaid";
import { nodesOf, type Topology } from "../../../../topology/model";
import { variants } from "../../../doctor/variants/index";
import { healthyLink, settlingSeconds, type Link, type LinkOptions } from "../../../doctor/healthyLink";
import { closeWires } from "../../../faults/handlers/bench";

/** Of a simulated link that was up before it was changed. */
async function topologyAfter(
    change: ((link: Link) => unknown) | undefined,
    options: LinkOptions = {},
): Promise<Topology> {
    const link = await healthyLink(options);
    const { bench, ids, world } = link;
    try {
        change?.(link);
        world.changed();
        await bench.pass(settlingSeconds);
        const facts = await readLink(ids, bench.context.clouds);
        return topologyOfFacts(facts, bench.context.clock.now(), undefined);
    } finally {
        bench.close();
    }
}

describe("the drawing of a link as the clouds show it", () => {
    after(closeWires);

    for (const { what, changes, ...options } of variants) {
        it(`shows everything good: ${what}`, async () => {
            const topology = await topologyAfter(changes, options);
            expect(topology).to.include({ state: "good", verdict: "BGP is up" });
            const parts = [...nodesOf(topology), ...topology.links];
            expect(parts.filter(({ state }) => state !== "good").map(({ part }) => part)).to.deep.equal([]);
        });
    }

    it("tells no key, whether or not both are equal", async () => {
        for (const change of [undefined, ({ group }: Link) => (group.authKey += " ")]) {
            expect(drawMermaid(await topologyAfter(change))).not.to.include("a-key-of-both-sides");
        }
    });
});
