import * as pulumi from "@pulumi/pulumi";

import { BgpVerification } from "../provider/bgpVerification/resource";
import { BorderRouter } from "../provider/borderRouter/resource";
import { CircuitActivation } from "../provider/circuitActivation/resource";
import { HostedConnectionRelease } from "../provider/hostedConnectionRelease/resource";
import { Preflight, type TrafficPathArgs } from "../provider/preflight/resource";
import type { BorderRouterBgp } from "../provider/borderRouterBgp/resource";
import type { VpcRoutes } from "../provider/vpcRoutes/resource";
import type { PrivateVirtualInterface } from "@pulumi/aws/directconnect/privateVirtualInterface";
import { costsOf } from "./costs";
import { sayingAtPreview, showingOrderSheet } from "./creationHooks";
import type { CenAttachment } from "./cenAttachment";
import type { Gateway } from "./vpnGateway";
import type { ConnectionPlan } from "./plan";
import type { Scope } from "./scope";

/** Refuses what must not be, at preview and before the first write, which depends on it; unless it is turned off, after a look at both clouds. */
export function preflight({ name, plan, accounts, dynamic }: Scope, routeTableId: pulumi.Output<string>): Preflight {
    const { alibaba, aws, bgp, allowOutage } = plan.args;
    const authKey = bgp?.authKey === undefined ? undefined : pulumi.secret(bgp.authKey);
    const child = `${name}-preflight`;
    return new Preflight(
        child,
        {
            ...accounts,
            looks: plan.looks ? undefined : false,
            vbrId: alibaba.vbrId,
            cenId: alibaba.cen.cenId,
            transitRouterId: alibaba.cen.transitRouterId,
            connectionId: aws.connectionId,
            vpcId: aws.vpcId,
            vpnGatewayId: aws.vpnGatewayId,
            routeTableIds: aws.routeTableIds,
            adopt: plan.args.adopt,
            amazonSideAsn: aws.amazonSideAsn,
            localAsn: bgp?.localAsn,
            // Compared with the adopted interface's key.
            authKey: plan.adopts.virtualInterfaceId ? authKey : undefined,
            replaceAuthKey: bgp?.replaceAuthKey,
            search: {
                accessPointId: alibaba.accessPointId,
                borderRouterName: alibaba.borderRouterName,
                connectionName: aws.connectionName,
                partnerName: aws.partnerName,
                vlanMayDiffer: aws.vlanMayDiffer,
            },
            trafficPath: { authKey, transitRouterRouteTableId: routeTableId, ...trafficPathOf(plan.args) },
            allowOutage,
        },
        { ...dynamic(), ...(plan.looks && sayingAtPreview(child, costsOf(plan))) },
    );
}

/** What cuts traffic when it changes, and is nothing to look at in the clouds. */
function trafficPathOf({ alibaba, overrides }: ConnectionPlan["args"]): TrafficPathArgs {
    return {
        attachmentId: alibaba.cen.attachmentId,
        virtualInterfaceName: overrides?.virtualInterface?.name,
        mtu: overrides?.virtualInterface?.mtu,
        availabilityZone: overrides?.vpnGateway?.availabilityZone,
        autoPublishRouteEnabled: overrides?.cenAttachment?.autoPublishRouteEnabled,
        vbrOwnerId: overrides?.cenAttachment?.vbrOwnerId,
    };
}

/** Finds the VBR that the order made; waits, with the order sheet, while there is none. Writes nothing. */
export function findBorderRouter(
    { name, plan, accounts, hostSettings, dynamic }: Scope,
    checked: Preflight,
): BorderRouter {
    const { alibaba, timeouts } = plan.args;
    const child = `${name}-border-router`;
    return new BorderRouter(
        child,
        {
            vbrId: alibaba.vbrId,
            accessPointId: alibaba.accessPointId,
            borderRouterName: alibaba.borderRouterName,
            cenId: alibaba.cen.cenId,
            ...accounts,
            timeoutSeconds: timeouts?.borderRouterSeconds,
        },
        { ...dynamic([checked]), ...(alibaba.vbrId === undefined && showingOrderSheet(child, hostSettings)) },
    );
}

/** Accepts the hosted connection on AWS and waits for Alibaba's backend: both in one create, since either may need the other. */
export function activateCircuit(
    { name, plan, accounts, dynamic }: Scope,
    borderRouter: BorderRouter,
    checked: Preflight,
): CircuitActivation {
    const { aws, bgp, timeouts } = plan.args;
    return new CircuitActivation(
        `${name}-circuit`,
        {
            vbrId: borderRouter.id,
            connectionId: aws.connectionId,
            connectionName: aws.connectionName,
            partnerName: aws.partnerName,
            vlanMayDiffer: aws.vlanMayDiffer,
            localAsn: bgp?.localAsn,
            ...accounts,
            timeoutSeconds: timeouts?.circuitSeconds,
        },
        dynamic([checked]),
    );
}

/** Holds the wish for the destroy, where a change of it is no update of anything that the virtual interface is made from. */
export function releaseOnDestroy(
    { name, plan, accounts, dynamic }: Scope,
    circuit: CircuitActivation,
): HostedConnectionRelease {
    return new HostedConnectionRelease(
        `${name}-connection-release`,
        {
            connectionId: circuit.id,
            vbrId: circuit.vbrId,
            made: circuit.made,
            onDestroy: plan.args.onDestroy?.hostedConnection,
            awsAccountId: accounts.awsAccountId,
            awsRegion: accounts.awsRegion,
        },
        dynamic(),
    );
}

/** Waits until BGP is up as both sides say it, and routes have come. */
export function verifyBgp(
    { name, plan, accounts, dynamic }: Scope,
    circuit: CircuitActivation,
    virtualInterface: PrivateVirtualInterface,
    bgp: BorderRouterBgp,
    gateway: Gateway,
    attachment: CenAttachment,
    vpcRoutes: VpcRoutes | undefined,
): BgpVerification {
    const { verification, aws, alibaba } = plan.args;
    const level = verification?.level ?? "routes";
    return new BgpVerification(
        `${name}-verification`,
        {
            vbrId: circuit.vbrId,
            connectionId: circuit.id,
            virtualInterfaceId: virtualInterface.id,
            bgpPeerId: bgp.bgpPeerId,
            ...accounts,
            level,
            networks: {
                awsVpcId: aws.vpcId,
                routeTableIds: plan.routeTables.map(({ routeTableId }) => routeTableId),
                cenId: alibaba.cen.cenId,
                transitRouterId: alibaba.cen.transitRouterId,
                transitRouterRouteTableId: attachment.routeTableId,
                alibabaVpcIds: alibaba.vpcs && [...alibaba.vpcs],
            },
            onDown: verification?.onDown,
            timeoutSeconds: verification?.timeoutSeconds,
            made: {
                vpnGateway: plan.makesVpnGateway,
                vbrAttachment: alibaba.cen.attachmentId === undefined,
                vpcRoutes: vpcRoutes?.made.apply((made) => made.map(({ vpcId }) => vpcId)),
            },
            allowOutage: plan.args.allowOutage,
        },
        dynamic([
            virtualInterface,
            bgp,
            ...gateway.propagated,
            ...attachment.ready,
            ...(vpcRoutes === undefined ? [] : [vpcRoutes]),
        ]),
    );
}
