import type { ActionInput } from "../../action";
import { pageOf, type Page } from "../pages";
import { clientError, optionalNumber, optionalText } from "../input";

const mostResults = 100;

/** `maxResults` and `nextToken` of every list of Direct Connect: "a value larger than 100" gives 100, as the API reference says. */
export function pageAskedFor<Item>(
    action: string,
    input: ActionInput,
    items: readonly Item[],
    idOf: (item: Item) => string,
): Page<Item> {
    const size = optionalNumber(input, "maxResults") ?? mostResults;
    if (size < 1) {
        throw clientError(`maxResults ${size} is not valid: it must be between 1 and ${mostResults}.`);
    }
    const page = pageOf(action, items, idOf, Math.min(size, mostResults), optionalText(input, "nextToken"));
    if (page === undefined) {
        throw clientError("The specified nextToken is invalid.");
    }
    return page;
}
