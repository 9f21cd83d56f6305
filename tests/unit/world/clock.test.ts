import { expect } from "chai";

import { ManualClock, ScaledClock } from "../../../simulator/world/clock";

describe("clocks of the world", () => {
    it("let everything that is due happen in order, what it schedules included", () => {
        const clock = new ManualClock();
        const start = clock.now();
        const happened: [string, number][] = [];
        const note = (what: string): void => {
            happened.push([what, (clock.now() - start) / 1000]);
        };
        clock.after(20, () => note("second"));
        clock.after(10, () => {
            note("first");
            clock.after(5, () => note("scheduled by the first"));
        });
        clock.after(31, () => note("too late"));
        clock.advance(30);
        expect(happened).to.deep.equal([
            ["first", 10],
            ["scheduled by the first", 15],
            ["second", 20],
        ]);
        expect(clock.now() - start).to.equal(30_000);
    });

    it("run faster than the real one by the speed", async () => {
        const clock = new ScaledClock(100_000);
        const start = clock.now();
        await new Promise<void>((resolve) => clock.after(1000, resolve));
        expect(clock.now() - start).to.be.at.least(1_000_000);
    });

    it("do not fire at once what is a year away: longer than Node.js's timers can", async () => {
        const clock = new ScaledClock(1);
        let fired = false;
        clock.after(366 * 24 * 3600, () => (fired = true));
        await new Promise<void>((resolve) => clock.after(0.01, resolve));
        expect(fired).to.equal(false);
        clock.stop();
    });
});
