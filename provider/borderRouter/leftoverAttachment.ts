import type { AlibabaCloud, TransitRouterAttachment } from "../clouds/clouds";
import type { Reporter } from "../reporting/reporter";
import { madeForTag } from "../rules/marks";
import { deleteAttachment, detachChild, isGoing } from "../unmanaged/cenAttachment";
import type { Leftover } from "../unmanaged/leftover";
import { lookUpBorderRouter } from "./find";

/**
 * The VBR's attachment to a transit router: ours by its tag. One to a Basic CEN takes no tag, so nobody can tell whose it is: it is only said to stay. On which
 * CEN it hangs the VBR itself says, and not the state, which keeps the first one.
 */
export async function findLeftoverAttachment(
    { vbrId, regionId }: { vbrId: string; regionId: string },
    alibaba: AlibabaCloud,
    reporter: Reporter,
): Promise<Leftover | undefined> {
    const router = await lookUpBorderRouter(vbrId, alibaba);
    for (const cenId of router?.cenIds ?? []) {
        const attachments = await attachmentsOn(cenId, alibaba);
        if (attachments === undefined) {
            reporter.info(
                `VBR ${vbrId} stays attached to CEN ${cenId}, which the state does not hold. If that was this link's, detach it (${detachChild(cenId, vbrId, regionId)}).`,
            );
        }
        const found = attachments?.find((attachment) => isOurs(attachment, vbrId));
        if (found !== undefined) {
            return {
                subject: `Attachment ${found.attachmentId} of VBR ${vbrId} to transit router ${found.transitRouterId}`,
                adopt: { argument: "cenAttachmentId", id: `${cenId}:${found.attachmentId}` },
                command: deleteAttachment(found.attachmentId),
                tagged: true,
            };
        }
    }
    return undefined;
}

function isOurs(attachment: TransitRouterAttachment, vbrId: string): boolean {
    return attachment.resourceId === vbrId && attachment.tags[madeForTag] === vbrId && !isGoing(attachment);
}

/** undefined: a Basic CEN. */
async function attachmentsOn(cenId: string, alibaba: AlibabaCloud): Promise<TransitRouterAttachment[] | undefined> {
    const enterprise = (await alibaba.listTransitRouters(cenId)).filter(({ type }) => type === "Enterprise");
    const lists = await Promise.all(
        enterprise.map(({ transitRouterId }) => alibaba.listBorderRouterAttachments(cenId, transitRouterId)),
    );
    return enterprise.length === 0 ? undefined : lists.flat();
}
