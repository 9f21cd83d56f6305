import { expect } from "chai";

import { caseOfCause, caseOfPair } from "../../doctor/cases";
import { canBeAtOnce, everyPairOf, nameOfPair, pairsOf } from "../../doctor/pairs";
import type { Setup } from "../../doctor/setup";
import { setups } from "../../doctor/setups/index";
import { closeWires } from "../../faults/handlers/bench";

function setupOf(cause: Setup["cause"]): Setup {
    const found = setups.find((setup) => setup.cause === cause);
    if (found === undefined) {
        throw new Error(`nothing sets ${cause} up`);
    }
    return found;
}

describe("the proof of the doctor", () => {
    after(closeWires);

    it("fails for a cause whose rule is taken out, and names it", async () => {
        const { run } = caseOfCause(setupOf("vlans-differ"));
        expect(await run()).to.equal(undefined);
        expect(await run("vlans-differ")).to.match(/^is not named first: /);
    });

    it("fails for a pair of which one rule is taken out, and names it", async () => {
        const { run } = caseOfPair([setupOf("vlans-differ"), setupOf("publishing-off")]);
        expect(await run()).to.equal(undefined);
        expect(await run("publishing-off")).to.match(/^publishing-off not named: vlans-differ: /);
    });

    it("fails for a set-up that breaks nothing", async () => {
        const { run } = caseOfCause({ ...setupOf("vlans-differ"), breaks: () => undefined });
        expect(await run()).to.equal(
            "the set-up does not do what it says: no packet passes between the two ends of the session",
        );
    });

    it("fails for a set-up whose symptom a healthy link has", async () => {
        const shows = { what: "anything", isSo: () => true };
        const { run } = caseOfCause({ ...setupOf("vlans-differ"), shows });
        expect(await run()).to.equal("on the healthy link already anything");
    });
});

describe("the pairs of causes", () => {
    const names = (seed: number): string[] => pairsOf(setups, seed).map(nameOfPair);

    it("are those of causes of which neither changes what the other one needs", () => {
        const [vlan, noVif, keys] = [setupOf("vlans-differ"), setupOf("no-virtual-interface"), setupOf("keys-differ")];
        expect(canBeAtOnce(vlan, keys)).to.equal(true);
        expect(canBeAtOnce(noVif, keys)).to.equal(false);
        expect(canBeAtOnce(keys, noVif)).to.equal(false);
        expect(canBeAtOnce(setupOf("aws-maintenance"), vlan)).to.equal(false);
    });

    it("are the same for the same seed, others for another one, and never the same two causes twice", () => {
        expect(names(1)).to.deep.equal(names(1));
        expect(names(1)).not.to.deep.equal(names(2));
        expect(new Set(names(1)).size).to.equal(names(1).length);
    });

    it("have every cause in them that can be with any other", () => {
        const inSome = new Set(everyPairOf(setups).flatMap((pair) => pair.map(({ cause }) => cause)));
        expect(new Set(pairsOf(setups, 1).flatMap((pair) => pair.map(({ cause }) => cause)))).to.deep.equal(inSome);
    });
});
