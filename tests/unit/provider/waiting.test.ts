import { expect } from "chai";

import { CloudCallError, describeCloudError } from "../../../provider/clouds/errors";
import { passesAtAws } from "../../../provider/clouds/passing";
import { retrying } from "../../../provider/clouds/retrying";
import { systemClock } from "../../../provider/waiting/clock";
import { describeDuration } from "../../../provider/waiting/duration";
import { nextLookMilliseconds } from "../../../provider/waiting/pace";
import { Interruption, WaitEnded, waitFor, type Look, type WaitTable } from "../../../provider/waiting/wait";
import { fakeClouds } from "../../support/fakeClouds";
import { fakeContext, type FakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

type State = "coming" | "there" | "limping" | "broken" | "surprising";

const table: WaitTable<State> = {
    subject: "Thing",
    stage: "thing",
    pending: { coming: { turn: "aws", to: "bring it" } },
    otherwise: { turn: "alibaba" },
    target: { there: "ready" },
    warn: { limping: "it limps" },
    fatal: { broken: "Mend it." },
    onTimeout: "Ask for it.",
};

const throttled = new CloudCallError("things: AWS says Throttling: slow down.", "Throttling", {
    cause: undefined,
    kind: "passing",
});
const expired = new CloudCallError("things: The AWS credentials have expired: renew them.", "ExpiredToken", {
    cause: undefined,
    kind: "expired",
});
const denied = new CloudCallError("things: AWS says AccessDenied: no.", "AccessDenied", { cause: undefined });

/** Waits over these sights, the last of which stays. */
function waitOver(
    sights: (State | Error | Look<State, string>)[],
    timeoutSeconds = 60,
): { wait: Promise<string>; context: FakeContext; looksAt: number[] } {
    const context = fakeContext(fakeClouds());
    const startedAt = context.clock.now();
    const looksAt: number[] = [];
    const rest = [...sights];
    const look = (): Promise<Look<State, string>> => {
        looksAt.push(context.clock.now() - startedAt);
        const sight = (rest.length > 1 ? rest.shift() : rest[0]) ?? "there";
        if (sight instanceof Error) {
            return Promise.reject(sight);
        }
        return Promise.resolve(typeof sight === "string" ? { state: sight, value: `a thing ${sight}` } : sight);
    };
    const { clock, reporter } = context;
    return { wait: waitFor({ table, look, timeoutSeconds, clock, reporter }), context, looksAt };
}

describe("a wait", () => {
    it("ends at a target state with what was seen, and reports each look before it, and in the end how long it took", async () => {
        const { wait, context } = waitOver(["coming", "coming", "there"]);
        expect(await wait).to.equal("a thing there");
        expect(context.lines).to.deep.equal([
            ["progress", "waiting for AWS to bring it | thing: coming | 0s of 1m"],
            ["progress", "waiting for AWS to bring it | thing: coming | 1s of 1m"],
            ["progress", "thing: ready after 2s"],
        ]);
    });

    it("that needs no waiting reports nothing", async () => {
        const { wait, context } = waitOver(["there"]);
        expect(await wait).to.equal("a thing there");
        expect(context.lines).to.deep.equal([]);
    });

    it("ends well with a warning where the table warns", async () => {
        const { wait, context } = waitOver(["limping"]);
        expect(await wait).to.equal("a thing limping");
        expect(context.lines).to.deep.equal([["warn", 'Thing is "limping": it limps']]);
        const later = waitOver(["coming", "limping"]);
        await later.wait;
        expect(later.context.lines.at(-1)).to.deep.equal(["progress", "thing: limping after 1s"]);
    });

    it("ends at once at a fatal state, with the fix", async () => {
        const { wait, looksAt } = waitOver(["broken"]);
        expect((await errorOf(wait)).message).to.equal('Thing is "broken". Mend it.');
        expect(looksAt).to.deep.equal([0]);
    });

    it("goes on through a state that no list names, and shows it, with whose turn it is otherwise", async () => {
        const { wait, context } = waitOver(["surprising", "there"]);
        expect(await wait).to.equal("a thing there");
        expect(context.lines[0]).to.deep.equal([
            "progress",
            "waiting for Alibaba Cloud | thing: surprising | 0s of 1m",
        ]);
    });

    it("goes on through a state that is called like a member of every object", async () => {
        for (const state of ["constructor", "toString", "__proto__"] as string[] as State[]) {
            const { wait, context } = waitOver([state, "there"]);
            expect(await wait).to.equal("a thing there");
            expect(context.lines[0]).to.deep.equal([
                "progress",
                `waiting for Alibaba Cloud | thing: ${state} | 0s of 1m`,
            ]);
        }
    });

    it("shows what the look knows, also at the time-out", async () => {
        const { wait, context } = waitOver([{ state: "coming", value: "", detail: "two could be it" }], 1);
        expect((await errorOf(wait)).message).to.equal(
            'Thing: still "coming" after 1s (for the last 1s). two could be it. Ask for it.',
        );
        expect(context.lines[0]).to.deep.equal([
            "progress",
            "waiting for AWS to bring it | thing: coming | 0s of 1s | two could be it",
        ]);
    });

    it("says at its limit what it saw last, for how long, and what to do", async () => {
        const { wait, looksAt } = waitOver(["surprising", "surprising", "coming"], 60);
        expect((await errorOf(wait)).message).to.match(
            /^Thing: still "coming" after 1m \(for the last 58s\)\. Ask for it\.$/,
        );
        expect(looksAt.at(-1)).to.be.closeTo(60_000, 1);
    });

    it("looks slower and slower while it is throttled, and at its own pace again after a success", async () => {
        const { wait, context, looksAt } = waitOver([
            "coming",
            throttled,
            throttled,
            throttled,
            "coming",
            "coming",
            "there",
        ]);
        expect(await wait).to.equal("a thing there");
        const pauses = looksAt.slice(1).map((at, index) => (at - (looksAt[index] ?? 0)) / 1000);
        const expected = [1, 2, 4, 8, 1.5, 1.65];
        pauses.forEach((pause, index) => {
            expect(pause).to.be.within((expected[index] ?? 0) * 0.9, (expected[index] ?? 0) * 1.02);
        });
        expect(context.lines[1]).to.deep.equal([
            "progress",
            "waiting for AWS to bring it | thing: coming | 1s of 1m | things: AWS says Throttling: slow down.",
        ]);
    });

    it("names a hindrance that lasted until its limit", async () => {
        const { wait, context } = waitOver([throttled], 5);
        expect((await errorOf(wait)).message).to.equal(
            "Thing: not seen within 5s. The last look failed: things: AWS says Throttling: slow down. Run the same command again; it goes on where it stopped.",
        );
        expect(context.lines[0]?.[1]).to.equal(
            "waiting for Alibaba Cloud | thing: not seen yet | 0s of 5s | things: AWS says Throttling: slow down.",
        );
        expect((await errorOf(waitOver(["coming", throttled], 5).wait)).message).to.equal(
            'Thing: still "coming" after 5s (for the last 5s). The last look failed: things: AWS says Throttling: slow down. Ask for it.',
        );
    });

    it("ends with expired credentials like a time-out, with the last state", async () => {
        const { wait } = waitOver(["coming", expired]);
        expect((await errorOf(wait)).message).to.equal(
            'Thing: still "coming" (for the last 1s) when the wait had to end. things: The AWS credentials have expired: renew them.',
        );
    });

    it("ends at once with an error that lasts, and with one that is no cloud's", async () => {
        expect(await errorOf(waitOver(["coming", denied]).wait)).to.equal(denied);
        const defect = new TypeError("x is not a function");
        expect(await errorOf(waitOver([defect]).wait)).to.equal(defect);
    });

    it("ends when the engine is interrupted, after the look that is under way: with its last state, how long, and what to do", async () => {
        const controller = new AbortController();
        const context = fakeContext(fakeClouds());
        let looks = 0;
        const wait = waitFor<State, string>({
            table,
            look: () => {
                looks += 1;
                if (looks === 3) {
                    controller.abort(new Interruption());
                }
                return Promise.resolve({ state: "coming", value: "" });
            },
            timeoutSeconds: 3600,
            ...context,
            signal: controller.signal,
        });
        const error = await errorOf(wait);
        expect(error).to.be.instanceOf(WaitEnded);
        expect(error.message).to.equal(
            'Thing: still "coming" (for the last 2s) when the wait had to end. Pulumi was interrupted: run the same command again; it goes on where it stopped.',
        );
        expect(looks).to.equal(3);
    });

    it("that is interrupted before anything was seen says so", async () => {
        const controller = new AbortController();
        controller.abort(new Interruption());
        const { clock, reporter } = fakeContext(fakeClouds());
        const look = (): Promise<never> => Promise.reject(throttled);
        const wait = waitFor<State, never>({
            table,
            look,
            timeoutSeconds: 3600,
            clock,
            reporter,
            signal: controller.signal,
        });
        expect((await errorOf(wait)).message).to.equal(
            "Thing: not seen yet when the wait had to end. Pulumi was interrupted: run the same command again; it goes on where it stopped.",
        );
    });

    it("ends when it is aborted for another reason, with the reason", async () => {
        const controller = new AbortController();
        const looks: string[] = [];
        const wait = waitFor<State, string>({
            table,
            look: () => {
                looks.push("look");
                controller.abort(new Error("the other side has failed"));
                return Promise.resolve({ state: "coming", value: "" });
            },
            timeoutSeconds: 3600,
            clock: systemClock,
            reporter: fakeContext(fakeClouds()).reporter,
            signal: controller.signal,
        });
        expect((await errorOf(wait)).message).to.equal("the other side has failed");
        expect(looks).to.deep.equal(["look"]);
    });
});

describe("a wait whose looks get no answer", () => {
    it("ends at its limit, in the middle of a look", async () => {
        const context = fakeContext(fakeClouds());
        const startedAt = context.clock.now();
        const look = async (): Promise<never> => {
            try {
                return await retrying(() => silent(context), passesAtAws, context.clock);
            } catch (error) {
                throw describeCloudError("AWS", "things", error, passesAtAws);
            }
        };
        const { message } = await errorOf(waitFor({ table, look, timeoutSeconds: 70, ...context }));
        expect(message).to.equal(
            "Thing: not seen within 1m 10s. The last look failed: things: AWS has not answered within 9s. Run the same command again; it goes on where it stopped.",
        );
        expect(context.clock.now() - startedAt).to.equal(70_000);
    });

    it("makes a last one of five seconds where the limit ends a pause", async () => {
        const context = fakeContext(fakeClouds());
        let looks = 0;
        const look = (): Promise<Look<State, string>> =>
            looks++ === 0
                ? Promise.resolve({ state: "coming", value: "" })
                : retrying(() => silent(context), passesAtAws, context.clock).catch((error: unknown) => {
                      throw describeCloudError("AWS", "things", error, passesAtAws);
                  });
        const startedAt = context.clock.now();
        await errorOf(waitFor({ table, look, timeoutSeconds: 0.5, ...context }));
        expect(context.clock.now() - startedAt).to.equal(5500);
    });

    function silent({ clock }: FakeContext): Promise<never> {
        clock.workHangs();
        return new Promise(() => undefined);
    }
});

describe("the pace", () => {
    const exactly = (waited: number, failedLooks = 0): number => nextLookMilliseconds(waited, failedLooks, () => 0);

    it("is a tenth of the time waited, at least a second and at most 30 seconds", () => {
        expect([0, 9_999, 10_000, 60_000, 299_999, 300_000, 86_400_000].map((waited) => exactly(waited))).to.deep.equal(
            [1000, 1000, 1000, 6000, 29_999.9, 30_000, 30_000],
        );
    });

    it("is never shortened by more than a twentieth, nor ever lengthened", () => {
        expect(nextLookMilliseconds(60_000, 0, () => 1)).to.equal(5700);
        expect(nextLookMilliseconds(60_000, 0, () => 0.5)).to.equal(5850);
    });

    it("doubles with each failed look, up to a minute", () => {
        expect([0, 1, 2, 3, 9].map((failed) => exactly(60_000, failed))).to.deep.equal([
            6000, 12_000, 24_000, 48_000, 60_000,
        ]);
    });
});

describe("a duration", () => {
    it("is told in its two largest units", () => {
        expect([0, 400, 12_000, 60_000, 2_700_000, 5_400_000, 3_661_000].map(describeDuration)).to.deep.equal([
            "0s",
            "0s",
            "12s",
            "1m",
            "45m",
            "1h 30m",
            "1h 1m",
        ]);
    });
});

describe("the system's clock", () => {
    it("wakes a sleeper that is aborted, and refuses one that is aborted before", async () => {
        const controller = new AbortController();
        const sleeping = systemClock.sleep(3_600_000, controller.signal);
        controller.abort(new Error("enough"));
        expect((await errorOf(sleeping)).message).to.equal("enough");
        expect((await errorOf(systemClock.sleep(3_600_000, controller.signal))).message).to.equal("enough");
        await systemClock.sleep(0, new AbortController().signal);
    });
});
