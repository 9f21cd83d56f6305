import type { Simulator } from "../../simulator/server";
import { ScaledClock } from "../../simulator/world/clock";

/** A duration that ends when the test says so. */
export const held = 7 * 24 * 3600 + 1;

/** Follows the real clock, ten minutes in a second, but for what takes exactly as long as `held`. */
export class HeldClock extends ScaledClock {
    private effects: (() => void)[] = [];

    constructor() {
        super(600);
    }

    override after(seconds: number, effect: () => void): void {
        if (seconds === held) {
            this.effects.push(effect);
        } else {
            super.after(seconds, effect);
        }
    }

    /** Everything that was held until now happens. */
    release(): void {
        this.effects.splice(0).forEach((effect) => {
            effect();
        });
    }
}

/** Lets happen what the clock holds once the VBR was looked for so often: by then an `up` waits for it, however slow the machine is. */
export function releaseAfterLooks({ world }: Simulator, clock: HeldClock, count = 8): void {
    let looks = 0;
    world.watchers.add({
        done: ({ action }) => {
            looks += action === "DescribeVirtualBorderRouters" ? 1 : 0;
            if (looks >= count) {
                clock.release();
            }
        },
    });
}
