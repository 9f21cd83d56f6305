import { CloudCallError } from "../clouds/errors";
import { messageOf } from "../messageOf";
import type { Reporter } from "../reporting/reporter";
import { madeForTag } from "../rules/marks";
import { adoptLine, type Adoptable } from "./adoptLine";

/** What is still there, though all that the state holds of its kind is deleted. */
export interface Leftover {
    subject: string;
    /** How it comes into the state; undefined: it cannot be imported, or is not what the stack would make. */
    adopt?: { argument: Adoptable; id: string };
    /** What deletes it. */
    command: string;
    /** Ours by its tag, and nothing that is to be deleted waits for it. */
    tagged?: true;
}

/**
 * At a destroy no program runs, so no hook sees an official resource whose answer was lost: a resource of ours that is deleted after it looks, and stays in
 * the state until nothing is left. A look that is refused for good must not block a destroy for ever: it is a warning.
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
        if (!(error instanceof CloudCallError) || error.kind !== "lasting") {
            throw error;
        }
        reporter.warn(`Whether ${what} is left that the state does not hold, nobody could see. ${messageOf(error)}`);
        return;
    }
    if (leftover !== undefined) {
        throw new Error(textOf(leftover));
    }
}

function textOf({ subject, adopt, command, tagged }: Leftover): string {
    const adopting = adopt && `Set ${adoptLine(adopt.argument, adopt.id)}, run pulumi up and then pulumi destroy; or`;
    return [
        `${subject} is left, and the state does not hold it: most likely an answer was lost.`,
        `${adopting === undefined ? "Delete" : `${adopting} delete`} it (${command}) and run pulumi destroy again.`,
        ...(tagged ? [`If it is to stay, take its tag ${madeForTag} away.`] : []),
    ].join(" ");
}
