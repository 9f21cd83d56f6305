import * as pulumi from "@pulumi/pulumi";
import { InstanceAttachment, type InstanceAttachmentArgs } from "@pulumi/alicloud/cen/instanceAttachment";

import type { BorderRouter } from "../provider/borderRouter/resource";
import type { Preflight } from "../provider/preflight/resource";
import { adopting } from "./adoption";
import type { CenAttachment } from "./cenAttachment";
import { refusingUnmanaged } from "./creationHooks";
import type { Scope } from "./scope";

/** What only a replacement of the attachment can change (the Terraform provider's ForceNew attributes). */
const replaceOnly: (keyof InstanceAttachmentArgs)[] = [
    "childInstanceId",
    "childInstanceOwnerId",
    "childInstanceRegionId",
    "instanceId",
];

/** On a Basic CEN every attached network learns the routes of all the others: there is no route table to choose, and nothing to publish. */
export function attachToBasicCen(scope: Scope, borderRouter: BorderRouter, checked: Preflight): CenAttachment {
    const { name, plan, accounts, hostSettings, official } = scope;
    const child = `${name}-cen-attachment`;
    const attachment = new InstanceAttachment(
        child,
        {
            instanceId: plan.args.alibaba.cen.cenId,
            childInstanceId: borderRouter.id,
            childInstanceType: "VBR",
            // Where VBRs are looked for; the VBR's own would be unknown, and so a replacement, at the preview of any update of it.
            childInstanceRegionId: accounts.alibabaRegion,
            childInstanceOwnerId: foreignOwnerOf(borderRouter),
        },
        {
            ...official([checked]),
            ...refusingUnmanaged(child, "basicCenAttachment", hostSettings),
            deleteBeforeReplace: true,
            ...adopting(plan.adopts.cenAttachmentId, replaceOnly),
        },
    );
    return { id: attachment.id, routeTableId: pulumi.output(""), ready: [attachment] };
}

/** undefined for an own VBR; the lowest SDK of the range declares no undefined within an output. */
function foreignOwnerOf({ foreignOwnerId }: BorderRouter): pulumi.Output<number> {
    return foreignOwnerId.apply((id) => (id === "" ? undefined : Number(id))) as pulumi.Output<number>;
}
