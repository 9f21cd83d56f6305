import type { Clouds } from "../../provider/clouds/clouds";
import { fakeAlibaba } from "./fakeAlibaba";
import { fakeAws } from "./fakeAws";
import { activeState, type FakeState } from "./fakeState";
import { throwNext, type Answered, type Write } from "./writing";

export type { FakeState } from "./fakeState";
export * from "./samples";

export interface FakeClouds extends Clouds {
    state: FakeState;
    /** Every write, in order: `[method, ...arguments]`. */
    writes: unknown[][];
    /** Throws what it returns, once per entry, before a write of this name takes effect. */
    failures: Partial<Record<string, Error[]>>;
    /** The same, after the write took effect: the answer is lost. */
    lostAnswers: Partial<Record<string, Error[]>>;
}

/** Both clouds in memory, as they are once the circuit is active: tests change `state` to what they are about. */
export function fakeClouds(changes: Partial<FakeState> = {}): FakeClouds {
    const state: FakeState = { ...activeState(), ...changes };
    const writes: unknown[][] = [];
    const failures: FakeClouds["failures"] = {};
    const lostAnswers: FakeClouds["lostAnswers"] = {};
    const write: Write = (...call) => {
        writes.push(call);
        throwNext(failures[call[0]]);
    };
    const answered: Answered = (name) => throwNext(lostAnswers[name]);
    const aws = fakeAws(state, write, answered);
    return { state, writes, failures, lostAnswers, aws, alibaba: fakeAlibaba(state, write) };
}
