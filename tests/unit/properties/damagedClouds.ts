import fc, { type Arbitrary } from "fast-check";

import {
    parseBgpGroup,
    parseBgpPeer,
    parseBorderRouter,
    parseCen,
    parseTransitRouter,
} from "../../../provider/clouds/alibabaParsers";
import {
    parseConnection,
    parseRouteTable,
    parseVirtualInterface,
    parseVpc,
    parseVpnGateway,
} from "../../../provider/clouds/awsParsers";
import type { Clouds } from "../../../provider/clouds/clouds";
import { describeCloudError } from "../../../provider/clouds/errors";
import { passesAtAlibaba } from "../../../provider/clouds/passing";
import { requiredFlag, requiredList, requiredText } from "../../../provider/clouds/values";
import { emptyNetwork, fakeAlibabaNetwork, fakeAwsNetwork } from "../../support/fakeNetwork";
import { alibabaAccount, awsAccount, makeConnection, makeVirtualInterface } from "../../support/samples";

export const key = "key-of-the-backend";

/** What both clouds answer about a link that is up. */
const answers: Readonly<Record<string, object>> = {
    alibabaIdentity: { AccountId: alibabaAccount.alibabaAccountId },
    awsIdentity: { AccountId: awsAccount.awsAccountId },
    borderRouters: {
        List: [
            {
                VbrId: "vbr-1",
                Status: "active",
                Name: "multi-cloud",
                VlanId: 101,
                LocalGatewayIp: "169.254.10.1",
                PeerGatewayIp: "169.254.10.2",
                PeeringSubnetMask: "255.255.255.252",
                AccessPointId: "ap-1",
                PhysicalConnectionOwnerUid: 9999999999999999,
                PhysicalConnectionStatus: "Enabled",
                PhysicalConnectionBusinessStatus: "Normal",
                PConnVbrExpireTime: "2027-01-01T00:00:00Z",
                AssociatedCens: { AssociatedCen: [{ CenId: "cen-1", CenStatus: "Attached" }] },
            },
        ],
    },
    groups: {
        List: [
            {
                BgpGroupId: "bgpg-1",
                RouterId: "vbr-1",
                Name: "multicloud-vbr-1",
                Status: "Available",
                PeerAsn: "64512",
                LocalAsn: "45104",
                AuthKey: key,
                IsFake: false,
            },
        ],
    },
    peers: {
        List: [
            {
                BgpPeerId: "bgp-1",
                BgpGroupId: "bgpg-1",
                RouterId: "vbr-1",
                PeerIpAddress: "169.254.10.2",
                Status: "Available",
                BgpStatus: "Established",
                EnableBfd: true,
                BfdMultiHop: 1,
            },
        ],
    },
    billing: { Enabled: true },
    cens: { List: [{ CenId: "cen-1", Status: "Active" }] },
    transitRouters: { List: [{ TransitRouterId: "tr-1", RegionId: "ap-southeast-1", Type: "Enterprise" }] },
    connections: {
        List: [{ ...makeConnection(), tags: [{ key: "multicloud-connection:accepted-for", value: "vbr-1" }] }],
    },
    virtualInterfaces: {
        List: [
            {
                ...makeVirtualInterface(),
                bgpPeers: [
                    { bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "up" },
                ],
            },
        ],
    },
    gateways: {
        List: [
            {
                VpnGatewayId: "vgw-1",
                State: "available",
                AmazonSideAsn: 64512,
                VpcAttachments: [{ VpcId: "vpc-1", State: "attached" }],
            },
        ],
    },
    vpcs: { List: [{ VpcId: "vpc-1", CidrBlock: "10.0.0.0/16" }] },
    routeTables: { List: [{ RouteTableId: "rtb-1", VpcId: "vpc-1", Routes: [], PropagatingVgws: [] }] },
};

/** Breaks one member of an answer: by it nothing else comes to be true, such as another ID or an empty list. */
interface Damage {
    /** Which member of each level. */
    path: readonly number[];
    instead: unknown;
}

/** What happens to the answers of each name, and how many of them. */
export type Damages = Readonly<Record<string, { damages: readonly Damage[]; lasts: number }>>;

const damage: Arbitrary<Damage> = fc.record({
    path: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }),
    instead: fc.constantFrom(undefined, null, true, {}, [[]]),
});

export const damages: Arbitrary<Damages> = fc.dictionary(
    fc.constantFrom(...Object.keys(answers)),
    fc.record({ damages: fc.array(damage, { minLength: 1, maxLength: 2 }), lasts: fc.constantFrom(1, 2, Infinity) }),
    { minKeys: 1, maxKeys: 4 },
);

function damaged(value: unknown, [at = 0, ...deeper]: readonly number[], instead: unknown): unknown {
    if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
        return instead;
    }
    const entries = Object.entries(value) as [string, unknown][];
    const [chosen, inner]: [string, unknown] = entries[at % entries.length] ?? ["", undefined];
    const isState = /(status|state)$/i.test(chosen) && instead === true;
    const put = isState ? "Frobnicated" : deeper.length === 0 ? instead : damaged(inner, deeper, instead);
    if (Array.isArray(value)) {
        // A list that lacks an entry would be a whole one.
        return (value as unknown[]).map((entry, index) => (index === at % entries.length ? (put ?? null) : entry));
    }
    return { ...value, [chosen]: put };
}

/** Both clouds, whose answers are read as the real ones are, and every write that they get. */
export function damagedClouds(wanted: Damages): { clouds: Clouds; writes: string[] } {
    const asked = new Map<string, number>();
    const writes: string[] = [];
    const read = <Result>(name: string, parse: (answer: Record<string, unknown>) => Result): Promise<Result> => {
        const count = (asked.get(name) ?? 0) + 1;
        asked.set(name, count);
        const { damages: own = [], lasts = 0 } = Object.hasOwn(wanted, name) ? (wanted[name] ?? {}) : {};
        const whole: unknown = structuredClone(answers[name]);
        const answer =
            count > lasts ? whole : own.reduce((value, { path, instead }) => damaged(value, path, instead), whole);
        return new Promise((resolve, reject) => {
            try {
                resolve(parse(answer as Record<string, unknown>));
            } catch (error) {
                reject(describeCloudError("Alibaba Cloud", name, error, passesAtAlibaba));
            }
        });
    };
    const listed = <Item>(name: string, parse: (value: unknown) => Item): Promise<Item[]> =>
        read(name, (answer) => requiredList(answer, ["List"]).map(parse));
    const write = (name: string) => (): Promise<never> => {
        writes.push(name);
        return Promise.reject(new Error(`${name} was not expected`));
    };
    const identity = (name: string) => (): Promise<{ accountId: string; region: string }> =>
        read(name, ({ AccountId }) => ({ accountId: requiredText(AccountId, "AccountId"), region: "ap-southeast-1" }));
    const clouds: Clouds = {
        aws: {
            identity: identity("awsIdentity"),
            describeConnections: () => listed("connections", parseConnection),
            confirmConnection: write("confirmConnection"),
            deleteConnection: write("deleteConnection"),
            tagConnection: write("tagConnection"),
            describeVirtualInterfaces: () => listed("virtualInterfaces", parseVirtualInterface),
            describeVpnGatewaysOfVpc: () => listed("gateways", parseVpnGateway),
            describeVpnGatewaysMadeFor: () => Promise.resolve([]),
            describeVpnGateway: async () => (await listed("gateways", parseVpnGateway))[0],
            describeVpcs: () => listed("vpcs", parseVpc),
            describeRouteTables: () => listed("routeTables", parseRouteTable),
            ...fakeAwsNetwork(emptyNetwork()),
        },
        alibaba: {
            identity: identity("alibabaIdentity"),
            describeBorderRouters: async () =>
                (await listed("borderRouters", parseBorderRouter)).map((router) => ({ ...router, own: true })),
            describeBgpGroups: () => listed("groups", parseBgpGroup),
            createBgpGroup: write("createBgpGroup"),
            modifyBgpGroup: write("modifyBgpGroup"),
            deleteBgpGroup: write("deleteBgpGroup"),
            describeBgpPeers: () => listed("peers", parseBgpPeer),
            createBgpPeer: write("createBgpPeer"),
            modifyBgpPeer: write("modifyBgpPeer"),
            deleteBgpPeer: write("deleteBgpPeer"),
            outboundBillingOpened: () => read("billing", ({ Enabled }) => requiredFlag(Enabled, "Enabled")),
            describeCen: async () => (await listed("cens", parseCen))[0],
            listTransitRouters: () => listed("transitRouters", parseTransitRouter),
            listBorderRouterAttachments: () => Promise.resolve([]),
            listRouteTableAssociations: () => Promise.resolve([]),
            listRouteTablePropagations: () => Promise.resolve([]),
            associateWithRouteTable: write("associateWithRouteTable"),
            dissociateFromRouteTable: write("dissociateFromRouteTable"),
            enablePropagation: write("enablePropagation"),
            disablePropagation: write("disablePropagation"),
            setRouteSynchronisation: write("setRouteSynchronisation"),
            tagVpcAttachment: write("tagVpcAttachment"),
            untagVpcAttachment: write("untagVpcAttachment"),
            grantorToCen: () => Promise.resolve(undefined),
            ...fakeAlibabaNetwork(emptyNetwork()),
        },
    };
    return { clouds, writes };
}
