import { CloudCallError } from "../../clouds/errors";
import { messageOf } from "../../messageOf";
import type { Unreadable } from "../facts";
import type { Read } from "./reads";

/** Reads what an ID leads to, once the ID is known; undefined: it never is, or the read failed. */
export type Attempt = <Id, Fact>(
    read: Read,
    id: Id | undefined | Promise<Id | undefined>,
    ask: (id: Id) => Promise<Fact>,
) => Promise<Fact | undefined>;

/** Reads that note what fails, so that one which may not be made hides nothing else. */
export function noteFailures(): { attempt: Attempt; unreadable: Unreadable[] } {
    const unreadable: Unreadable[] = [];
    const attempt: Attempt = async (read, id, ask) => {
        const known = await id;
        if (known === undefined) {
            return undefined;
        }
        try {
            return await ask(known);
        } catch (error) {
            note(unreadable, read, error);
            return undefined;
        }
    };
    return { attempt, unreadable };
}

/** What is read of several things is noted once. */
function note(unreadable: Unreadable[], { cloud, subject }: Read, error: unknown): void {
    if (unreadable.some((other) => other.cloud === cloud && other.subject === subject)) {
        return;
    }
    const { said, permission } =
        error instanceof CloudCallError ? error : { said: messageOf(error), permission: undefined };
    unreadable.push({ cloud, subject, says: said, permission });
}
