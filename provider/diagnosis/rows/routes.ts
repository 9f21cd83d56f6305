import { activeTables, attachmentOf, isOnBasicCen, meantTables, meantVpcs, prefixesOf } from "../networks";
import type { AttachmentFacts, LinkFacts } from "../facts";
import { few } from "../few";
import { notKnown, notThere, shown, type RowRule } from "./rule";

/** From the gateway of AWS to its VPC, and from the VBR to the VPCs at Alibaba Cloud. */
export const routeRows: readonly RowRule[] = [
    {
        what: "gateway, CEN",
        causes: [
            "gateway-not-attached",
            "virtual-interface-on-another-gateway",
            "gateway-on-another-vpc",
            "allowed-prefixes",
            "vbr-not-attached",
            "vbr-in-another-cen",
            "grant-missing",
        ],
        aws: ({ aws: { vpnGateway, vpnGateways, directConnectGateway } }) =>
            directConnectGateway === undefined
                ? shown(vpnGateway, vpnGateways, ({ vpnGatewayId, attachments }) => {
                      const places = attachments.map(({ vpcId, state }) => `${state} to ${vpcId}`);
                      return `${vpnGatewayId} ${few(places, "on no VPC")}`;
                  })
                : `${directConnectGateway.directConnectGatewayId}, ${few(directConnectGateway.associations.map(({ gatewayId, state }) => `${gatewayId} ${state}`))}`,
        alibaba: (facts) => {
            const { borderRouterAttachment: attachment, borderRouterAttachments, borderRouter } = facts.alibaba;
            return isOnBasicCen(facts)
                ? `${few(borderRouter?.cenIds ?? [], "on no CEN")} (Basic)`
                : shown(
                      attachment,
                      borderRouterAttachments,
                      ({ attachmentId, status, transitRouterId }) => `${attachmentId} ${status} to ${transitRouterId}`,
                  );
        },
    },
    {
        what: "route tables",
        causes: [
            "propagation-off",
            "subnet-uses-another-table",
            "propagated-routes-limit",
            "static-route-wins",
            "vbr-not-associated",
            "vbr-not-propagating",
            "publishing-off",
        ],
        aws: (facts) => {
            const tables = meantTables(facts).map(
                ({ routeTableId, propagatingVpnGatewayIds }) =>
                    `${routeTableId} propagation ${propagatingVpnGatewayIds.length > 0 ? "on" : "off"}`,
            );
            return facts.aws.routeTables === undefined ? notKnown : few(tables);
        },
        alibaba: (facts) => {
            const { borderRouterAttachment: attachment } = facts.alibaba;
            if (isOnBasicCen(facts)) {
                return "";
            }
            return attachment === undefined
                ? notThere
                : `${legsOf(attachment)}; publishing ${onOff(attachment.autoPublishRouteEnabled)}`;
        },
    },
    {
        what: "VPC",
        causes: [
            "cidr-overlap",
            "vpc-not-attached",
            "different-route-tables",
            "synchronisation-off",
            "synchronisation-blocked",
            "vpc-route-conflict",
            "vpc-in-another-region",
        ],
        aws: ({ aws: { vpc } }) => (vpc === undefined ? notKnown : `${vpc.vpcId} (${few(vpc.cidrBlocks)})`),
        alibaba: (facts) => {
            const vpcs = meantVpcs(facts).map(({ vpcId, ...vpc }) => {
                const attachment = attachmentOf(vpcId, facts);
                const synchronised = attachment ? `, synchronisation ${onOff(attachment.autoPublishRouteEnabled)}` : "";
                return `${vpcId} (${few(prefixesOf({ vpcId, ...vpc }))})${synchronised}`;
            });
            return facts.alibaba.vpcs === undefined ? notKnown : few(vpcs);
        },
    },
    {
        what: "routes to Alibaba",
        causes: ["too-many-routes-to-alibaba", "lost-to-another-source", "asymmetric-backup", "more-specific-backup"],
        aws: (facts) => count(routes(facts, "advertised"), "advertised"),
        alibaba: ({ alibaba: { bgpPeer } }) => count(bgpPeer?.receivedRouteCount, "received"),
    },
    {
        what: "routes to AWS",
        causes: ["too-many-prefixes-to-aws", "as-path-loop", "route-map-denies"],
        aws: (facts) => count(routes(facts, "accepted"), "accepted"),
        alibaba: ({ alibaba: { bgpPeer } }) => count(bgpPeer?.advertisedRouteCount, "advertised"),
    },
    {
        what: "packet filters",
        causes: ["packet-filter"],
        aws: ({ aws: { securityGroups, networkAcls } }) => filters(securityGroups, networkAcls),
        alibaba: (facts) => {
            const vpcs = meantVpcs(facts);
            return filters(
                vpcs.flatMap(({ securityGroups }) => securityGroups ?? []),
                vpcs.flatMap(({ networkAcls }) => networkAcls ?? []),
            );
        },
    },
    {
        what: "outbound billing",
        causes: ["outbound-billing-not-opened"],
        aws: () => "",
        alibaba: ({ alibaba: { outboundBillingOpened: opened } }) =>
            opened === undefined ? notKnown : opened ? "opened" : "not opened",
    },
];

/** By table, what joins the attachment to it. */
function legsOf({ associations, propagations }: AttachmentFacts<object>): string {
    const [used, filled] = [activeTables(associations), activeTables(propagations)];
    const tables = [...new Set([...used, ...filled])].map((table) =>
        [
            `${table}:`,
            ...(used.includes(table) ? ["associated"] : ["not associated"]),
            ...(filled.includes(table) ? ["and propagating"] : ["and not propagating"]),
        ].join(" "),
    );
    return few(tables, "neither associated nor propagating");
}

function routes(
    { aws: { virtualInterfaceRoutes } }: LinkFacts,
    direction: "accepted" | "advertised",
): number | undefined {
    return virtualInterfaceRoutes?.filter((route) => route.direction === direction).length;
}

function count(number: number | undefined, what: string): string {
    return number === undefined ? "" : `${number} ${what}`;
}

function onOff(isOn: boolean): string {
    return isOn ? "on" : "off";
}

function filters(groups: readonly unknown[] | undefined, acls: readonly unknown[] | undefined): string {
    return groups === undefined && acls === undefined
        ? notKnown
        : `security groups: ${groups?.length ?? 0}, network ACLs: ${acls?.length ?? 0}`;
}
