import * as pulumi from "@pulumi/pulumi";

import { BgpVerification } from "../provider/bgpVerification/resource";
import { BorderRouter } from "../provider/borderRouter/resource";
import { CircuitActivation } from "../provider/circuitActivation/resource";
import { HostedConnectionRelease } from "../provider/hostedConnectionRelease/resource";
import { Preflight } from "../provider/preflight/resource";
import type { BorderRouterBgp } from "../provider/borderRouterBgp/resource";
import type { PrivateVirtualInterface } from "@pulumi/aws/directconnect/privateVirtualInterface";
import { showingOrderSheet } from "./creationHooks";
import type { CenAttachment } from "./cenAttachment";
import type { Gateway } from "./vpnGateway";
import type { Scope } from "./scope";

/** Looks at both clouds before the first write, which depends on it. An empty list where it is turned off. */
export function preflight({ name, plan, accounts, dynamic }: Scope): Preflight[] {
    if (!plan.preflight) {
        return [];
    }
    const { alibaba, aws, bgp } = plan.args;
    return [
        new Preflight(
            `${name}-preflight`,
            {
                ...accounts,
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
                // Compared with the adopted interface's key; elsewhere it has no business here.
                authKey: plan.adopts.virtualInterfaceId && bgp?.authKey ? pulumi.secret(bgp.authKey) : undefined,
                replaceAuthKey: bgp?.replaceAuthKey,
            },
            dynamic(),
        ),
    ];
}

/** Finds the VBR that the order made; waits, with the order sheet, while there is none. Writes nothing. */
export function findBorderRouter(
    { name, plan, accounts, hostSettings, dynamic }: Scope,
    checked: Preflight[],
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
        { ...dynamic(checked), ...(alibaba.vbrId === undefined && showingOrderSheet(child, hostSettings)) },
    );
}

/** Accepts the hosted connection on AWS and waits for Alibaba's backend: both in one create, since either may need the other. */
export function activateCircuit(
    { name, plan, accounts, dynamic }: Scope,
    borderRouter: BorderRouter,
    checked: Preflight[],
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
        dynamic(checked),
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

/** Waits until BGP is up as both sides say it. */
export function verifyBgp(
    { name, plan, accounts, dynamic }: Scope,
    circuit: CircuitActivation,
    virtualInterface: PrivateVirtualInterface,
    bgp: BorderRouterBgp,
    gateway: Gateway,
    attachment: CenAttachment,
): BgpVerification {
    const { verification } = plan.args;
    return new BgpVerification(
        `${name}-verification`,
        {
            vbrId: circuit.vbrId,
            connectionId: circuit.id,
            virtualInterfaceId: virtualInterface.id,
            bgpPeerId: bgp.bgpPeerId,
            // What an update has written resets the session: up to now is not up from now on.
            triggers: bgp.changedAt.apply((at) => (at === undefined ? undefined : [at])),
            ...accounts,
            onDown: verification?.onDown,
            timeoutSeconds: verification?.timeoutSeconds,
        },
        dynamic([virtualInterface, bgp, ...gateway.propagated, ...attachment.ready]),
    );
}
