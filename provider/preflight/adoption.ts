import { defaultAmazonSideAsn } from "../rules";
import { problemsOfAdoptedVirtualInterface } from "./adoptedVirtualInterface";
import type { Facts } from "./find";
import type { PreflightInputs } from "./handler";

/**
 * What is to be adopted is this link's: the component ignores what only a replacement could change (or the preview would announce one), so here it is
 * compared with the cloud.
 */
export function problemsOfAdoption(inputs: PreflightInputs, facts: Facts): string[] {
    return [
        ...problemsOfAdoptedGateway(inputs, facts),
        ...problemsOfAdoptedVirtualInterface(inputs, facts),
        ...problemsOfAdoptedAttachment(inputs, facts),
    ];
}

function problemsOfAdoptedGateway({ adopt, amazonSideAsn, vpcId }: PreflightInputs, facts: Facts): string[] {
    const { adoptedGateway: found } = facts;
    const id = adopt?.vpnGatewayId;
    if (id === undefined || found === undefined) {
        return [];
    }
    const subject = `Virtual private gateway ${id}`;
    if (found === null || ["deleting", "deleted"].includes(found.state)) {
        return [`${subject} is ${found?.state ?? "not there"}. Leave adopt.vpnGatewayId out: a new one is then made.`];
    }
    const wantedAsn = amazonSideAsn ?? defaultAmazonSideAsn;
    const elsewhere = found.attachments.find(({ vpcId: other, state }) => other !== vpcId && state !== "detached");
    return [
        ...(found.amazonSideAsn === wantedAsn
            ? []
            : [
                  `${subject} has ASN ${found.amazonSideAsn}, and ${wantedAsn} is asked for. Set aws.amazonSideAsn: ${found.amazonSideAsn}, or leave adopt.vpnGatewayId out.`,
              ]),
        ...(elsewhere === undefined
            ? []
            : [
                  `${subject} is attached to ${elsewhere.vpcId}, not to ${vpcId ?? "the VPC"}. Leave adopt.vpnGatewayId out.`,
              ]),
    ];
}

/** The attachment itself, and what joins it to a route table: each ID names the attachment. */
function problemsOfAdoptedAttachment(inputs: PreflightInputs, { attachments }: Facts): string[] {
    const { adopt = {}, cenId = "", transitRouterId, vbrId } = inputs;
    if (transitRouterId === undefined) {
        const wanted = `${cenId}:${vbrId ?? ""}`;
        const id = adopt.cenAttachmentId;
        return id === undefined || id.startsWith(wanted)
            ? []
            : [`Attachment ${id} is not that of ${vbrId ?? "the VBR"} to ${cenId}. Leave adopt.cenAttachmentId out.`];
    }
    const named = {
        cenAttachmentId: adopt.cenAttachmentId?.split(":")[1],
        cenAssociationId: adopt.cenAssociationId?.split(":")[0],
        cenPropagationId: adopt.cenPropagationId?.split(":")[0],
    };
    return Object.entries(named).flatMap(([argument, id]) => {
        if (id === undefined || attachments === undefined) {
            return [];
        }
        const found = attachments.find(({ attachmentId }) => attachmentId === id);
        if (found === undefined || found.status === "Detaching") {
            return [`Attachment ${id} is not on transit router ${transitRouterId}. Leave adopt.${argument} out.`];
        }
        return vbrId === undefined || found.resourceId === vbrId
            ? []
            : [`Attachment ${id} is that of ${found.resourceId}, not of ${vbrId}. Leave adopt.${argument} out.`];
    });
}
