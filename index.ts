// The public API: everything else is free to change.
export { MultiCloudConnection, type Verification } from "./components/multiCloudConnection";
export type {
    AdoptArgs,
    AlibabaArgs,
    AwsArgs,
    BgpArgs,
    CenArgs,
    MultiCloudConnectionArgs,
    OverrideArgs,
    TimeoutArgs,
    VerificationArgs,
} from "./components/args";
// What a program may be allowed to do, and no more.
export { requiredAwsPolicy, requiredRamPolicy } from "./provider/policies/requiredPolicies";
export type { AwsPolicyDocument, RamPolicyDocument } from "./provider/policies/requiredPolicies";
export type { PolicyArgs } from "./provider/policies/args";
// Where the dynamic resources work: for explicit providers.
export { MultiCloudHost, type HostSettingName, type HostSettings } from "./components/hostProvider";
// The dynamic resources, for programs that compose their own.
export { BgpAuthKey } from "./provider/bgpAuthKey/resource";
export { BgpVerification } from "./provider/bgpVerification/resource";
export { BorderRouter } from "./provider/borderRouter/resource";
export { BorderRouterBgp } from "./provider/borderRouterBgp/resource";
export { BackendConfiguration } from "./provider/backendConfiguration/resource";
export { CircuitActivation } from "./provider/circuitActivation/resource";
export { HostedConnectionAcceptance } from "./provider/hostedConnectionAcceptance/resource";
export { HostedConnectionRelease } from "./provider/hostedConnectionRelease/resource";
export { LeftoverCheck } from "./provider/leftoverCheck/resource";
export { Preflight } from "./provider/preflight/resource";
export { VpcRoutes } from "./provider/vpcRoutes/resource";
