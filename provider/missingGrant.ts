import type { AlibabaCloud, BorderRouter } from "./clouds/clouds";

/**
 * A VBR of another account hangs on a CEN only once its owner has granted it to that CEN
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-attachcenchildinstance). undefined where that is so, or not needed: an own
 * VBR, and one that hangs on the CEN already.
 */
export async function missingGrant(
    { vbrId, own, cenIds, physicalConnectionOwnerUid }: BorderRouter,
    cenId: string,
    alibaba: AlibabaCloud,
): Promise<string | undefined> {
    if (own || cenIds.includes(cenId) || (await alibaba.isGrantedToCen(vbrId, cenId))) {
        return undefined;
    }
    const { accountId } = await alibaba.identity();
    return (
        `VBR ${vbrId} belongs to another account (most likely ${physicalConnectionOwnerUid}), which has not granted it to CEN ${cenId}. ` +
        `Ask Alibaba Cloud to grant it (GrantInstanceToCen with CenId ${cenId}, CenOwnerId ${accountId}, InstanceId ${vbrId}, InstanceType VBR), then run pulumi up again.`
    );
}
