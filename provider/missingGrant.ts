import type { AlibabaCloud, BorderRouter } from "./clouds/clouds";

/**
 * How the VBR's owner grants it to one or the other sort of CEN; what a CEN was granted, its own owner reads by one action
 * (https://www.alibabacloud.com/help/en/vpc/api-grantinstancetocen,
 * https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-grantinstancetotransitrouter).
 */
const ways = {
    basic: { action: "GrantInstanceToCen", instanceType: "VBR" },
    transitRouter: { action: "GrantInstanceToTransitRouter", instanceType: "ExpressConnect" },
} as const;

/**
 * A VBR of another account hangs on a CEN only once its owner has granted it to that CEN
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-attachcenchildinstance). undefined where that is so, or not needed: an own
 * VBR, and one that hangs on the CEN already.
 */
export async function missingGrant(
    { vbrId, own, cenIds, physicalConnectionOwnerUid }: BorderRouter,
    cenId: string,
    sort: keyof typeof ways,
    alibaba: AlibabaCloud,
): Promise<string | undefined> {
    if (own || cenIds.includes(cenId) || (await alibaba.grantorToCen(vbrId, cenId)) !== undefined) {
        return undefined;
    }
    const { accountId } = await alibaba.identity();
    const { action, instanceType } = ways[sort];
    return (
        `VBR ${vbrId} belongs to another account (most likely ${physicalConnectionOwnerUid}), which has not granted it to CEN ${cenId}. ` +
        `Ask Alibaba Cloud to grant it (${action} with CenId ${cenId}, CenOwnerId ${accountId}, InstanceId ${vbrId}, InstanceType ${instanceType}), then run pulumi up again.`
    );
}
