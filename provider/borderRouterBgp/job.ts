import { createHash, scryptSync } from "node:crypto";

import type { BorderRouter } from "../clouds/clouds";
import type { HandlerContext } from "../handler";
import { required } from "../required";
import { waitFor, type WaitTable } from "../waiting/wait";
import type { BgpObjectState } from "./status";

/** What both ends must agree on. */
export interface WantedBgp {
    vbrId: string;
    peerAsn: number;
    localAsn: number;
    /** Secret. */
    authKey: string;
    /** Writes the key into a group that does not show its own. */
    replaceAuthKey?: boolean;
    peerIpAddress: string;
    enableBfd?: boolean;
    bfdMultiHop?: number;
}

/** What is known so far, so that a failure can tell whether there is something to keep. */
export interface BgpProgress {
    /** Whether this run asked a cloud to change something: an answer that was lost counts. */
    wrote: boolean;
    bgpGroupId: string;
    bgpPeerId: string;
    madeGroup: boolean;
    madePeer: boolean;
}

/** One run of create or update. */
export interface BgpJob {
    wanted: WantedBgp;
    borderRouter: BorderRouter;
    /** What differs from the state: a preview has announced it, so it is set even where that resets a session. */
    announced: ReadonlySet<keyof WantedBgp>;
    progress: BgpProgress;
    /** The limit of each wait. */
    timeoutSeconds: number;
    context: HandlerContext;
}

/** Before every write: a VBR that Alibaba Cloud owns is listed, but nothing on it may be written. */
export function aboutToWrite({ borderRouter, progress }: BgpJob, what: string): void {
    if (!borderRouter.own) {
        throw new Error(
            `VBR ${borderRouter.vbrId} belongs to another account, so it cannot be written: ${what}. Ask Alibaba Cloud to do that, then run pulumi up again.`,
        );
    }
    progress.wrote = true;
}

/** A change that nobody announced must not cut traffic. */
export async function refuseToCut(
    { wanted: { vbrId }, context, announced }: BgpJob,
    keys: readonly (keyof WantedBgp)[],
    what: string,
): Promise<void> {
    if (keys.every((key) => announced.has(key))) {
        return;
    }
    const peers = await context.clouds.alibaba.describeBgpPeers(vbrId);
    if (peers.some(({ bgpStatus }) => bgpStatus === "Established")) {
        throw new Error(
            `${what}, but a session of ${vbrId} is Established and traffic would be cut. Change it in the Alibaba Cloud console in a maintenance window, then run pulumi up again.`,
        );
    }
}

/** A write that was made again, its answer lost, may be refused though the first one took effect: what counts is whether that is there. */
export async function writeUnlessDone(write: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
    try {
        await write();
    } catch (error) {
        if (!(await isDone())) {
            throw error;
        }
    }
}

/** At most 64 ASCII characters, and the same at every try, so that the cloud itself refuses to do a thing twice. */
export function clientToken(...parts: readonly (string | number | boolean)[]): string {
    return createHash("sha256").update(parts.join(" ")).digest("hex");
}

/** Tells one key from the next and gives none away: slow, salted, and cut to 32 bits. */
export function fingerprint(authKey: string, vbrId: string): string {
    return scryptSync(authKey, vbrId, 4).toString("hex");
}

/** Typical are 5 to 20 seconds; the Terraform provider waits as long. */
export const defaultBgpLimitSeconds = 300;
const appearsWithinMilliseconds = 15_000;

/**
 * Waits until it is there and Available. `create` gets a number that goes into its client token: an ID that stays unlisted belongs to something
 * that was deleted since, which the cloud still remembers by its token, so the next number makes a new one.
 */
export async function waitUntilAvailable<Item extends { status: string }>(
    table: WaitTable<BgpObjectState>,
    find: () => Promise<Item | undefined>,
    create: (generation: number) => Promise<void>,
    { timeoutSeconds, context: { clock, reporter, signal } }: Pick<BgpJob, "timeoutSeconds" | "context">,
): Promise<Item> {
    let generation = 0;
    let createdAt: number | undefined;
    const found = await waitFor<BgpObjectState, Item | undefined>({
        table,
        look: async () => {
            const value = await find();
            if (
                value === undefined &&
                (createdAt === undefined || clock.now() - createdAt > appearsWithinMilliseconds)
            ) {
                await create(generation);
                // Not before: what was made by a call whose answer was lost may not be listed yet, and another number would make a second one.
                generation += 1;
                createdAt = clock.now();
                const made = await find();
                return { state: (made?.status ?? "not there") as BgpObjectState, value: made };
            }
            return { state: (value?.status ?? "not there") as BgpObjectState, value };
        },
        timeoutSeconds,
        clock,
        reporter,
        signal,
    });
    return required(found, table.subject);
}
