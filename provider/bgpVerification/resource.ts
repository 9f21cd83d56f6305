import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs, AwsAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BgpVerificationArgs extends WaitInputs, AwsAccountArgs, AlibabaAccountArgs {
    /** The VBR, `vbr-...`. A change verifies anew. */
    vbrId: pulumi.Input<string>;
    /** The hosted connection, `dxcon-...`. A change verifies anew. */
    connectionId: pulumi.Input<string>;
    /** The virtual interface, `dxvif-...`. A change replaces. */
    virtualInterfaceId: pulumi.Input<string>;
    /** The VBR's BGP peer, `bgp-...`. A change verifies anew. */
    bgpPeerId: pulumi.Input<string>;
    /** What the next `up` does with a session that was up and has fallen: "warn", or "fail", which waits for it up to the limit. In no diff. Default: "warn". */
    onDown?: pulumi.Input<"warn" | "fail" | undefined>;
    /** How many readings in a row must say up, from 1 on: each side's reading lags by itself. In no diff. Default: 3. */
    consecutiveReads?: pulumi.Input<number | undefined>;
    /** Anything whose change verifies anew. Default: none. */
    triggers?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /** The limit of the wait, in seconds, above 0. In no diff. Default: 900. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
    /** Whether gateway and VBR attachment are the same stack's own: one that is no longer made is deleted, which is refused while BGP is up. In no diff. Default: nothing is said. */
    made?: { vpnGateway?: pulumi.Input<boolean | undefined>; vbrAttachment?: pulumi.Input<boolean | undefined> };
    /** Lets a plan cut the traffic of the link. In no diff. Default: false. */
    allowOutage?: pulumi.Input<boolean | undefined>;
}

/** What the Alibaba side says; "not there" for what is missing. */
export interface AlibabaBgpView {
    /** The peer's BGP status; only `Established` is up. */
    bgpStatus: string;
    /** The VBR's status; `active` is good. */
    borderRouterStatus: string;
    /** The circuit's status; `Enabled` is good. */
    circuitStatus: string;
    /** `Normal`, or what locks the circuit: FinancialLocked, SecurityLocked. */
    businessStatus: string;
    /** How many routes the VBR told AWS when it was last verified. */
    advertisedRouteCount?: number;
    /** How many routes the VBR learned from AWS when it was last verified. */
    receivedRouteCount?: number;
}

/** What the AWS side says; "not there" for what is missing. */
export interface AwsBgpView {
    /** `up` if every BGP peer of the virtual interface is, else what the first other one says. */
    bgpStatus: string;
    /** The hosted connection's state; `available` is good. */
    connectionState: string;
    /** The virtual interface's state; `available` is good, `testing` is a failover test. */
    virtualInterfaceState: string;
}

/**
 * Waits until BGP is up as both sides say it, several times in a row
 * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_BGPPeer.html, `bgpStatus`). Writes nothing, and nothing depends on it, so that all
 * that changes while a link lives shows here. Its ID is `<virtualInterfaceId>/bgp`. A refresh shows a fallen session and a locked circuit; a failover test
 * and route counts are no drift. Destroying it deletes nothing.
 *
 * Errors: BGP is not up within the limit, with what both sides say and the likely cause; another account or region than expected; at preview, a plan that
 * would replace the virtual interface or change the VBR's BGP while BGP is up, unless `allowOutage` is true.
 */
export class BgpVerification extends MultiCloudResource {
    /** up: both sides say so. */
    declare readonly bgpStatus: pulumi.Output<"up" | "down">;
    /** When it was last seen up, ISO 8601. */
    declare readonly verifiedAt: pulumi.Output<string>;
    /** What the VBR's side says. */
    declare readonly alibaba: pulumi.Output<AlibabaBgpView>;
    /** What the AWS side says. */
    declare readonly aws: pulumi.Output<AwsBgpView>;

    constructor(name: string, args: BgpVerificationArgs, opts?: pulumi.CustomResourceOptions) {
        super("BgpVerification", name, args, ["bgpStatus", "verifiedAt", "alibaba", "aws"], opts);
    }
}
