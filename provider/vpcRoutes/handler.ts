import { isDeepStrictEqual } from "node:util";

import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import { PartialCreation, type CheckFailure, type Handler, type HandlerContext } from "../handler";
import { messageOf } from "../messageOf";
import { failuresOfId, failuresOfTimeout } from "../rules/failures";
import { isKnown, isUnknown } from "../unknown";
import { findVpcAttachments, legNames, legsOf, markedLegs, type LegName, type VpcRoutePlace } from "./find";
import { jobOf, makeMissing, requireAttachments, unmakeMade } from "./make";

export interface VpcRoutesInputs extends VpcRoutePlace, ExpectedAccounts {
    vpcIds: string[];
    timeoutSeconds?: number;
}

export interface VpcRoutesOutputs extends VpcRoutesInputs {
    /** What of it this package has made; a VPC of which it has made nothing is not in it. */
    made: { vpcId: string; legs: LegName[] }[];
    /** False after a partial creation, and where a refresh has seen something missing. */
    ready: boolean;
}

const identity = ["vbrId", "cenId", "transitRouterId", "transitRouterRouteTableId"] as const;

/**
 * What is there already is used as it is and left on destroy: the official resources cannot adopt, and a VPC that is attached is mostly associated already,
 * so that they would fail.
 */
export const vpcRoutesHandler: Handler<VpcRoutesInputs, VpcRoutesOutputs> = {
    check({ vbrId, vpcIds, timeoutSeconds }) {
        return [
            ...failuresOfId("vbrId", vbrId, "a VBR", "vbr-"),
            ...failuresOfVpcIds(vpcIds),
            ...failuresOfTimeout(timeoutSeconds),
        ];
    },

    diff(_id, olds, news) {
        const differing = identity.filter((key) => olds[key] !== news[key]);
        // An unknown one may turn out to be the same.
        const replaces = differing.filter((key) => !isUnknown(news[key]));
        return {
            changes: differing.length > 0 || !olds.ready || !isSameSet(olds.vpcIds, news.vpcIds),
            replaces,
            // An attachment is associated with one table at most, so the old association goes first.
            ...(replaces.length > 0 && { deleteBeforeReplace: true }),
        };
    },

    async create(inputs, context) {
        return { id: idOf(inputs), outputs: await join(inputs, [], context) };
    },

    update: (_id, olds, news, context) =>
        join(
            news,
            olds.vpcIds.filter((vpcId) => !news.vpcIds.includes(vpcId)),
            context,
        ),

    async read(_id, olds, { clouds }) {
        const seen = await look(olds, clouds);
        if (!seen.ready) {
            // In another account nothing is there: that must not pass for missing.
            await requireExpectedAccounts(olds, clouds);
        }
        return { ...olds, ...seen };
    },

    async delete(_id, olds, context) {
        await requireExpectedAccounts(olds, context.clouds);
        await unmakeMade(jobOf(olds, context), () => true);
    },
};

function idOf({ vbrId }: VpcRoutePlace): string {
    return `${vbrId}/vpc-routes`;
}

/** `left`: whom the link is not for any more. */
async function join(
    inputs: VpcRoutesInputs,
    left: readonly string[],
    context: HandlerContext,
): Promise<VpcRoutesOutputs> {
    const { clouds } = context;
    const accounts = await requireExpectedAccounts(inputs, clouds, ["alibaba"]);
    const job = jobOf(inputs, context);
    try {
        const attachments = await requireAttachments(job, inputs.vpcIds);
        await unmakeMade(job, (vpcId) => left.includes(vpcId));
        // One after the other: concurrent writes on one transit router are refused with Operation.Blocking.
        for (const attachment of attachments) {
            await makeMissing(job, attachment);
        }
    } catch (error) {
        if (!job.wrote) {
            throw error;
        }
        // What has left and could not be taken away yet stays named, so that the next up goes on.
        const vpcIds = [...inputs.vpcIds, ...left];
        const outputs: VpcRoutesOutputs = { ...inputs, ...accounts, vpcIds, made: [], ready: false };
        throw new PartialCreation(idOf(inputs), outputs, [messageOf(error)]);
    }
    return { ...inputs, ...accounts, ...(await look(inputs, clouds)) };
}

/** What is there, and what of it is ours. */
async function look(
    { vpcIds, ...place }: VpcRoutesInputs,
    { alibaba }: HandlerContext["clouds"],
): Promise<Pick<VpcRoutesOutputs, "made" | "ready">> {
    const attachments = (await findVpcAttachments(place, alibaba)).filter(({ vpcId }) => vpcIds.includes(vpcId));
    const states = await Promise.all(
        attachments.flatMap(({ attachmentId }) => {
            const legs = legsOf(attachmentId, place, alibaba);
            return legNames.map((name) => legs[name].state());
        }),
    );
    const made = attachments.map((each) => ({ vpcId: each.vpcId, legs: markedLegs(each, place.vbrId) }));
    return {
        made: made.filter(({ legs }) => legs.length > 0),
        ready: attachments.length === vpcIds.length && states.every((state) => state === "Active"),
    };
}

function failuresOfVpcIds(vpcIds: unknown): CheckFailure[] {
    if (!isKnown(vpcIds)) {
        return [];
    }
    return Array.isArray(vpcIds)
        ? vpcIds.flatMap((id: unknown) => failuresOfId("vpcIds", id, "a VPC", "vpc-"))
        : [{ property: "vpcIds", reason: "vpcIds is of the wrong type; it must be a list of VPC IDs." }];
}

/** A preview may not know them yet. */
function isSameSet(before: unknown, now: unknown): boolean {
    const sorted = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map(String).sort() : ids);
    return isDeepStrictEqual(sorted(before), sorted(now));
}
