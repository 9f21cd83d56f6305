import { requireExpectedAccounts } from "../accounts";
import type { BorderRouter } from "../clouds/clouds";
import { PartialCreation, type HandlerContext } from "../handler";
import type { BorderRouterBgpInputs, BorderRouterBgpOutputs } from "./handler";
import { configureGroup } from "./group";
import type { BgpJob, BgpProgress, WantedBgp } from "./job";
import { configurePeer } from "./peer";

/** What a change of is an update in place. */
export const settings = ["peerAsn", "localAsn", "authKey", "peerIpAddress"] as const satisfies (keyof WantedBgp)[];

/** Makes the VBR's BGP what is wanted. With `before`, it goes on from there. */
export async function configureBgp(
    inputs: BorderRouterBgpInputs,
    before: BorderRouterBgpOutputs | undefined,
    context: HandlerContext,
): Promise<BorderRouterBgpOutputs> {
    await requireExpectedAccounts(inputs, context.clouds);
    const progress: BgpProgress = {
        wrote: false,
        bgpGroupId: before?.bgpGroupId ?? "",
        bgpPeerId: before?.bgpPeerId ?? "",
        madeGroup: before?.madeGroup ?? false,
        madePeer: before?.madePeer ?? false,
    };
    const outputsOf = (ready: boolean): BorderRouterBgpOutputs => {
        const { wrote: _wrote, ...known } = progress;
        return { ...inputs, ...known, ready };
    };
    try {
        const job: BgpJob = {
            wanted: inputs,
            borderRouter: await borderRouterOf(inputs.vbrId, context),
            announced: new Set(before === undefined ? [] : settings.filter((key) => before[key] !== inputs[key])),
            progress,
            context,
        };
        const group = await configureGroup(job);
        await configurePeer(group.bgpGroupId, job);
    } catch (error) {
        if (!progress.wrote || progress.bgpPeerId === "") {
            throw error;
        }
        const reason = error instanceof Error ? error.message : String(error);
        throw new PartialCreation(progress.bgpPeerId, outputsOf(false), [reason]);
    }
    return outputsOf(true);
}

async function borderRouterOf(vbrId: string, { clouds }: HandlerContext): Promise<BorderRouter> {
    const router = (await clouds.alibaba.describeBorderRouters()).find((other) => other.vbrId === vbrId);
    if (router === undefined) {
        throw new Error(`VBR ${vbrId} is not there. Check alibaba.vbrId and the region of the alicloud provider.`);
    }
    return router;
}
