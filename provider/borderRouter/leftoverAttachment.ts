import type { AlibabaCloud, TransitRouterAttachment } from "../clouds/clouds";
import { madeForTag } from "../rules/marks";
import { deleteAttachment, isGoing } from "../unmanaged/cenAttachment";
import type { Leftover } from "../unmanaged/leftover";
import { lookUpBorderRouter } from "./find";

/**
 * The VBR's attachment to a transit router: ours by its tag. One to a Basic CEN takes no tag, so nobody can tell whose it is. On which CEN it hangs the VBR
 * itself says, and not the state, which keeps the first one.
 */
export async function findLeftoverAttachment(vbrId: string, alibaba: AlibabaCloud): Promise<Leftover | undefined> {
    const router = await lookUpBorderRouter(vbrId, alibaba);
    const lists = await Promise.all((router?.cenIds ?? []).map((cenId) => attachmentsOn(cenId, alibaba)));
    const found = lists
        .flat()
        .find(
            (attachment) =>
                attachment.resourceId === vbrId && attachment.tags[madeForTag] === vbrId && !isGoing(attachment),
        );
    return (
        found && {
            subject: `Attachment ${found.attachmentId} of VBR ${vbrId} to transit router ${found.transitRouterId}`,
            argument: "cenAttachmentId",
            importId: `${found.cenId}:${found.attachmentId}`,
            command: deleteAttachment(found.attachmentId),
        }
    );
}

async function attachmentsOn(cenId: string, alibaba: AlibabaCloud): Promise<TransitRouterAttachment[]> {
    const routers = await alibaba.listTransitRouters(cenId);
    const lists = await Promise.all(
        routers
            .filter(({ type }) => type === "Enterprise")
            .map(({ transitRouterId }) => alibaba.listBorderRouterAttachments(cenId, transitRouterId)),
    );
    return lists.flat();
}
