import { AsyncLocalStorage } from "node:async_hooks";

import { CloudCallError } from "../clouds/errors";
import { OutOfTime, type Clock } from "./clock";
import { currentLimit } from "./timeLimit";

/** What a cloud has answered to one question, or is about to. */
interface Reading<Answer = unknown> {
    /** Infinity until it is asked for; later ones have higher numbers. */
    number: number;
    /** Milliseconds since the epoch; until then, when it was wanted. */
    askedAt: number;
    answer: Promise<Answer>;
    /** The highest number when it was answered; Infinity until then. */
    answeredAfter: number;
}

/** Older ones are of no use to anybody: no wait looks less often. */
const longestUseMilliseconds = 60_000;

/** Of a question before the next one. */
const longestTurnMilliseconds = 1000;

const looking = new AsyncLocalStorage<WaitReads>();
let readingsSoFar = 0;

/** What one wait has read. */
export class WaitReads {
    /** Of what was asked for up to this reading nothing is taken: it may be older than the wait, than what that one has written, or than what it knows. */
    private knownUpTo = readingsSoFar;
    private oldestAskedAt = Infinity;

    /** Runs a look of the wait; `ageMilliseconds`: how long ago the oldest of what it has seen was asked for. */
    async look<Result>(
        clock: Clock,
        look: () => Promise<Result>,
    ): Promise<{ result: Result; ageMilliseconds: number }> {
        const beganAt = clock.now();
        this.oldestAskedAt = beganAt;
        const result = await looking.run(this, look);
        return { result, ageMilliseconds: beganAt - this.oldestAskedAt };
    }

    canUse({ number }: Reading): boolean {
        return number > this.knownUpTo;
    }

    /** What is read after this answer may not be older than it. */
    uses({ askedAt, answeredAfter }: Reading): void {
        this.knownUpTo = Math.max(this.knownUpTo, answeredAfter);
        this.oldestAskedAt = Math.min(this.oldestAskedAt, askedAt);
    }

    hasWritten(): void {
        this.knownUpTo = readingsSoFar;
    }
}

/**
 * Lets the waits of a process share what they read of one cloud: a look takes the newest answer, unless its wait has seen that one already, or has written
 * since it was asked for; then it asks. So many waits together ask as often as the one that looks most often, and none learns of a change later than by
 * itself: its next look is due a pause after the answer that it took was asked for. What is no part of a look shares nothing.
 */
export class SharedReads {
    private readonly newest = new Map<string, Reading>();

    constructor(private readonly clock: Clock) {}

    async read<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
        const reads = looking.getStore();
        if (reads === undefined) {
            return ask();
        }
        const known = this.newest.get(question) as Reading<Answer> | undefined;
        if (known !== undefined && reads.canUse(known)) {
            try {
                const answer = await this.inTime(known.answer);
                reads.uses(known);
                return answer;
            } catch (error) {
                // Of another wait's limit this one knows nothing, and its own is for the call to speak of.
                if (error instanceof CloudCallError) {
                    throw error;
                }
            }
        }
        const own = this.ask(question, ask);
        const answer = await own.answer;
        reads.uses(own);
        return answer;
    }

    /** Whether this is part of a look: then one question for what all waits want to know is better than one for each. */
    isLooking(): boolean {
        return looking.getStore() !== undefined;
    }

    /** What was asked for before says nothing of this write to the wait that makes it. */
    async write<Answer>(order: () => Promise<Answer>): Promise<Answer> {
        try {
            return await order();
        } finally {
            looking.getStore()?.hasWritten();
        }
    }

    /** What another wait asks for may take longer than this one has. */
    private async inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
        const answered = new AbortController();
        const milliseconds = currentLimit().endsAt - this.clock.now();
        const late = this.clock.sleep(milliseconds, answered.signal).then(() => {
            throw new OutOfTime(milliseconds);
        });
        try {
            return await Promise.race([answer, late]);
        } finally {
            answered.abort();
        }
    }

    private ask<Answer>(question: string, ask: () => Promise<Answer>): Reading<Answer> {
        const wantedAt = this.clock.now();
        // Until then, whoever wants to know the same is answered, too.
        const answer = this.turnOf(question)
            .then(() => {
                reading.number = readingsSoFar += 1;
                reading.askedAt = this.clock.now();
                return ask();
            })
            .finally(() => (reading.answeredAfter = readingsSoFar));
        const reading: Reading<Answer> = { number: Infinity, askedAt: wantedAt, answer, answeredAfter: Infinity };
        this.newest.delete(question);
        this.newest.set(question, reading);
        answer.catch(() => this.newest.get(question) === reading && this.newest.delete(question));
        this.forgetOld(wantedAt);
        return reading;
    }

    /** One question at a time: what comes up meanwhile goes together after it. It is not waited for long, since it may never be answered. */
    private async turnOf(question: string): Promise<void> {
        const ahead = this.newest.get(question);
        if (ahead === undefined || ahead.answeredAfter < Infinity) {
            return;
        }
        const answered = new AbortController();
        const late = this.clock.sleep(longestTurnMilliseconds, answered.signal);
        await Promise.race([ahead.answer, late]).catch(() => undefined);
        answered.abort();
    }

    private forgetOld(now: number): void {
        for (const [question, { askedAt }] of this.newest) {
            if (now - askedAt <= longestUseMilliseconds) {
                return;
            }
            this.newest.delete(question);
        }
    }
}
