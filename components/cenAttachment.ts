import * as pulumi from "@pulumi/pulumi";
import { getTransitRouterRouteTables } from "@pulumi/alicloud/cen/getTransitRouterRouteTables";
import { TransitRouterRouteTableAssociation } from "@pulumi/alicloud/cen/transitRouterRouteTableAssociation";
import { TransitRouterRouteTablePropagation } from "@pulumi/alicloud/cen/transitRouterRouteTablePropagation";
import {
    TransitRouterVbrAttachment,
    type TransitRouterVbrAttachmentArgs,
} from "@pulumi/alicloud/cen/transitRouterVbrAttachment";

import type { BorderRouter } from "../provider/borderRouter/resource";
import { LeftoverCheck } from "../provider/leftoverCheck/resource";
import type { Preflight } from "../provider/preflight/resource";
import { madeForTag } from "../provider/rules/marks";
import { adopting } from "./adoption";
import { ask } from "./ask";
import { attachToBasicCen } from "./basicCen";
import { withOverrides } from "./overrides";
import type { Scope } from "./scope";
import { refusingUnmanaged } from "./creationHooks";

/** The VBR's place in the CEN. */
export interface CenAttachment {
    id: pulumi.Output<string>;
    /** Empty on a Basic CEN, which has none. */
    routeTableId: pulumi.Output<string>;
    /** What must stand before routes travel. */
    ready: pulumi.Resource[];
}

export function attachToCen(
    scope: Scope,
    borderRouter: BorderRouter,
    routeTableId: pulumi.Output<string>,
    checked: Preflight,
): CenAttachment {
    const { attachmentId, transitRouterId } = scope.plan.args.alibaba.cen;
    if (attachmentId !== undefined) {
        return { id: pulumi.output(attachmentId), routeTableId, ready: [] };
    }
    return transitRouterId === undefined
        ? attachToBasicCen(scope, borderRouter, checked)
        : attachToTransitRouter(scope, transitRouterId, borderRouter, routeTableId, checked);
}

/** What only a replacement of the attachment can change (the Terraform provider's ForceNew attributes). */
const replaceOnly: (keyof TransitRouterVbrAttachmentArgs)[] = ["cenId", "transitRouterId", "vbrId", "vbrOwnerId"];

/**
 * Links on one transit router take turns at it, by trying again after Operation.Blocking, until the resource's limit is over: by default 5 to 15 minutes,
 * which ten links need. This is what every wait of a link has.
 */
const untilItsTurn = "45m";

/** By default such an attachment has no association, no propagation and publishes nothing, and without all three AWS learns no route. */
function attachToTransitRouter(
    scope: Scope,
    transitRouterId: pulumi.Input<string>,
    borderRouter: BorderRouter,
    routeTableId: pulumi.Output<string>,
    checked: Preflight,
): CenAttachment {
    const { name, plan, hostSettings, official, dynamic } = scope;
    const child = `${name}-cen-attachment`;
    const attachment = new TransitRouterVbrAttachment(
        child,
        withOverrides<TransitRouterVbrAttachmentArgs>(
            {
                vbrId: borderRouter.id,
                // Without the CEN's ID the resource's own ID would begin with "<nil>:".
                cenId: plan.args.alibaba.cen.cenId,
                transitRouterId,
                vbrOwnerId: foreignOwnerOf(borderRouter),
                autoPublishRouteEnabled: true,
                transitRouterAttachmentName: plan.label,
                tags: { ...plan.args.tags, [madeForTag]: borderRouter.id },
            },
            plan.args.overrides?.cenAttachment,
        ),
        {
            ...official([checked]),
            ...refusingUnmanaged(child, "cenAttachment", hostSettings),
            customTimeouts: { create: untilItsTurn, update: untilItsTurn, delete: untilItsTurn },
            // A VBR is attached once, so the old attachment goes first.
            deleteBeforeReplace: true,
            ...adopting(plan.adopts.cenAttachmentId, replaceOnly),
        },
    );
    const legs = {
        transitRouterAttachmentId: attachment.transitRouterAttachmentId,
        transitRouterRouteTableId: routeTableId,
    };
    const leftovers = new LeftoverCheck(`${name}-cen-leftover-check`, legs, dynamic());
    // Their ends are known at every preview at which they can be there already, so nothing needs to be ignored where they are adopted.
    const associationChild = `${name}-cen-association`;
    const association = new TransitRouterRouteTableAssociation(associationChild, legs, {
        ...official([leftovers]),
        ...refusingUnmanaged(associationChild, "cenAssociation", hostSettings),
        ...adopting(plan.adopts.cenAssociationId, []),
        customTimeouts: { create: untilItsTurn, delete: untilItsTurn },
        // An attachment is associated with one table at most, so the old association goes first.
        deleteBeforeReplace: true,
    });
    // One after the other: concurrent writes on one transit router are refused with Operation.Blocking.
    const propagationChild = `${name}-cen-propagation`;
    const propagation = new TransitRouterRouteTablePropagation(propagationChild, legs, {
        ...official([association]),
        ...refusingUnmanaged(propagationChild, "cenPropagation", hostSettings),
        ...adopting(plan.adopts.cenPropagationId, []),
        customTimeouts: { create: untilItsTurn, delete: untilItsTurn },
    });
    return { id: attachment.transitRouterAttachmentId, routeTableId, ready: [association, propagation] };
}

/** undefined for an own VBR; the lowest SDK of the range declares no undefined within an output. */
function foreignOwnerOf({ foreignOwnerId }: BorderRouter): pulumi.Output<string> {
    return foreignOwnerId.apply((ownerId) => (ownerId === "" ? undefined : ownerId)) as pulumi.Output<string>;
}

/** The transit router's route table of the VBR: the given one, else the system table. Empty on a Basic CEN, which has none. */
export function chooseRouteTable({ plan, official }: Scope): pulumi.Output<string> {
    const { cen } = plan.args.alibaba;
    if (cen.transitRouterId === undefined || cen.transitRouterRouteTableId !== undefined) {
        return pulumi.output(cen.transitRouterRouteTableId ?? "");
    }
    const { parent } = official();
    return pulumi.output(cen.transitRouterId).apply((transitRouterId) => {
        const subject = `the route tables of transit router ${transitRouterId}`;
        const fix = "Check alibaba.cen.transitRouterId, or set alibaba.cen.transitRouterRouteTableId.";
        const answer = ask({ subject, fix }, () =>
            getTransitRouterRouteTables({ transitRouterId, transitRouterRouteTableType: "System" }, { parent }),
        );
        return pulumi.output(answer).apply(({ tables: [system] }) => {
            if (system === undefined) {
                throw new pulumi.RunError(
                    `Transit router ${transitRouterId} has no system route table. If it is a Basic one, leave alibaba.cen.transitRouterId out; else set alibaba.cen.transitRouterRouteTableId to the table that the VPC is associated with.`,
                );
            }
            return system.transitRouterRouteTableId;
        });
    });
}
