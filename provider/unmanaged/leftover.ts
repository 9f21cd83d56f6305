import { messageOf } from "../messageOf";
import type { Reporter } from "../reporting/reporter";
import { madeForTag } from "../rules/marks";
import { adoptLine, type Adoptable } from "./adoptLine";

/** What carries our mark and is still there, though all that the state holds of its kind is deleted; and the command that deletes it. */
export interface Leftover {
    subject: string;
    argument: Adoptable;
    /** The official resource's, by which it is imported. */
    importId: string;
    command: string;
}

/**
 * At a destroy no program runs, so no hook sees an official resource whose answer was lost: a resource of ours that is deleted after it looks, and stays in
 * the state until nothing is left. A look that fails must not block a destroy for ever: it is a warning.
 */
export async function refuseLeftover(
    what: string,
    look: () => Promise<Leftover | undefined>,
    reporter: Reporter,
): Promise<void> {
    let leftover: Leftover | undefined;
    try {
        leftover = await look();
    } catch (error) {
        reporter.warn(`Whether ${what} is left that the state does not hold, nobody could see. ${messageOf(error)}`);
        return;
    }
    if (leftover !== undefined) {
        throw new Error(textOf(leftover));
    }
}

function textOf({ subject, argument, importId, command }: Leftover): string {
    return (
        `${subject} is left, and the state does not hold it: most likely an answer was lost. ` +
        `Set ${adoptLine(argument, importId)}, run pulumi up and then pulumi destroy; or delete it (${command}) and run pulumi destroy again. ` +
        `If it is to stay, take its tag ${madeForTag} away.`
    );
}
