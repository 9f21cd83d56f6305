import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { activeTables, isAttached, isOnBasicCen } from "../networks";

const upAgain = "Run pulumi refresh and then pulumi up";

/** What joins the VBR to the CEN. */
export const cenAttachmentCauses: readonly Cause[] = [
    {
        name: "vbr-not-attached",
        find: (facts) => {
            const { borderRouter, isGranted } = facts.alibaba;
            if (borderRouter === undefined || placesOf(facts) === undefined || isOnWantedCen(facts)) {
                return [];
            }
            const { status } = facts.alibaba.borderRouterAttachment ?? {};
            const elsewhere = borderRouter.cenIds.filter((cenId) => cenId !== facts.ids.cenId);
            const place = facts.given.transitRouterId ?? facts.ids.cenId ?? "a CEN";
            if (elsewhere.length > 0 || isGranted === false) {
                // It cannot be attached before that is mended.
                return [];
            }
            return [
                {
                    says: `${borderRouter.vbrId} is not attached to ${place}${status === undefined ? "" : ` (${status})`}.`,
                    fix: `${upAgain}, which attaches it.`,
                },
            ];
        },
    },
    {
        name: "vbr-in-another-cen",
        find: (facts) => {
            const { borderRouter } = facts.alibaba;
            const wanted = facts.given.cenId;
            const elsewhere = (borderRouter?.cenIds ?? []).filter((cenId) => cenId !== wanted);
            return borderRouter === undefined || wanted === undefined || elsewhere.length === 0
                ? []
                : [
                      {
                          says: `${borderRouter.vbrId} is in ${elsewhere.join(", ")}, the link's CEN is ${wanted}.`,
                          fix: `Detach it from ${elsewhere.join(", ")}, then run pulumi up.`,
                      },
                  ];
        },
    },
    {
        name: "grant-missing",
        find: ({ ids, alibaba: { borderRouter, isGranted, identity } }) =>
            borderRouter === undefined ||
            ids.cenId === undefined ||
            isGranted !== false ||
            borderRouter.cenIds.includes(ids.cenId)
                ? []
                : [
                      {
                          says: `${borderRouter.vbrId} belongs to another account (most likely ${borderRouter.physicalConnectionOwnerUid}), which has not granted it to ${ids.cenId}.`,
                          fix: `Ask Alibaba Cloud to grant it to ${ids.cenId} of account ${identity?.accountId ?? "unknown"}, then run pulumi up.`,
                      },
                  ],
    },
    {
        name: "vbr-not-associated",
        find: (facts) => {
            const attachment = liveAttachment(facts);
            return attachment?.associations === undefined || activeTables(attachment.associations).length > 0
                ? []
                : [
                      {
                          says: `${attachment.attachmentId} of ${attachment.resourceId} is associated with no route table${statesOf(attachment.associations)}.`,
                          fix: `${upAgain}, which associates it with ${tableOf(facts)}.`,
                      },
                  ];
        },
    },
    {
        name: "vbr-not-propagating",
        find: (facts) => {
            const attachment = liveAttachment(facts);
            return attachment?.propagations === undefined || activeTables(attachment.propagations).length > 0
                ? []
                : [
                      {
                          says: `${attachment.attachmentId} of ${attachment.resourceId} propagates its routes to no route table${statesOf(attachment.propagations)}.`,
                          fix: `${upAgain}, which lets it propagate to ${tableOf(facts)}.`,
                      },
                  ];
        },
    },
    {
        name: "publishing-off",
        find: (facts) => {
            const attachment = liveAttachment(facts);
            return attachment === undefined || attachment.autoPublishRouteEnabled
                ? []
                : [
                      {
                          says: `${attachment.attachmentId} does not publish routes to ${attachment.resourceId} (autoPublishRouteEnabled is off), so that AWS hears of none.`,
                          fix: `${upAgain}, which turns it on.`,
                      },
                  ];
        },
    },
];

/** What is known of where VBRs hang: as attachments of the transit router, or as children of the CEN. */
function placesOf(facts: LinkFacts): readonly unknown[] | undefined {
    const { borderRouterAttachments, cenChildren } = facts.alibaba;
    return facts.ids.cenId === undefined ? [] : isOnBasicCen(facts) ? cenChildren : borderRouterAttachments;
}

function isOnWantedCen(facts: LinkFacts): boolean {
    const { cenChildren = [], borderRouter, borderRouterAttachment } = facts.alibaba;
    return isOnBasicCen(facts)
        ? cenChildren.some((child) => child.childInstanceId === borderRouter?.vbrId && isAttached(child))
        : isAttached(borderRouterAttachment);
}

function liveAttachment({ alibaba: { borderRouterAttachment } }: LinkFacts): typeof borderRouterAttachment {
    return isAttached(borderRouterAttachment) ? borderRouterAttachment : undefined;
}

function tableOf({ given, alibaba }: LinkFacts): string {
    const system = alibaba.transitRouterRouteTables?.find(({ type }) => type === "System");
    return given.transitRouterRouteTableId ?? system?.routeTableId ?? "the transit router's table";
}

function statesOf(legs: readonly { routeTableId: string; status: string }[]): string {
    const states = legs.map(({ routeTableId, status }) => `${routeTableId} ${status}`);
    return states.length === 0 ? "" : ` (${states.join(", ")})`;
}
