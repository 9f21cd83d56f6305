import { accountMismatches, type ExpectedAccounts } from "../../provider/accounts";
import { CloudCallError } from "../../provider/clouds/errors";
import type { Clouds } from "../../provider/clouds/clouds";
import { messageOf } from "../../provider/messageOf";
import { describeDuration } from "../../provider/waiting/duration";
import { WaitTimedOut, waitFor, type WaitOptions } from "../../provider/waiting/wait";
import type { AskPulumi } from "../link/pulumi";
import type { Surroundings } from "../link/surroundings";
import { goals, type Goal } from "./goals";
import type { WaitIds, WaitRequest } from "./request";
import { readLink, sourceTable, type KnownLink, type SourceState } from "./source";

/** Ready; not yet (EX_TEMPFAIL of sysexits.h: a later try may succeed); no waiting helps. */
export const exitCodes = { ready: 0, notYet: 75, fatal: 1 } as const;

export interface WaitResult extends WaitIds {
    exitCode: (typeof exitCodes)[keyof typeof exitCodes];
    /** The last one seen, and since when; undefined: none was seen. */
    state: string | undefined;
    since: string | undefined;
    message: string;
}

/** Waits, and writes nothing anywhere. */
export async function wait(request: WaitRequest, surroundings: Surroundings): Promise<WaitResult> {
    const { clock } = surroundings;
    const startedAt = clock.now();
    const last: { ids: WaitIds; state?: string; at?: number } = { ids: request.ids };
    const waitNoting = <State extends string, Value>(
        waiting: Pick<WaitOptions<State, Value>, "table" | "look" | "adviseAtTimeOut">,
    ): Promise<Value> =>
        waitFor({
            ...surroundings,
            ...waiting,
            look: async () => {
                const seen = await waiting.look();
                if (seen.state !== last.state) {
                    Object.assign(last, { state: seen.state, at: clock.now() });
                }
                return seen;
            },
            timeoutSeconds: Math.max(0, request.timeoutSeconds - (clock.now() - startedAt) / 1000),
        });
    const result = (exitCode: WaitResult["exitCode"], message: string): WaitResult => ({
        exitCode,
        state: last.state,
        since: last.at === undefined ? undefined : new Date(last.at).toISOString(),
        message,
        ...last.ids,
    });
    const goal = goals[request.goal];
    try {
        const known = await waitNoting(watchSource(request, goal, surroundings.askPulumi));
        last.ids = known.ids;
        const clouds = surroundings.connect(known.configuration);
        await requireSamePlace(known.accounts, goal, clouds);
        const waiting = goal.watch(known.ids, { clouds, clock }, request.timeoutSeconds === 0);
        await waitNoting(waiting);
        const waited = describeDuration(clock.now() - startedAt);
        return result(exitCodes.ready, `${waiting.table.subject}: ${last.state ?? ""}, after ${waited}.`);
    } catch (error) {
        return result(isTemporary(error) ? exitCodes.notYet : exitCodes.fatal, messageOf(error));
    }
}

/** Reads the stack until it holds what the goal needs; with options for all of it, there is nothing to wait for. */
function watchSource(
    request: WaitRequest,
    goal: Goal,
    askPulumi: AskPulumi,
): Pick<WaitOptions<SourceState, KnownLink>, "table" | "look"> {
    const { stack } = request;
    return {
        table: { ...sourceTable, subject: stack === undefined ? "The selected stack" : `Stack ${stack}` },
        look: async () => {
            const value = await readLink(request, goal, askPulumi);
            return value.missing === undefined
                ? { state: "complete", value }
                : { state: "not that far", detail: `it holds no ${value.missing} yet`, value };
        },
    };
}

/** A look in another account would find nothing, and wait for what is there. */
async function requireSamePlace(accounts: ExpectedAccounts, { clouds: asked }: Goal, clouds: Clouds): Promise<void> {
    const { awsAccountId, awsRegion, alibabaAccountId, alibabaRegion } = accounts;
    const problems = await accountMismatches(
        {
            ...(asked.includes("aws") && { awsAccountId, awsRegion }),
            ...(asked.includes("alibaba") && { alibabaAccountId, alibabaRegion }),
        },
        clouds,
    );
    if (problems.length > 0) {
        throw new Error(problems.join(" "));
    }
}

/** The time is over, a cloud stumbled, or credentials expired while it waited: those of the next run are new. */
function isTemporary(error: unknown): boolean {
    if (error instanceof CloudCallError) {
        return error.kind === "passing";
    }
    const expiredMeanwhile =
        error instanceof Error && error.cause instanceof CloudCallError && error.cause.kind === "expired";
    return error instanceof WaitTimedOut || expiredMeanwhile;
}
