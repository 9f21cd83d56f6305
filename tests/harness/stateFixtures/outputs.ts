import type { BgpAuthKeyOutputs } from "../../../provider/bgpAuthKey/handler";
import type { BgpVerificationOutputs } from "../../../provider/bgpVerification/handler";
import type { BorderRouterOutputs } from "../../../provider/borderRouter/handler";
import type { BorderRouterBgpOutputs } from "../../../provider/borderRouterBgp/handler";
import type { CircuitActivationOutputs } from "../../../provider/circuitActivation/handler";
import type { HostedConnectionReleaseInputs } from "../../../provider/hostedConnectionRelease/handler";
import type { PreflightInputs } from "../../../provider/preflight/handler";
import type { Kind } from "../serializedCourier";

const aws = ["awsAccountId", "awsRegion"] as const;
const alibaba = ["alibabaAccountId", "alibabaRegion"] as const;

/** What stored outputs may hold, by kind: a handler reads each of them for ever, and a name that its outputs have lost does not compile. */
export const storedOutputs: Partial<Record<Kind, readonly string[]>> = {
    BgpAuthKey: ["vbrId", "key", "source"] satisfies (keyof BgpAuthKeyOutputs)[],
    BgpVerification: [
        ...aws,
        ...alibaba,
        "vbrId",
        "connectionId",
        "virtualInterfaceId",
        "bgpPeerId",
        "bgpStatus",
        "verifiedAt",
        "alibaba",
        "aws",
    ] satisfies (keyof BgpVerificationOutputs)[],
    BorderRouter: [
        ...aws,
        ...alibaba,
        "vbrId",
        "cenId",
        "own",
        "foreignOwnerId",
        "regionId",
    ] satisfies (keyof BorderRouterOutputs)[],
    BorderRouterBgp: [
        ...alibaba,
        "vbrId",
        "peerAsn",
        "localAsn",
        "authKey",
        "peerIpAddress",
        "bgpGroupId",
        "bgpPeerId",
        "madeGroup",
        "madePeer",
        "ready",
    ] satisfies (keyof BorderRouterBgpOutputs)[],
    CircuitActivation: [
        ...aws,
        ...alibaba,
        "vbrId",
        "connectionId",
        "connectionState",
        "timeoutSeconds",
        "vlanId",
        "borderRouterVlanId",
        "amazonAddress",
        "customerAddress",
        "localAsn",
        "made",
        "ready",
    ] satisfies (keyof CircuitActivationOutputs)[],
    HostedConnectionRelease: [...aws, "connectionId", "made"] satisfies (keyof HostedConnectionReleaseInputs)[],
    Preflight: [
        ...aws,
        ...alibaba,
        "vbrId",
        "cenId",
        "transitRouterId",
        "vpcId",
        "vpnGatewayId",
        "routeTableIds",
    ] satisfies (keyof PreflightInputs)[],
};
