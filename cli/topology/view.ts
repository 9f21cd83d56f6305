import type { KeyFacts, LinkFacts } from "../../provider/diagnosis/facts";
import {
    activeTables,
    attachmentOf,
    gatewayOfRoutes,
    isOnBasicCen,
    meantTables,
    meantVpcs,
} from "../../provider/diagnosis/networks";
import { bgpSaid } from "../../provider/diagnosis/session";
import { prefixLengthOf } from "../../provider/rules";
import type { AlibabaView, AwsView, CircuitView, LinkView, Presence, SessionView } from "../../topology/link";

/** What is to be drawn of both sides. */
export function viewOf(facts: LinkFacts, name: string | undefined): LinkView {
    const { keys } = facts;
    return {
        name,
        alibaba: alibabaView(facts),
        circuit: circuitView(facts),
        session: {
            ...saidOfBgp(facts),
            keys: saidOfKeys(keys),
        },
        aws: awsView(facts),
    };
}

function saidOfKeys({ aws, alibaba, comparison }: KeyFacts): SessionView["keys"] {
    if (aws === "empty" && alibaba === "empty") {
        return "none";
    }
    return comparison && (comparison === "equal" ? "equal" : "different");
}

function saidOfBgp(facts: LinkFacts): { alibaba?: string; aws?: string } {
    const { aws, alibaba } = bgpSaid(facts);
    return {
        aws: facts.aws.virtualInterfaces === undefined ? undefined : aws,
        alibaba: facts.alibaba.bgpPeers === undefined ? undefined : alibaba,
    };
}

function alibabaView(facts: LinkFacts): AlibabaView {
    const { ids, alibaba } = facts;
    const { identity, borderRouters, borderRouter, bgpGroup, transitRouters, transitRouter } = alibaba;
    const { borderRouterAttachments, borderRouterAttachment: attachment } = alibaba;
    const length = prefixLengthOf(borderRouter?.peeringSubnetMask ?? "");
    const isBasic = isOnBasicCen(facts);
    return {
        accountId: identity?.accountId,
        region: identity?.region,
        vpcs: meantVpcs(facts).map(({ vpcId, cidrBlocks }) => {
            const own = attachmentOf(vpcId, facts);
            return {
                vpcId,
                presence: "there",
                cidrBlocks,
                attachmentStatus: isBasic ? childStatus(facts, vpcId) : statusOf(alibaba.vpcAttachments, own?.status),
                synchronises: own?.autoPublishRouteEnabled,
            };
        }),
        cenId: ids.cenId,
        cenPresence: alibaba.cen && "there",
        transitRouter: isBasic
            ? undefined
            : {
                  transitRouterId: ids.transitRouterId,
                  presence: presenceOf(transitRouters, transitRouter),
                  routeTableId: activeTables(attachment?.associations)[0],
              },
        attachment: {
            status: isBasic
                ? childStatus(facts, borderRouter?.vbrId)
                : statusOf(borderRouterAttachments, attachment?.status),
            publishes: attachment?.autoPublishRouteEnabled,
        },
        borderRouter: {
            vbrId: ids.vbrId,
            name: borderRouter?.name,
            status: statusOf(borderRouters, borderRouter?.status),
            asn: bgpGroup?.localAsn,
            vlanId: borderRouter?.vlanId,
            address: borderRouter?.localGatewayIp && `${borderRouter.localGatewayIp}/${length ?? ""}`,
        },
    };
}

function circuitView({ aws: { connection }, alibaba: { borderRouter } }: LinkFacts): CircuitView {
    return {
        physicalConnectionId: borderRouter?.physicalConnectionId,
        status: borderRouter?.physicalConnectionStatus,
        businessStatus: borderRouter?.physicalConnectionBusinessStatus,
        bandwidth: connection?.bandwidth,
        accessPointId: borderRouter?.accessPointId,
        location: connection?.location,
    };
}

function awsView(facts: LinkFacts): AwsView {
    const { ids, aws } = facts;
    const { identity, connection, virtualInterface, vpnGateways, directConnectGateway: forwarder, vpc } = aws;
    const gatewayId = gatewayOfRoutes(facts);
    const gateway = vpnGateways?.find(({ vpnGatewayId }) => vpnGatewayId === gatewayId);
    const attachment = gateway?.attachments.find(({ vpcId }) => vpcId === ids.vpcId);
    return {
        accountId: identity?.accountId,
        region: identity?.region,
        connection: {
            connectionId: ids.connectionId,
            name: connection?.connectionName,
            status: statusOf(aws.connections, connection?.connectionState),
            vlanId: connection?.vlan,
        },
        virtualInterface: {
            virtualInterfaceId: ids.virtualInterfaceId,
            status: statusOf(aws.virtualInterfaces, virtualInterface?.virtualInterfaceState),
            vlanId: virtualInterface?.vlan,
            address: virtualInterface?.amazonAddress,
        },
        directConnectGateway: forwarder && {
            directConnectGatewayId: forwarder.directConnectGatewayId,
            presence: "there",
            asn: forwarder.amazonSideAsn,
        },
        gateway: {
            vpnGatewayId: gatewayId,
            status: statusOf(vpnGateways, gateway?.state),
            asn: gateway?.amazonSideAsn,
            attachmentStatus: gateway && (attachment?.state ?? "not there"),
        },
        vpc: {
            vpcId: ids.vpcId,
            presence: vpc && "there",
            cidrBlocks: vpc?.cidrBlocks ?? [],
            routeTables: meantTables(facts).map(({ routeTableId, propagatingVpnGatewayIds }) => ({
                routeTableId,
                propagates: propagatingVpnGatewayIds.includes(gatewayId ?? ""),
            })),
        },
    };
}

function childStatus({ alibaba: { cenChildren } }: LinkFacts, id: string | undefined): string | undefined {
    return statusOf(cenChildren, cenChildren?.find(({ childInstanceId }) => childInstanceId === id)?.status);
}

/** Not on a list that is known: not there. Of a list that nobody could read, nothing is said. */
function statusOf(list: readonly unknown[] | undefined, status: string | undefined): string | undefined {
    return status ?? (list === undefined ? undefined : "not there");
}

function presenceOf(list: readonly unknown[] | undefined, item: object | undefined): Presence {
    return list && (item === undefined ? "not there" : "there");
}
