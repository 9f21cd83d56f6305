import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import type { Clouds, HostedConnection } from "../clouds/clouds";
import type { Difference, HandlerContext } from "../handler";
import { isAnother } from "../unknown";
import { lookUpHostedConnection } from "./find";

/** Changes in place only until it is ready: an update would make the VIF preview as a replacement. Filters and limits are in no diff. */
export function differenceOfAcceptance(
    id: string,
    olds: { vbrId: string; ready: boolean },
    news: { vbrId: string; connectionId?: string },
): Difference {
    const replaces = [
        ...(news.vbrId === olds.vbrId ? [] : ["vbrId"]),
        ...(isAnother(news.connectionId, id) ? ["connectionId"] : []),
    ];
    return { changes: replaces.length > 0 || !olds.ready, replaces };
}

/** The connection of a resource; undefined: it is gone, and not only looked for in another account. */
export async function readHostedConnection(
    connectionId: string,
    expected: ExpectedAccounts,
    clouds: Clouds,
): Promise<HostedConnection | undefined> {
    const connection = await lookUpHostedConnection(connectionId, clouds.aws);
    if (connection === undefined) {
        await requireExpectedAccounts(expected, clouds);
    }
    return connection;
}

/** The same, of an acceptance: what a refresh then takes out of the state, no `up` can make again. */
export async function readAcceptedConnection(
    connectionId: string,
    expected: ExpectedAccounts,
    { clouds, reporter }: HandlerContext,
): Promise<HostedConnection | undefined> {
    const connection = await readHostedConnection(connectionId, expected, clouds);
    if (connection === undefined) {
        reporter.warn(
            `Hosted connection ${connectionId} is gone, and only Alibaba Cloud can issue it again: ask its support. Until it has, pulumi up cannot mend the link.`,
        );
    }
    return connection;
}
