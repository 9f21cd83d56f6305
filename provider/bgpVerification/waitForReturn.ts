import type { HandlerContext } from "../handler";
import { waitAtMost } from "../waiting/waitAtMost";
import { isKeptDown } from "./causes";
import { findEnds, viewOf, type EndIds, type Ends } from "./find";
import { bgpBack, type ReturnState } from "./status";
import { isUp, saidBy } from "./watch";

/**
 * Both ends of a session that was up, once it is up again, or stays down: what this `up` or a person has just mended takes its time to come back, and what
 * something keeps down is not waited for.
 */
export function waitForReturn(
    ids: EndIds,
    timeoutSeconds: number,
    { clouds, clock, reporter, signal }: HandlerContext,
): Promise<Ends> {
    return waitAtMost<ReturnState, Ends>({
        table: bgpBack,
        look: async () => {
            const value = await findEnds(ids, clouds);
            return { state: stateOf(ids, value, clock.now()), value };
        },
        timeoutSeconds,
        clock,
        reporter,
        signal,
    });
}

function stateOf(ids: EndIds, ends: Ends, now: number): ReturnState {
    const view = viewOf(ends);
    if (isUp(view)) {
        return "up";
    }
    return isKeptDown(ids, ends, now) ? "kept down" : saidBy(view);
}
