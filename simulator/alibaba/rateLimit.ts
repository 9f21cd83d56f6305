import { CloudError } from "../world/cloudError";

/** The documented window. Whether it slides is not said (guess); refused calls do not count (guess). */
const windowMilliseconds = 60 * 1000;

/** How often each API is called by an account in a region, by the real clock. */
export class RateLimit {
    /** Of each key the last calls, as many as the window takes. */
    private readonly admitted = new Map<string, number[]>();

    /** `now` gives real milliseconds since the epoch. */
    constructor(
        private readonly mostInWindow: number,
        private readonly now: () => number,
    ) {}

    admit(api: string, accountId: string, region: string): void {
        const key = `${api} ${accountId} ${region}`;
        const now = this.now();
        const last = this.admitted.get(key) ?? [];
        this.admitted.set(key, last);
        const [oldest = now] = last;
        if (last.length >= this.mostInWindow && now - oldest < windowMilliseconds) {
            throw new CloudError("Throttling.User", "Request was denied due to user flow control.");
        }
        last.push(now);
        if (last.length > this.mostInWindow) {
            last.shift();
        }
    }
}
