import type { ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";

/**
 * A name or a description: "can be empty or 1 to N characters in length, and cannot start with http:// or https://";
 * undefined where it is left out. Codes and texts: the page of UpdateTransitRouterRouteEntry; that the other actions of
 * CEN answer the same is a guess.
 */
export function readText(input: ActionInput, name: string, most: number): string | undefined {
    const text = input[name];
    if (typeof text !== "string") {
        return undefined;
    }
    if (text.length > most || /^https?:\/\//.test(text)) {
        throw name.endsWith("Name")
            ? new CloudError("InvalidName", "Name is invalid.")
            : new CloudError("InvalidDescription", "Description is invalid.");
    }
    return text;
}
