import { expect } from "chai";

import { CloudCallError } from "../../../provider/clouds/errors";
import { SharedReads } from "../../../provider/waiting/sharedReads";
import { waitFor, type WaitTable } from "../../../provider/waiting/wait";
import { fakeClouds } from "../../support/fakeClouds";
import { fakeContext, type FakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

type State = "coming" | "there";

const table: WaitTable<State> = {
    subject: "Thing",
    pending: { coming: { turn: "aws" } },
    otherwise: { turn: "aws" },
    target: { there: "ready" },
    onTimeout: "Ask for it.",
};

/** A cloud that has everything from a time on, in seconds since the start, and takes some turns of the event loop for an answer. */
class Cloud {
    readonly asked: string[] = [];
    readonly failures: Error[] = [];
    /** A promise that never ends lets a call hang. */
    silence: Promise<void> | undefined;

    constructor(
        readonly context: FakeContext,
        private readonly readyAtSeconds: number,
        private readonly startedAt = context.clock.now(),
    ) {}

    get seconds(): number {
        return (this.context.clock.now() - this.startedAt) / 1000;
    }

    async listThings(kind: string): Promise<State> {
        this.asked.push(`${kind} at ${this.seconds}`);
        const isReady = this.seconds >= this.readyAtSeconds;
        const silence = this.silence;
        await this.context.clock.within(30_000, () => silence ?? turns());
        const failure = this.failures.shift();
        if (failure !== undefined) {
            throw failure;
        }
        return isReady ? "there" : "coming";
    }

    async order(): Promise<void> {
        await this.context.clock.within(30_000, turns);
    }
}

type Shared = Pick<Cloud, "listThings" | "order">;

async function turns(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
    }
}

describe("the reads that waits share", () => {
    const begin = (readyAtSeconds: number): { cloud: Cloud; shared: Shared } => {
        const cloud = new Cloud(fakeContext(fakeClouds()), readyAtSeconds);
        const reads = new SharedReads(cloud.context.clock);
        return {
            cloud,
            shared: {
                listThings: (kind) => reads.read(kind, () => cloud.listThings(kind)),
                order: () => reads.write(() => cloud.order()),
            },
        };
    };
    const wait = async ({ context }: Cloud, look: () => Promise<State>, timeoutSeconds = 3600): Promise<number> => {
        const { clock, reporter } = context;
        await waitFor({
            table,
            look: async () => ({ state: await look(), value: undefined }),
            timeoutSeconds,
            clock,
            reporter,
        });
        return clock.now();
    };

    it("are asked for once where waits begin together, however many they are", async () => {
        const one = begin(100);
        await wait(one.cloud, () => one.shared.listThings("a"));
        const many = begin(100);
        await Promise.all(Array.from({ length: 50 }, () => wait(many.cloud, () => many.shared.listThings("a"))));
        expect(many.cloud.asked.length).to.be.within(one.cloud.asked.length * 0.8, one.cloud.asked.length * 1.2);
    });

    it("are asked for apart where the questions differ", async () => {
        const { cloud, shared } = begin(0);
        await Promise.all(["a", "b"].map((kind) => wait(cloud, () => shared.listThings(kind))));
        expect(cloud.asked).to.deep.equal(["a at 0", "b at 0"]);
    });

    it("follow the wait that looks most often, and no other asks beside it", async () => {
        const { cloud, shared } = begin(900);
        const old = wait(cloud, () => shared.listThings("a"));
        await cloud.context.clock.sleep(600_000);
        cloud.asked.length = 0;
        const alone = begin(300);
        await Promise.all([
            old,
            wait(cloud, () => shared.listThings("a")),
            wait(alone.cloud, () => alone.shared.listThings("a")),
        ]);
        expect(cloud.asked.length).to.be.at.most(alone.cloud.asked.length + 1);
    });

    it("are asked for together by those that begin while an answer is under way", async () => {
        const { cloud, shared } = begin(0);
        const waits: Promise<number>[] = [];
        for (let begun = 0; begun < 20; begun++) {
            waits.push(wait(cloud, () => shared.listThings("a")));
            await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(waits);
        // An answer takes five turns of the event loop.
        expect(cloud.asked.length).to.be.at.most(1 + 20 / 5);
    });

    it("do not wait long for an answer that does not come", async () => {
        const { cloud, shared } = begin(0);
        cloud.silence = new Promise(() => undefined);
        void wait(cloud, () => shared.listThings("a"));
        await new Promise((resolve) => setImmediate(resolve));
        cloud.context.clock.workHangs();
        cloud.silence = undefined;
        await wait(cloud, () => shared.listThings("a"));
        expect(cloud.asked).to.deep.equal(["a at 0", "a at 1"]);
    });

    it("tell each wait of a change as soon as its own pace would", async () => {
        for (const beginsAt of [0, 0.5, 7, 33.3, 80]) {
            const { cloud, shared } = begin(100);
            const other = wait(cloud, () => shared.listThings("a"));
            await cloud.context.clock.sleep(beginsAt * 1000);
            await wait(cloud, () => shared.listThings("a"));
            expect(cloud.seconds - 100, `begun at ${beginsAt}`).to.be.within(
                0,
                Math.max(1, (100 - beginsAt) / 10) + 0.1,
            );
            await other;
        }
    });

    it("are never older than what the wait has written", async () => {
        const { cloud, shared } = begin(0);
        const first = wait(cloud, () => shared.listThings("a"));
        await first;
        await wait(cloud, async () => {
            await shared.order();
            return shared.listThings("a");
        });
        expect(cloud.asked).to.deep.equal(["a at 0", "a at 0"]);
    });

    it("are never older than what the same look has read before", async () => {
        const { cloud, shared } = begin(0);
        const first = wait(cloud, async () => {
            await shared.listThings("b");
            return shared.listThings("a");
        });
        await wait(cloud, async () => {
            await shared.listThings("a");
            return shared.listThings("b");
        });
        await first;
        expect(cloud.asked).to.have.members(["b at 0", "a at 0", "a at 0", "b at 0"]);
    });

    it("are never older than the wait itself", async () => {
        const { cloud, shared } = begin(0);
        await wait(cloud, () => shared.listThings("a"));
        await wait(cloud, () => shared.listThings("a"));
        expect(cloud.asked).to.deep.equal(["a at 0", "a at 0"]);
    });

    it("are shared by nobody outside of a wait", async () => {
        const { cloud, shared } = begin(0);
        await Promise.all([shared.listThings("a"), shared.listThings("a")]);
        expect(cloud.asked).to.deep.equal(["a at 0", "a at 0"]);
    });

    it("fail for all that wait for them where the cloud says so", async () => {
        const { cloud, shared } = begin(0);
        const denied = new CloudCallError("things: AWS says AccessDenied: no.", "AccessDenied", { cause: undefined });
        cloud.failures.push(denied, denied);
        const errors = await Promise.all([0, 1].map(() => errorOf(wait(cloud, () => shared.listThings("a")))));
        expect(errors).to.deep.equal([denied, denied]);
        expect(cloud.asked).to.have.length(1);
    });

    it("are asked for anew by the others where the wait that asked was ended", async () => {
        const { cloud, shared } = begin(0);
        cloud.failures.push(new Error("ended"));
        const ended = errorOf(wait(cloud, () => shared.listThings("a")));
        const other = wait(cloud, () => shared.listThings("a"));
        expect((await ended).message).to.equal("ended");
        await other;
        expect(cloud.asked).to.deep.equal(["a at 0", "a at 0"]);
    });
});
