import { waitFor, WaitTimedOut, type WaitOptions } from "./wait";

/** As `waitFor`; but once the time is over, what was seen last will do. */
export async function waitAtMost<State extends string, Value>(options: WaitOptions<State, Value>): Promise<Value> {
    const seen: Value[] = [];
    const look: WaitOptions<State, Value>["look"] = async () => {
        const looked = await options.look();
        seen.push(looked.value);
        return looked;
    };
    try {
        return await waitFor({ ...options, look });
    } catch (error) {
        if (error instanceof WaitTimedOut && seen.length > 0) {
            return seen[seen.length - 1] as Value;
        }
        throw error;
    }
}
