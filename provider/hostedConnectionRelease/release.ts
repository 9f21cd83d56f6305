import type { HandlerContext } from "../handler";
import { CloudCallError } from "../clouds/errors";

/** What becomes of an accepted connection on destroy. By default it stays, because deleting it does not end the subscription. */
export async function releaseHostedConnection(
    connectionId: string,
    { made, onDestroy }: { made?: boolean; onDestroy?: "keep" | "delete" },
    { clouds, reporter }: HandlerContext,
): Promise<void> {
    if (made !== true || onDestroy !== "delete") {
        reporter.warn(
            `Hosted connection ${connectionId} stays: its AWS port hours go on, as does the subscription at Alibaba Cloud until its end. ` +
                `Delete it in the AWS console, or set onDestroy.hostedConnection to "delete" before pulumi destroy.`,
        );
        return;
    }
    try {
        await clouds.aws.deleteConnection(connectionId);
        reporter.warn(
            `Hosted connection ${connectionId} is deleted. The subscription at Alibaba Cloud runs until its end; only its support can issue the connection again.`,
        );
    } catch (error) {
        if (!(error instanceof CloudCallError) || !error.message.includes("Could not find Connection")) {
            throw error;
        }
    }
}
