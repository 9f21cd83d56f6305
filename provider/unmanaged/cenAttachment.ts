import { lookUpBorderRouter } from "../borderRouter/find";
import type { AlibabaCloud, TransitRouterAttachment } from "../clouds/clouds";
import { missingGrant } from "../missingGrant";
import { adoptOr } from "./adoptLine";
import type { UnmanagedSearch } from "./search";

/** A VBR hangs on one CEN at most, and there on one transit router, once. */
export const unmanagedCenAttachment: UnmanagedSearch = async ({ cenId, transitRouterId, vbrId }, { alibaba }) => {
    const found = (await alibaba.listBorderRouterAttachments(String(cenId), String(transitRouterId))).find(
        ({ resourceId }) => resourceId === vbrId,
    );
    if (found === undefined) {
        return problemOfBorderRouter(String(vbrId), String(cenId), "transitRouter", alibaba);
    }
    const subject = `VBR ${String(vbrId)} is attached to transit router ${String(transitRouterId)} already (${found.attachmentId})`;
    if (isGoing(found)) {
        return `${subject}, which is being taken away. Run pulumi up again once it is gone.`;
    }
    return (
        `${subject}, which this stack does not manage. ` +
        adoptOr(
            "cenAttachmentId",
            `${String(cenId)}:${found.attachmentId}`,
            `set alibaba.cen.attachmentId: "${found.attachmentId}" to use it as it is (its association, propagation and publishing are then not this stack's), or delete it (${deleteAttachment(found.attachmentId)}), and run pulumi up again`,
        )
    );
};

export function isGoing({ status }: TransitRouterAttachment): boolean {
    return status === "Detaching";
}

export function deleteAttachment(attachmentId: string): string {
    return `aliyun cbn DeleteTransitRouterVbrAttachment --TransitRouterAttachmentId ${attachmentId}`;
}

/** As `unmanagedCenAttachment`; here the attachment has no ID of its own but the official resource's. */
export const unmanagedBasicCenAttachment: UnmanagedSearch = async (inputs, { alibaba }) => {
    const { instanceId: cenId, childInstanceId: vbrId, childInstanceRegionId: region } = inputs;
    const router = await lookUpBorderRouter(String(vbrId), alibaba);
    if (router?.cenIds.includes(String(cenId)) !== true) {
        return problemOfBorderRouter(String(vbrId), String(cenId), "basic", alibaba);
    }
    const id = `${String(cenId)}:${router.vbrId}:VBR:${String(region)}`;
    return (
        `VBR ${router.vbrId} is attached to CEN ${String(cenId)} already, which this stack does not manage. ` +
        adoptOr(
            "cenAttachmentId",
            id,
            `set alibaba.cen.attachmentId: "${id}" to use it as it is, or detach it (${detachChild(String(cenId), router.vbrId, String(region))}), and run pulumi up again`,
        )
    );
};

export function detachChild(cenId: string, vbrId: string, region: string): string {
    return `aliyun cbn DetachCenChildInstance --CenId ${cenId} --ChildInstanceId ${vbrId} --ChildInstanceType VBR --ChildInstanceRegionId ${region}`;
}

/** Why the VBR cannot be attached to the CEN, on which it does not hang yet in the way that is asked for. */
async function problemOfBorderRouter(
    vbrId: string,
    cenId: string,
    sort: Parameters<typeof missingGrant>[2],
    alibaba: AlibabaCloud,
): Promise<string | undefined> {
    const router = await lookUpBorderRouter(vbrId, alibaba);
    const [elsewhere] = router?.cenIds ?? [];
    return elsewhere === undefined
        ? router && missingGrant(router, cenId, sort, alibaba)
        : `VBR ${vbrId} is attached to CEN ${elsewhere} already, and hangs on one CEN at most, in one way. Detach it there and run pulumi up again.`;
}
