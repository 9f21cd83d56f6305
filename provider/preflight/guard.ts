import { findBgpGroup } from "../borderRouterBgp/find";
import type { HandlerContext } from "../handler";
import { messageOf, textOf } from "../messageOf";
import { announcement, refusal, refusalUnseen, type Cut } from "../outage/lines";
import { isKnown, isUnknown } from "../unknown";
import { findCarryingLinks, type CarryingLink } from "./carryingLinks";
import { cuttingArguments, cuttingArgumentsOfPath, type CuttingArgument } from "./cuts";
import type { PreflightInputs } from "./handler";
import { problemsOfLocalAsn } from "./problems";

/**
 * Why a change of the arguments must not be made without a word: it cuts traffic that runs now. The clouds are asked only where an argument of that kind
 * changes; a link that is down, or never came up, may be changed freely. What is not known yet at a preview is left to the leaf, and to the `up`.
 */
export async function refuseUnannouncedOutage(
    olds: PreflightInputs,
    news: PreflightInputs,
    { clouds, reporter }: HandlerContext,
): Promise<string[]> {
    if (isUnknown(news.allowOutage)) {
        return [];
    }
    const changed = changedArguments(olds, news);
    const changesLocalAsn = isKnown(news.localAsn) && news.localAsn !== olds.localAsn;
    if (changed.length === 0 && !changesLocalAsn) {
        return [];
    }
    let links: CarryingLink[];
    try {
        links = await findCarryingLinks(olds, clouds);
    } catch (error) {
        return news.allowOutage === true
            ? []
            : changed.map((argument) => refusalUnseen(cutOf(argument, olds, news), messageOf(error)));
    }
    const [link] = links;
    if (link === undefined) {
        return [];
    }
    const { virtualInterfaceId } = link.virtualInterface;
    const cuts = changed
        .filter((argument) => !links.some((other) => isInUse(argument, news, other)))
        .map((argument) => cutOf(argument, olds, news, link));
    if (news.allowOutage === true && cuts.length > 0) {
        // As one message: of several, the engine keeps no order.
        reporter.warn(cuts.map((cut) => announcement(cut, virtualInterfaceId)).join("\n"));
    }
    return [
        ...(news.allowOutage === true ? [] : cuts.map((cut) => refusal(cut, virtualInterfaceId))),
        // Refused whatever is allowed, as the look before the first write would: the group's ASN wins.
        ...(changesLocalAsn
            ? problemsOfLocalAsn(
                  { localAsn: news.localAsn, vbrId: link.vbrId },
                  { group: await findBgpGroup(link.vbrId, clouds.alibaba) },
              )
            : []),
    ];
}

function changedArguments(olds: PreflightInputs, news: PreflightInputs): CuttingArgument[] {
    const isRecorded = typeof olds.trafficPath === "object" && typeof news.trafficPath === "object";
    return [...cuttingArguments, ...(isRecorded ? cuttingArgumentsOfPath : [])].filter(
        ({ of, staysWhenLeftOut, harmless, onlyWhere = () => true }) => {
            // A program in JavaScript writes null for what it leaves out.
            const [before, after] = [of(olds) ?? undefined, of(news) ?? undefined];
            return (
                before !== after &&
                !isUnknown(after) &&
                !(staysWhenLeftOut && after === undefined) &&
                !(harmless !== undefined && after === harmless) &&
                onlyWhere(olds) &&
                onlyWhere(news)
            );
        },
    );
}

/** An ID that was found before, and is now written down, is no change. */
function isInUse({ of, inUse }: CuttingArgument, news: PreflightInputs, link: CarryingLink): boolean {
    return inUse !== undefined && of(news) === inUse(link);
}

function cutOf(
    { argument, of, cuts, secret, inUse }: CuttingArgument,
    olds: PreflightInputs,
    news: PreflightInputs,
    link?: CarryingLink,
): Cut {
    const before = of(olds) ?? (link && inUse?.(link));
    return {
        change: secret ? `${argument} changes` : `${argument} changes from ${shown(before)} to ${shown(of(news))}`,
        cuts,
    };
}

function shown(value: string | number | boolean | undefined): string {
    return textOf(value ?? "none");
}
