import type { Clouds } from "../clouds/clouds";
import type { LinkFacts } from "./facts";
import type { LinkIds } from "./link";
import { noteFailures } from "./reading/attempt";
import { attachedVpcOf, readAwsSide } from "./reading/awsSide";
import { readBgp } from "./reading/borderRouter";
import { readCen } from "./reading/cen";
import { circuitOf } from "./reading/circuit";
import { compareKeys, withoutKey } from "./reading/keys";
import { reads } from "./reading/reads";

/**
 * Both sides of a link as they are now. Changes nothing. Whatever is read starts as soon as what it depends on is known: with the IDs that a stack holds
 * that is three rounds of calls. A read that fails is noted, and hides no other; where a cloud takes no call at all, as with wrong credentials, it throws.
 */
export async function readLink(given: LinkIds, { aws, alibaba }: Clouds): Promise<LinkFacts> {
    const { attempt, unreadable } = noteFailures();
    const lists = Promise.all([
        attempt(reads.connections, true, () => aws.describeConnections()),
        attempt(reads.virtualInterfaces, true, () => aws.describeVirtualInterfaces()),
        attempt(reads.borderRouters, true, () => alibaba.describeBorderRouters()),
    ]);
    const found = lists.then(([connections = [], virtualInterfaces = [], borderRouters = []]) =>
        circuitOf(given, { connections, virtualInterfaces, borderRouters }),
    );
    const [identities, [connections, virtualInterfaces, borderRouters], circuit, awsSide, bgp, cen, billing] =
        await Promise.all([
            Promise.all([aws.identity(), alibaba.identity()]),
            lists,
            found,
            readAwsSide(given, found, aws, attempt),
            readBgp(given, found, alibaba, attempt),
            readCen(given, found, alibaba, attempt),
            attempt(reads.outboundBilling, true, () => alibaba.outboundBillingOpened()),
        ]);
    const { connection, virtualInterface, borderRouter } = circuit;
    const { bgpGroups, bgpGroup, bgpPeers, bgpPeer } = bgp;
    return {
        given,
        ids: {
            vbrId: borderRouter?.vbrId,
            connectionId: connection?.connectionId,
            virtualInterfaceId: virtualInterface?.virtualInterfaceId,
            bgpPeerId: bgpPeer?.bgpPeerId,
            vpnGatewayId: virtualInterface?.virtualGatewayId,
            vpcId: attachedVpcOf(awsSide.vpnGateway),
            cenId: borderRouter?.cenIds[0],
            transitRouterId: cen.transitRouter?.transitRouterId,
            transitRouterRouteTableId: cen.borderRouterAttachment?.associations?.[0]?.routeTableId,
            alibabaVpcIds: cen.vpcs?.map(({ vpcId }) => vpcId),
            ...onlyGiven(given),
        },
        aws: {
            identity: identities[0],
            connections,
            connection,
            virtualInterfaces: virtualInterfaces?.map(withoutKey),
            virtualInterface: virtualInterface && withoutKey(virtualInterface),
            ...awsSide,
        },
        alibaba: {
            identity: identities[1],
            borderRouters,
            borderRouter,
            bgpGroups: bgpGroups?.map(withoutKey),
            bgpGroup: bgpGroup && withoutKey(bgpGroup),
            bgpPeers,
            bgpPeer,
            outboundBillingOpened: billing,
            ...cen,
        },
        keys: compareKeys(virtualInterface, bgpGroup),
        unreadable,
    };
}

function onlyGiven(ids: LinkIds): LinkIds {
    return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
}
