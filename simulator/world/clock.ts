/** Time as the simulated clouds see it. All durations of the world run on it; wire-level time (signatures, nonces) does not. */
export interface WorldClock {
    /** Simulated milliseconds since the epoch. */
    now(): number;
    /** Runs `effect` once, `seconds` of simulated time from now. */
    after(seconds: number, effect: () => void): void;
    /** Cancels everything that is still to come, so that the process can end. */
    stop(): void;
}

/** A longer one fires at once: Node.js keeps the delay in 32 bits. A subscription runs for a year. */
const longestTimerMilliseconds = 2 ** 31 - 1;

/** Follows the real clock, `speed` times as fast. */
export class ScaledClock implements WorldClock {
    private readonly startedAt = Date.now();
    private readonly timers = new Set<NodeJS.Timeout>();

    constructor(private readonly speed: number) {}

    now(): number {
        return this.startedAt + (Date.now() - this.startedAt) * this.speed;
    }

    after(seconds: number, effect: () => void): void {
        this.at(Date.now() + (seconds * 1000) / this.speed, effect);
    }

    /** Not before this clock says so: a timer of Node.js fires up to a millisecond early, which is much at a high speed. */
    private at(realMilliseconds: number, effect: () => void): void {
        const step = Math.min(realMilliseconds - Date.now(), longestTimerMilliseconds);
        const timer = setTimeout(() => {
            this.timers.delete(timer);
            if (Date.now() < realMilliseconds) {
                this.at(realMilliseconds, effect);
            } else {
                effect();
            }
        }, step);
        this.timers.add(timer);
    }

    stop(): void {
        for (const timer of this.timers) {
            clearTimeout(timer);
        }
        this.timers.clear();
    }
}

/** Stands still until `advance` is called: for tests. */
export class ManualClock implements WorldClock {
    private milliseconds = Date.UTC(2026, 0, 1);
    private queue: { at: number; order: number; effect: () => void }[] = [];
    private order = 0;

    now(): number {
        return this.milliseconds;
    }

    after(seconds: number, effect: () => void): void {
        this.queue.push({ at: this.milliseconds + seconds * 1000, order: this.order++, effect });
    }

    /** Lets `seconds` pass: everything due in them happens in order, what it schedules included. */
    advance(seconds: number): void {
        const end = this.milliseconds + seconds * 1000;
        for (;;) {
            this.queue.sort((a, b) => a.at - b.at || a.order - b.order);
            const next = this.queue.at(0);
            if (next === undefined || next.at > end) {
                break;
            }
            this.queue.shift();
            this.milliseconds = next.at;
            next.effect();
        }
        this.milliseconds = end;
    }

    stop(): void {
        this.queue = [];
    }
}
