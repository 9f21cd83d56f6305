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
    /**
     * When it is verified: "bgp", once BGP is up; "routes", once routes lead both ways, too, between `networks`, which are then needed. A change verifies
     * anew. Default: "bgp".
     */
    level?: pulumi.Input<"bgp" | "routes" | undefined>;
    /** Which networks the link joins. A change verifies anew. Default: none, for level "bgp". */
    networks?: JoinedNetworksArgs;
    /** What the next `up` does with a session that was up and has fallen: "warn", or "fail", which waits for it up to the limit. In no diff. Default: "warn". */
    onDown?: pulumi.Input<"warn" | "fail" | undefined>;
    /** How many readings in a row must say up, from 1 on: each side's reading lags by itself. In no diff. Default: 3. */
    consecutiveReads?: pulumi.Input<number | undefined>;
    /** Anything whose change verifies anew. Default: none. */
    triggers?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /** The limit of the wait, in seconds, above 0. In no diff. Default: 900. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
    /** Whether gateway and VBR attachment are the same stack's own: one that is no longer made is deleted, which is refused while BGP is up. In no diff. Default: nothing is said. */
    made?: {
        vpnGateway?: pulumi.Input<boolean | undefined>;
        vbrAttachment?: pulumi.Input<boolean | undefined>;
        /** The VPCs at Alibaba Cloud on whose side `VpcRoutes` has made something. */
        vpcRoutes?: pulumi.Input<string[] | undefined>;
    };
    /** Lets a plan cut the traffic of the link. In no diff. Default: false. */
    allowOutage?: pulumi.Input<boolean | undefined>;
}

export interface JoinedNetworksArgs {
    /** The AWS VPC, `vpc-...`. */
    awsVpcId: pulumi.Input<string>;
    /** The route tables of that VPC, `rtb-...`, that are to lead to Alibaba Cloud. */
    routeTableIds: pulumi.Input<pulumi.Input<string>[]>;
    /** The CEN, `cen-...`. */
    cenId: pulumi.Input<string>;
    /** Its Enterprise transit router, `tr-...`. Default: none, so a Basic CEN. */
    transitRouterId?: pulumi.Input<string | undefined>;
    /** The route table of the VBR's attachment, `vtb-...`. Default: the one that it is associated with. */
    transitRouterRouteTableId?: pulumi.Input<string | undefined>;
    /** The VPCs at Alibaba Cloud, `vpc-...`. Default: those that bring routes to that table; of them only that AWS learns these is demanded. */
    alibabaVpcIds?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/** Every one of `from` has a route to every one of `to`. */
export interface Reach {
    from: string[];
    to: string[];
}

/** Which CIDR blocks reach which, by the route tables of both clouds, when that was last looked at; security groups and network ACLs are not asked. */
export interface RoutesView {
    /** From subnets at AWS to vSwitches at Alibaba Cloud. */
    awsToAlibaba: Reach[];
    /** From vSwitches at Alibaba Cloud to the blocks of the AWS VPC. */
    alibabaToAws: Reach[];
    /** What is missing, each with its fix. */
    missing: string[];
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
 * Waits until BGP is up as both sides say it, several times in a row, and, at level "routes", until routes lead both ways, within the same limit
 * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_BGPPeer.html, `bgpStatus`). Writes nothing, and nothing depends on it, so that all
 * that changes while a link lives shows here. Its ID is `<virtualInterfaceId>/bgp`. A refresh shows a fallen session, a locked circuit and routes that are missing; a
 * failover test and route counts are no drift. Destroying it deletes nothing.
 *
 * Errors: BGP is not up within the limit, with what both sides say and the likely cause; routes are not there within
 * it, with all that is missing and its fix; another account or region than expected; at preview, a plan that
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
    /** Which CIDR blocks reach which; undefined at level "bgp". */
    declare readonly routes: pulumi.Output<RoutesView | undefined>;

    constructor(name: string, args: BgpVerificationArgs, opts?: pulumi.CustomResourceOptions) {
        super("BgpVerification", name, args, ["bgpStatus", "verifiedAt", "alibaba", "aws", "routes"], opts);
    }
}
