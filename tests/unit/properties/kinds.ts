import fc, { type Arbitrary } from "fast-check";

/** No failure may show it. */
export const secret = "s3cr3t";

/** A dynamic resource: what its inputs mostly are, which of them are its identity, and which are in no diff. */
export interface Kind {
    inputs: Readonly<Record<string, Arbitrary<unknown>>>;
    /** Without these there is no such resource. */
    required: readonly string[];
    identities: readonly string[];
    /** With these its check asks no cloud. */
    offline?: Readonly<Record<string, unknown>>;
    /** The ID and the outputs of a resource that is finished, with these inputs. */
    finished: (inputs: Readonly<Record<string, unknown>>) => { id: string; outputs: Record<string, unknown> };
}

const vbrId = fc.constantFrom("vbr-1", "vbr-2");
const connectionId = fc.constantFrom("dxcon-1", "dxcon-2");
const virtualInterfaceId = fc.constantFrom("dxvif-1", "dxvif-2");
const name = fc.constantFrom("multi-cloud", "other");
const asn = fc.constantFrom(45104, 64512, 64513, 65025, 4_200_000_000, 0);
const flag = fc.boolean();
/** Fitting, unsafe, or too long. */
export const authKey = fc
    .oneof(fc.string({ maxLength: 20 }), fc.constantFrom("", "-".repeat(80)))
    .map((text) => secret + text);

const accounts = {
    awsAccountId: fc.constantFrom("123456789012", ""),
    awsRegion: fc.constant("ap-southeast-1"),
    alibabaAccountId: fc.constant("1234567890123456"),
    alibabaRegion: fc.constant("ap-southeast-1"),
};

/** In no diff, of any kind that has them. */
export const settings = {
    resourceUrn: fc.constantFrom("urn:pulumi:dev::link::type::one", "urn:pulumi:dev::link::type::two"),
    __provider: fc.constantFrom("code", "other code"),
};

const timeoutSeconds = fc.oneof(fc.integer({ min: -1, max: 5000 }), fc.double());
const common = { ...accounts, ...settings };
const waiting = { ...common, timeoutSeconds };

export const kinds: Readonly<Record<string, Kind>> = {
    BackendConfiguration: {
        inputs: { ...waiting, vbrId, localAsn: asn },
        required: ["vbrId"],
        identities: ["vbrId"],
        finished: (inputs) => ({ id: String(inputs.vbrId), outputs: inputs }),
    },
    BgpAuthKey: {
        inputs: { ...common, vbrId, authKey, replaceAuthKey: flag, virtualInterfaceId },
        required: ["vbrId"],
        identities: ["vbrId", "authKey"],
        finished: (inputs) => ({
            id: "vbr-1/bgp-auth-key",
            outputs: { key: "generated", ...inputs, ...keyOf(inputs) },
        }),
    },
    BgpVerification: {
        inputs: {
            ...waiting,
            vbrId,
            connectionId,
            virtualInterfaceId,
            bgpPeerId: fc.constantFrom("bgp-1", "bgp-2"),
            level: fc.constantFrom("bgp", "routes", "packets"),
            networks: fc.record(
                { awsVpcId: fc.constant("vpc-1"), routeTableIds: fc.array(name, { maxLength: 2 }) },
                { noNullPrototype: true },
            ),
            onDown: fc.constantFrom("warn", "fail", "stop"),
            consecutiveReads: fc.nat({ max: 4 }),
            triggers: fc.array(name, { maxLength: 3 }),
        },
        required: ["vbrId", "connectionId", "virtualInterfaceId", "bgpPeerId"],
        identities: ["virtualInterfaceId"],
        finished: (inputs) => ({ id: "dxvif-1/bgp", outputs: { ...inputs, bgpStatus: "up" } }),
    },
    BorderRouter: {
        inputs: { ...waiting, vbrId, accessPointId: fc.constantFrom("ap-1", "ap-2"), borderRouterName: name },
        required: [],
        identities: ["vbrId"],
        finished: ({ vbrId: given = "vbr-1", ...inputs }) => ({
            id: String(given),
            outputs: { ...inputs, vbrId: given },
        }),
    },
    BorderRouterBgp: {
        inputs: {
            ...waiting,
            vbrId,
            peerAsn: asn,
            localAsn: asn,
            authKey,
            replaceAuthKey: flag,
            peerIpAddress: fc.constantFrom("169.254.10.2", "169.254.10.2/30"),
            enableBfd: flag,
            bfdMultiHop: fc.nat({ max: 300 }),
        },
        required: ["vbrId", "peerAsn", "localAsn", "authKey", "peerIpAddress"],
        identities: ["vbrId"],
        finished: (inputs) => ({ id: "vbr-1/bgp", outputs: { ...inputs, ready: true } }),
    },
    CircuitActivation: {
        inputs: {
            ...waiting,
            vbrId,
            connectionId,
            connectionName: name,
            partnerName: name,
            vlanMayDiffer: flag,
            localAsn: asn,
        },
        required: ["vbrId"],
        identities: ["vbrId", "connectionId"],
        finished: acceptance,
    },
    HostedConnectionAcceptance: {
        inputs: {
            ...waiting,
            vbrId,
            connectionId,
            connectionName: name,
            partnerName: name,
            vlanId: fc.nat({ max: 5000 }),
        },
        required: ["vbrId"],
        identities: ["vbrId", "connectionId"],
        finished: acceptance,
    },
    HostedConnectionRelease: {
        inputs: { ...common, connectionId, made: flag, onDestroy: fc.constantFrom("keep", "delete", "sell") },
        required: ["connectionId", "made"],
        identities: ["connectionId"],
        finished: (inputs) => ({ id: `${String(inputs.connectionId)}/release`, outputs: inputs }),
    },
    Preflight: {
        inputs: {
            ...common,
            vbrId,
            connectionId,
            cenId: fc.constant("cen-1"),
            transitRouterId: fc.constant("tr-1"),
            vpcId: fc.constant("vpc-1"),
            vpnGatewayId: fc.constant("vgw-1"),
            routeTableIds: fc.oneof(
                fc.array(fc.constantFrom("rtb-1", "rtb-2", "rtb-3"), { maxLength: 3 }),
                fc.dictionary(name, fc.constantFrom("rtb-1", "rtb-2", "rtb-3"), { maxKeys: 3, noNullPrototype: true }),
            ),
            virtualInterfaceId,
            amazonSideAsn: asn,
            localAsn: asn,
            authKey,
            replaceAuthKey: flag,
        },
        required: [],
        identities: [],
        offline: { looks: false },
        finished: (inputs) => ({ id: "preflight", outputs: inputs }),
    },
    VpcRoutes: {
        inputs: {
            ...waiting,
            vbrId,
            cenId: fc.constantFrom("cen-1", "cen-2"),
            transitRouterId: fc.constantFrom("tr-1", "tr-2"),
            transitRouterRouteTableId: fc.constantFrom("vtb-1", "vtb-2"),
            vpcIds: fc.array(fc.constantFrom("vpc-1", "vpc-2", "vpc-3"), { maxLength: 3 }),
        },
        required: ["vbrId", "cenId", "transitRouterId", "transitRouterRouteTableId", "vpcIds"],
        identities: ["vbrId", "cenId", "transitRouterId", "transitRouterRouteTableId"],
        finished: (inputs) => ({ id: "vbr-1/vpc-routes", outputs: { ...inputs, made: [], ready: true } }),
    },
};

function keyOf({ authKey: given }: Readonly<Record<string, unknown>>): { key?: unknown } {
    return given === undefined ? {} : { key: given };
}

function acceptance({ connectionId: given = "dxcon-1", ...inputs }: Readonly<Record<string, unknown>>): {
    id: string;
    outputs: Record<string, unknown>;
} {
    return { id: String(given), outputs: { ...inputs, connectionId: given, ready: true } };
}
