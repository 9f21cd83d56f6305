import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import type { Clouds } from "../clouds/clouds";
import { CloudCallError } from "../clouds/errors";
import type { HandlerContext } from "../handler";
import { lookUpHostedConnection } from "../hostedConnectionAcceptance/find";
import { findSubscription } from "./subscription";

/** Whose connection it is: `vbrId` is not in the state of earlier versions. */
type Belonging = ExpectedAccounts & { vbrId?: string };

/** Deletes the connection. That ends AWS's port hours, and leaves the partner's service as it is (DeleteConnection). */
export async function releaseHostedConnection(
    connectionId: string,
    { vbrId, ...expected }: Belonging,
    context: HandlerContext,
): Promise<void> {
    const { clouds, reporter } = context;
    // In another account nothing is there: that must not pass for deleted.
    await requireExpectedAccounts(expected, clouds);
    try {
        await clouds.aws.deleteConnection(connectionId);
    } catch (error) {
        if (error instanceof CloudCallError && error.message.includes("Could not find Connection")) {
            return;
        }
        // An earlier try may have taken effect, its answer lost: the next one is then refused.
        const left = await lookUpHostedConnection(connectionId, clouds.aws);
        if (left !== undefined && left.connectionState !== "deleting") {
            throw error;
        }
    }
    const { isOver, end } = await findSubscription(vbrId, context);
    reporter.warn(
        `Hosted connection ${connectionId} is deleted. The subscription at Alibaba Cloud ${isOver ? "ended on" : "runs until"} ${end}; only its support can issue the connection again.`,
    );
}

/** Which connections a destroy has spoken of: the acceptance's resource does, and the VBR's, which sees too what no state knows of. */
const toldOf = new WeakMap<Clouds, Set<string>>();

/** Says, once, of an acceptance that is being destroyed what it leaves, unless the connection went before it. */
export async function sayWhatStays(
    connectionId: string,
    { made, vbrId, ...expected }: Belonging & { made?: boolean },
    context: HandlerContext,
): Promise<void> {
    const { clouds, reporter } = context;
    await requireExpectedAccounts(expected, clouds);
    const told = toldOf.get(clouds) ?? new Set();
    if (told.has(connectionId)) {
        return;
    }
    toldOf.set(clouds, told.add(connectionId));
    const connection = await lookUpHostedConnection(connectionId, clouds.aws);
    // One that was never accepted costs nothing.
    if (connection === undefined || ["ordering", "deleting"].includes(connection.connectionState)) {
        return;
    }
    const whose = made === true ? "" : ", since it was accepted before and only adopted";
    const { isOver, end } = await findSubscription(vbrId, context);
    const subscription = isOver
        ? `. The subscription at Alibaba Cloud ended on ${end}`
        : `, as does the subscription at Alibaba Cloud until ${end}`;
    reporter.warn(
        `Hosted connection ${connectionId} stays${whose}: its AWS port hours go on${subscription}. ` +
            `Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.`,
    );
}
