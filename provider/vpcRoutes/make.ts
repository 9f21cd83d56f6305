import { writeUnlessDone } from "../borderRouterBgp/job";
import type { VpcAttachment } from "../clouds/network";
import type { HandlerContext } from "../handler";
import { madeOnVpcTags } from "../rules/marks";
import { dissociate, isThere } from "../unmanaged/cenRouteTables";
import { waitFor, type WaitTable } from "../waiting/wait";
import { findVpcAttachments, legNames, legsOf, markedLegs, type VpcLeg, type VpcRoutePlace } from "./find";
import { attachmentReady, legGone, legThere, type AttachmentState, type LegState } from "./status";

/** One run of create, update or delete. */
export interface VpcRouteJob {
    place: VpcRoutePlace;
    /** The limit of each wait. */
    timeoutSeconds: number;
    context: HandlerContext;
    /** Whether this run asked the cloud to change something: an answer that was lost counts. */
    wrote: boolean;
}

/** As the Terraform provider waits for each of them. */
const defaultLimitSeconds = 300;

export function jobOf(
    { timeoutSeconds = defaultLimitSeconds, ...place }: VpcRoutePlace & { timeoutSeconds?: number },
    context: HandlerContext,
): VpcRouteJob {
    return { place, timeoutSeconds, context, wrote: false };
}

/** The attachments of the VPCs, once they are ready; refuses, all at once and before the first write, what cannot be joined to the table. */
export async function requireAttachments(job: VpcRouteJob, vpcIds: readonly string[]): Promise<VpcAttachment[]> {
    const { place, context } = job;
    const { alibaba } = context.clouds;
    const all = await findVpcAttachments(place, alibaba);
    const problems: string[] = [];
    for (const vpcId of vpcIds) {
        const attachment = all.find((each) => each.vpcId === vpcId);
        if (attachment === undefined) {
            problems.push(
                `VPC ${vpcId} is not attached to transit router ${place.transitRouterId}. Attach it, in the CEN console or by alicloud.cen.TransitRouterVpcAttachment, on which the link then depends (dependsOn), and run pulumi up again.`,
            );
            continue;
        }
        const own = (await alibaba.listRouteTableAssociations(attachment.attachmentId)).find(isThere);
        if (own !== undefined && own.routeTableId !== place.transitRouterRouteTableId) {
            problems.push(
                `VPC ${vpcId} is associated with route table ${own.routeTableId}, and with one at most, so not with ${place.transitRouterRouteTableId} too. Set alibaba.cen.transitRouterRouteTableId: "${own.routeTableId}", or dissociate it (${dissociate(own)}), and run pulumi up again.`,
            );
        }
    }
    if (problems.length > 0) {
        throw new Error(problems.join(" "));
    }
    const ready: VpcAttachment[] = [];
    for (const vpcId of vpcIds) {
        ready.push(await attached(job, vpcId));
    }
    return ready;
}

function attached(job: VpcRouteJob, vpcId: string): Promise<VpcAttachment> {
    return wait<AttachmentState, VpcAttachment>(job, attachmentReady, async () => {
        const all = await findVpcAttachments(job.place, job.context.clouds.alibaba);
        const value = all.find((each) => each.vpcId === vpcId);
        if (value === undefined) {
            throw new Error(`VPC ${vpcId} has been detached meanwhile. Attach it again, then run pulumi up again.`);
        }
        return { state: value.status as AttachmentState, value };
    });
}

/** Makes what is missing, and that alone; each is marked before it is made, so that whoever comes after a kill knows whose it is. */
export async function makeMissing(job: VpcRouteJob, attachment: VpcAttachment): Promise<void> {
    const { place, context } = job;
    const { alibaba } = context.clouds;
    const legs = legsOf(attachment.attachmentId, place, alibaba);
    const states = await Promise.all(legNames.map(async (name) => ({ name, state: await legs[name].state() })));
    const missing = states.filter(({ state }) => !isThereAlready(state)).map(({ name }) => name);
    const unmarked = missing.filter((name) => !markedLegs(attachment, place.vbrId).includes(name));
    if (unmarked.length > 0) {
        job.wrote = true;
        const tags = Object.fromEntries(unmarked.map((name) => [madeOnVpcTags[name], place.vbrId]));
        await alibaba.tagVpcAttachment(attachment.attachmentId, tags);
    }
    for (const { name } of states.filter(({ state }) => state !== "Active")) {
        const table = legThere(`${name} of VPC ${attachment.vpcId}`);
        await change(job, table, legs[name], "not there", legs[name].make);
    }
}

/** Takes away what this package has made for the VPCs, and its marks last; says what it was. */
export async function unmakeMade(job: VpcRouteJob, isMeant: (vpcId: string) => boolean): Promise<string[]> {
    const { place, context } = job;
    const { alibaba } = context.clouds;
    const removed: string[] = [];
    for (const attachment of await findVpcAttachments(place, alibaba)) {
        const marked = isMeant(attachment.vpcId) ? markedLegs(attachment, place.vbrId) : [];
        const legs = legsOf(attachment.attachmentId, place, alibaba);
        for (const name of [...marked].reverse()) {
            const subject = `${name} of VPC ${attachment.vpcId}`;
            await change(job, legGone(subject), legs[name], "Active", legs[name].unmake);
            removed.push(subject);
        }
        if (marked.length > 0) {
            const keys = marked.map((name) => madeOnVpcTags[name]);
            await alibaba.untagVpcAttachment(attachment.attachmentId, keys);
        }
    }
    return removed;
}

/** What is on its way out has to be made anew. */
function isThereAlready(state: LegState): boolean {
    return state === "Active" || state === "Associating" || state === "Enabling";
}

/** Orders it once, while the leg is `from`, and waits for what comes of it. */
async function change(
    job: VpcRouteJob,
    table: WaitTable<LegState>,
    { state: stateNow }: VpcLeg,
    from: LegState,
    order: () => Promise<void>,
): Promise<void> {
    let isOrdered = false;
    await wait(job, table, async () => {
        let state = await stateNow();
        if (state === from && !isOrdered) {
            job.wrote = true;
            await writeUnlessDone(order, async () => (await stateNow()) !== from);
            isOrdered = true;
            state = await stateNow();
        }
        return { state, value: undefined };
    });
}

function wait<State extends string, Value>(
    { timeoutSeconds, context: { clock, reporter, signal } }: VpcRouteJob,
    table: WaitTable<State>,
    look: () => Promise<{ state: State; value: Value }>,
): Promise<Value> {
    return waitFor({ table, look, timeoutSeconds, clock, reporter, signal });
}
