import { requireExpectedAccounts } from "../accounts";
import { lookUpBorderRouter } from "../borderRouter/find";
import type { BorderRouter } from "../clouds/clouds";
import { PartialCreation, type HandlerContext } from "../handler";
import { messageOf } from "../messageOf";
import type { BorderRouterBgpInputs, BorderRouterBgpOutputs } from "./handler";
import { configureGroup } from "./group";
import { defaultBgpLimitSeconds, type BgpJob, type BgpProgress, type WantedBgp } from "./job";
import { configurePeer } from "./peer";

/** What a change of is an update in place. */
export const settings = ["peerAsn", "localAsn", "authKey", "peerIpAddress"] as const satisfies (keyof WantedBgp)[];

/** Of the VBR and not of the peer, so that a group is kept in the state, and deleted with it, whose peer could not be made. */
export function bgpIdOf(vbrId: string): string {
    return `${vbrId}/bgp`;
}

/** Makes the VBR's BGP what is wanted. With `before`, it goes on from there. */
export async function configureBgp(
    inputs: BorderRouterBgpInputs,
    before: BorderRouterBgpOutputs | undefined,
    context: HandlerContext,
): Promise<BorderRouterBgpOutputs> {
    const accounts = await requireExpectedAccounts(inputs, context.clouds, ["alibaba"]);
    const progress: BgpProgress = {
        wrote: false,
        bgpGroupId: before?.bgpGroupId ?? "",
        bgpPeerId: before?.bgpPeerId ?? "",
        madeGroup: before?.madeGroup ?? false,
        madePeer: before?.madePeer ?? false,
    };
    const outputsOf = (ready: boolean): BorderRouterBgpOutputs => {
        const { wrote: _wrote, ...known } = progress;
        return { ...inputs, ...accounts, ...known, ready };
    };
    try {
        const job: BgpJob = {
            wanted: inputs,
            borderRouter: await borderRouterOf(inputs.vbrId, context),
            announced: new Set(before === undefined ? [] : settings.filter((key) => before[key] !== inputs[key])),
            progress,
            timeoutSeconds: inputs.timeoutSeconds ?? defaultBgpLimitSeconds,
            context,
        };
        const group = await configureGroup(job);
        await configurePeer(group.bgpGroupId, job);
    } catch (error) {
        if (!progress.wrote || progress.bgpGroupId === "") {
            throw error;
        }
        // What an update has announced stays announced until it is done: else the next one would refuse to cut a session for it.
        const stillAnnounced = before && Object.fromEntries(settings.map((key) => [key, before[key]]));
        throw new PartialCreation(bgpIdOf(inputs.vbrId), { ...outputsOf(false), ...stillAnnounced }, [
            messageOf(error),
        ]);
    }
    return outputsOf(true);
}

async function borderRouterOf(vbrId: string, { clouds }: HandlerContext): Promise<BorderRouter> {
    const router = await lookUpBorderRouter(vbrId, clouds.alibaba);
    if (router === undefined) {
        throw new Error(`VBR ${vbrId} is not there. Check alibaba.vbrId and the region of the alicloud provider.`);
    }
    return router;
}
