import { expect } from "chai";
import fc, { type Arbitrary } from "fast-check";

import {
    parseAttachment,
    parseBgpGroup,
    parseBgpPeer,
    parseBorderRouter,
    parseCen,
    parseGrantor,
    parseTransitRouter,
} from "../../../provider/clouds/alibabaParsers";
import {
    parseConnection,
    parseRouteTable,
    parseVirtualInterface,
    parseVpc,
    parseVpnGateway,
} from "../../../provider/clouds/awsParsers";
import { BrokenAnswer } from "../../../provider/clouds/brokenAnswer";
import { almost, anyText, anyValue, manyRuns } from "../../support/randomValues";

const number = fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }).map(String));
const id = fc.constantFrom("vbr-1", "x");
const state = fc.oneof(fc.constantFrom("active", "Established", "ordering", "constructor"), anyText);
const flag = fc.constantFrom(true, false, "true", "false", "True");
const list = (entry: Arbitrary<unknown>): Arbitrary<unknown> => fc.array(fc.oneof(entry, anyValue), { maxLength: 3 });

/** What tells one entry from another, and what else an answer mostly holds. */
interface Parsed {
    parse: (value: unknown) => unknown;
    identity: readonly string[];
    fields: Readonly<Record<string, Arbitrary<unknown>>>;
}

const parsers: Readonly<Record<string, Parsed>> = {
    VBR: {
        parse: parseBorderRouter,
        identity: ["VbrId"],
        fields: {
            Status: state,
            VlanId: number,
            LocalGatewayIp: anyText,
            PeeringSubnetMask: anyText,
            PConnVbrExpireTime: anyText,
            PhysicalConnectionBusinessStatus: state,
            AssociatedCens: almost({ AssociatedCen: list(almost({ CenId: id, CenStatus: state })) }),
        },
    },
    "BGP group": {
        parse: parseBgpGroup,
        identity: ["BgpGroupId"],
        fields: { Status: state, PeerAsn: number, LocalAsn: number, AuthKey: anyText, IsFake: flag, Name: anyText },
    },
    "BGP peer": {
        parse: parseBgpPeer,
        identity: ["BgpPeerId", "BgpGroupId", "PeerIpAddress"],
        fields: { Status: state, BgpStatus: state, EnableBfd: flag, BfdMultiHop: number, ReceivedRouteCount: number },
    },
    CEN: { parse: parseCen, identity: ["CenId"], fields: { Status: state } },
    "transit router": {
        parse: parseTransitRouter,
        identity: ["TransitRouterId"],
        fields: { RegionId: anyText, Type: state },
    },
    attachment: {
        parse: parseAttachment,
        identity: ["TransitRouterAttachmentId", "VbrId"],
        fields: { Status: state, AutoPublishRouteEnabled: flag },
    },
    grant: { parse: parseGrantor, identity: ["ChildInstanceOwnerId"], fields: {} },
    "hosted connection": {
        parse: parseConnection,
        identity: ["connectionId"],
        fields: { connectionState: state, vlan: number, tags: list(almost({ key: anyText, value: anyText })) },
    },
    "virtual interface": {
        parse: parseVirtualInterface,
        identity: ["virtualInterfaceId", "connectionId"],
        fields: {
            virtualInterfaceState: state,
            vlan: number,
            asnLong: number,
            authKey: anyText,
            bgpPeers: list(almost({ bgpStatus: state, addressFamily: anyText })),
        },
    },
    "virtual private gateway": {
        parse: parseVpnGateway,
        identity: ["VpnGatewayId"],
        fields: { State: state, AmazonSideAsn: number, VpcAttachments: list(almost({ VpcId: id, State: state })) },
    },
    VPC: {
        parse: parseVpc,
        identity: ["VpcId"],
        fields: { CidrBlock: anyText, CidrBlockAssociationSet: list(almost({ CidrBlock: anyText })) },
    },
    "route table": {
        parse: parseRouteTable,
        identity: ["RouteTableId"],
        fields: { VpcId: id, PropagatingVgws: list(almost({ GatewayId: id })), Routes: list(almost({ State: state })) },
    },
};

/** What each member of a result is, and of what its lists are. */
function shapeOf(value: unknown): unknown {
    if (Array.isArray(value)) {
        return "a list";
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shapeOf(entry)]))
        : typeof value;
}

for (const [what, { parse, identity, fields }] of Object.entries(parsers)) {
    const ids = Object.fromEntries(identity.map((name) => [name, id]));

    describe(`the parser of each ${what}, whatever the cloud answers`, function () {
        this.timeout(60_000);

        it("reads it, each member of its type or left out, as long as it has its ID", () => {
            const whole = parse(Object.fromEntries(identity.map((name) => [name, "x"])));
            const types = shapeOf(whole) as Record<string, unknown>;
            fc.assert(
                fc.property(almost(fields), fc.record(ids), (others, own) => {
                    const parsed = parse({ ...others, ...own });
                    if (typeof parsed !== "object" || parsed === null) {
                        return typeof parsed === typeof whole;
                    }
                    return Object.entries(parsed).every(([name, value]) => {
                        const type = types[name];
                        const isTags = name === "tags";
                        return (
                            Object.hasOwn(types, name) &&
                            (isTags ||
                                type === "undefined" ||
                                typeof value === "undefined" ||
                                shapeOf(value) === type) &&
                            !(typeof value === "number" && !Number.isFinite(value))
                        );
                    });
                }),
                manyRuns,
            );
        });

        it("calls it broken without its ID, and never anything else", () => {
            const without = fc.tuple(almost(fields), almost(ids)).map(([others, own]) => ({ ...others, ...own }));
            fc.assert(
                fc.property(fc.oneof({ arbitrary: without, weight: 4 }, anyValue), (answer) => {
                    try {
                        parse(answer);
                        return true;
                    } catch (error) {
                        return error instanceof BrokenAnswer && /^the answer has no \w+$/.test(error.message);
                    }
                }),
                manyRuns,
            );
            expect(() => parse({})).to.throw(BrokenAnswer);
        });
    });
}
