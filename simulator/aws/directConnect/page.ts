import type { ActionInput } from "../../action";
import { pageOf, type Page } from "../pages";
import { clientError, optionalNumber, optionalText } from "../input";

const mostResults = 100;

/** `maxResults` (1 to 100) and `nextToken` of every list of Direct Connect. */
export function pageAskedFor<Item>(
    action: string,
    input: ActionInput,
    items: readonly Item[],
    idOf: (item: Item) => string,
): Page<Item> {
    const size = optionalNumber(input, "maxResults") ?? mostResults;
    if (size < 1 || size > mostResults) {
        throw clientError(`maxResults ${size} is not valid: it must be between 1 and ${mostResults}.`);
    }
    const page = pageOf(action, items, idOf, size, optionalText(input, "nextToken"));
    if (page === undefined) {
        throw clientError("The specified nextToken is invalid.");
    }
    return page;
}
