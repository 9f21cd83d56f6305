import { CloudError } from "../world/cloudError";

/** The documented window. Whether it slides is not said (guess); refused calls do not count (guess). */
const windowMilliseconds = 60 * 1000;

/** How often each API is called by an account in a region, by the real clock. */
export class RateLimit {
    private readonly admitted = new Map<string, number[]>();

    /** `now` gives real milliseconds since the epoch. */
    constructor(
        private readonly mostInWindow: number,
        private readonly now: () => number,
    ) {}

    admit(api: string, accountId: string, region: string): void {
        const key = `${api} ${accountId} ${region}`;
        const now = this.now();
        const recent = (this.admitted.get(key) ?? []).filter((at) => now - at < windowMilliseconds);
        this.admitted.set(key, recent);
        if (recent.length >= this.mostInWindow) {
            throw new CloudError("Throttling.User", "Request was denied due to user flow control.");
        }
        recent.push(now);
    }
}
