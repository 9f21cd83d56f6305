import type { HandlerContext } from "../handler";
import { waitFor, WaitTimedOut } from "../waiting/wait";
import { isKeptDown } from "./causes";
import { findEnds, viewOf, type EndIds, type Ends } from "./find";
import { bgpBack, type ReturnState } from "./status";
import { isUp, saidBy } from "./watch";

/**
 * Both ends of a session that was up, once it is up again, or stays down: what this `up` or a person has just mended takes its time to come back, and what
 * something keeps down is not waited for.
 */
export async function waitForReturn(
    ids: EndIds,
    timeoutSeconds: number,
    { clouds, clock, reporter, signal }: HandlerContext,
): Promise<Ends> {
    const seen: Ends[] = [];
    try {
        return await waitFor<ReturnState, Ends>({
            table: bgpBack,
            look: async () => {
                const value = await findEnds(ids, clouds);
                seen.push(value);
                return { state: stateOf(ids, value, clock.now()), value };
            },
            timeoutSeconds,
            clock,
            reporter,
            signal,
        });
    } catch (error) {
        const last = seen.at(-1);
        if (!(error instanceof WaitTimedOut) || last === undefined) {
            throw error;
        }
        return last;
    }
}

function stateOf(ids: EndIds, ends: Ends, now: number): ReturnState {
    const view = viewOf(ends);
    if (isUp(view)) {
        return "up";
    }
    return isKeptDown(ids, ends, now) ? "kept down" : saidBy(view);
}
