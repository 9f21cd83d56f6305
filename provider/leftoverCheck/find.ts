import type { AlibabaCloud, AwsCloud } from "../clouds/clouds";
import { dissociate, endPropagation, isThere } from "../unmanaged/cenRouteTables";
import type { Leftover } from "../unmanaged/leftover";
import { detachGateway } from "../unmanaged/vpnGateway";

/** AWS deletes no gateway that is attached. */
export async function findGatewayAttachment(
    vpnGatewayId: string,
    vpcId: string,
    aws: AwsCloud,
): Promise<Leftover | undefined> {
    const gateway = await aws.describeVpnGateway(vpnGatewayId);
    const attached = gateway?.attachments.some(
        (attachment) => attachment.vpcId === vpcId && ["attaching", "attached"].includes(attachment.state),
    );
    return attached === true
        ? {
              subject: `The attachment of virtual private gateway ${vpnGatewayId} to VPC ${vpcId}`,
              command: detachGateway(vpnGatewayId, vpcId),
          }
        : undefined;
}

/**
 * No attachment is deleted while it is associated or propagates
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-deletetransitroutervbrattachment), whoever has joined it to a table.
 */
export async function findRouteTableLeg(
    attachmentId: string,
    routeTableId: string | undefined,
    alibaba: AlibabaCloud,
): Promise<Leftover | undefined> {
    const association = (await alibaba.listRouteTableAssociations(attachmentId)).find(isThere);
    if (association !== undefined) {
        return {
            subject: `The association of attachment ${attachmentId} with route table ${association.routeTableId}`,
            command: dissociate(association),
            ...(association.routeTableId === routeTableId && {
                adopt: { argument: "cenAssociationId", id: `${attachmentId}:${routeTableId}` },
            }),
        };
    }
    const propagation = (await alibaba.listRouteTablePropagations(attachmentId)).find(isThere);
    return (
        propagation && {
            subject: `The propagation of attachment ${attachmentId} to route table ${propagation.routeTableId}`,
            command: endPropagation(propagation),
            ...(propagation.routeTableId === routeTableId && {
                adopt: { argument: "cenPropagationId", id: `${attachmentId}:${routeTableId}` },
            }),
        }
    );
}
