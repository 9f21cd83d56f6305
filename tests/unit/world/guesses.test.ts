import { expect } from "chai";

import { healthySettings, pairsOf, pairwiseSettings } from "../../harness/guessSettings";

const pairsIn = (settings: ReturnType<typeof healthySettings>): string[] =>
    [...new Set(settings.flatMap(pairsOf))].sort();

describe("the worlds that the end-to-end tests of the guesses run in", () => {
    it("hold every pair of answers that some world in which the link comes up holds", () => {
        expect(pairsIn(pairwiseSettings())).to.deep.equal(pairsIn(healthySettings()));
    });

    it("are few, and the same in every run", () => {
        expect(pairwiseSettings()).to.deep.equal(pairwiseSettings());
        expect(pairwiseSettings().length).to.be.below(16);
    });
});
