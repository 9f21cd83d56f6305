import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BgpVerificationArgs extends WaitInputs {
    vbrId: pulumi.Input<string>;
    connectionId: pulumi.Input<string>;
    /** A change replaces. */
    virtualInterfaceId: pulumi.Input<string>;
    bgpPeerId: pulumi.Input<string>;
    /** What becomes of a session that was up and has fallen. Default: "warn". */
    onDown?: pulumi.Input<"warn" | "fail" | undefined>;
    /** How many readings in a row must say up. Default: 3. */
    consecutiveReads?: pulumi.Input<number | undefined>;
    /** Anything whose change verifies anew. */
    triggers?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/** What the Alibaba side says. */
export interface AlibabaBgpView {
    /** The peer's BGP status; only `Established` is up. */
    bgpStatus: string;
    borderRouterStatus: string;
    circuitStatus: string;
    businessStatus: string;
    advertisedRouteCount?: number;
    receivedRouteCount?: number;
}

/** What the AWS side says. */
export interface AwsBgpView {
    bgpStatus: string;
    connectionState: string;
    virtualInterfaceState: string;
}

/** Waits until BGP is up as both sides say it, several times in a row. Reads alone. */
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
