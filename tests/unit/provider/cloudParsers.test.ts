import { expect } from "chai";

import {
    parseAttachment,
    parseBgpGroup,
    parseBgpPeer,
    parseBorderRouter,
} from "../../../provider/clouds/alibabaParsers";
import {
    parseConnection,
    parseRouteTable,
    parseVirtualInterface,
    parseVpc,
    parseVpnGateway,
} from "../../../provider/clouds/awsParsers";
import { BrokenAnswer } from "../../../provider/clouds/brokenAnswer";
import { numberOf, requiredList, textOf } from "../../../provider/clouds/values";
import { makeBorderRouter, makeConnection, makeGroup, makePeer, makeVirtualInterface } from "../../support/fakeClouds";

describe("answers of Alibaba Cloud", () => {
    it("of a VBR are read whole", () => {
        const answer = {
            VbrId: "vbr-1",
            Status: "active",
            Name: "multi-cloud",
            VlanId: 101,
            LocalGatewayIp: "169.254.10.1",
            PeerGatewayIp: "169.254.10.2",
            PeeringSubnetMask: "255.255.255.252",
            AccessPointId: "ap-1",
            PhysicalConnectionId: "pc-1",
            PhysicalConnectionOwnerUid: 9999999999999999,
            PhysicalConnectionStatus: "Enabled",
            PhysicalConnectionBusinessStatus: "Normal",
            PConnVbrExpireTime: "2027-01-01T00:00:00Z",
            Mtu: 1500,
            AssociatedCens: {
                AssociatedCen: [
                    { CenId: "cen-0", CenStatus: "Detached" },
                    { CenId: "cen-1", CenStatus: "Attaching" },
                ],
            },
        };
        const { own: _own, ...expected } = makeBorderRouter({
            mtu: 1500,
            cenIds: ["cen-1"],
            physicalConnectionOwnerUid: String(9999999999999999),
        });
        expect(parseBorderRouter(answer)).to.deep.equal(expected);
    });

    const times: [string, string][] = [
        ["2027-01-01T00:00:00", "2027-01-01T00:00:00Z"],
        ["2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z"],
        ["2027-01-01T00:00Z", "2027-01-01T00:00Z"],
        ["2027-01-01T08:00:00+08:00", "2027-01-01T08:00:00+08:00"],
    ];
    for (const [written, read] of times) {
        it(`of a VBR whose subscription ends at ${written} are read in UTC, wherever this machine is`, () => {
            const { expireTime } = parseBorderRouter({ VbrId: "vbr-1", PConnVbrExpireTime: written });
            expect(expireTime).to.equal(read);
            expect(Date.parse(expireTime)).to.equal(Date.UTC(2027, 0, 1));
        });
    }

    it("with an ID alone are whole: a VBR that is being configured shows neither VLAN nor addresses", () => {
        expect(parseBorderRouter({ VbrId: "vbr-1" })).to.deep.include({
            vbrId: "vbr-1",
            status: "unknown",
            vlanId: undefined,
            localGatewayIp: "",
            cenIds: [],
        });
        expect(parseBgpGroup({ BgpGroupId: "bgpg-1" })).to.deep.include({
            bgpGroupId: "bgpg-1",
            status: "unknown",
            peerAsn: undefined,
            localAsn: undefined,
            authKey: undefined,
            isFake: false,
        });
        expect(parseBgpPeer({ BgpPeerId: "bgp-1", BgpGroupId: "bgpg-1", PeerIpAddress: "" })).to.deep.include({
            peerIpAddress: "",
            status: "unknown",
            bgpStatus: "unknown",
            receivedRouteCount: undefined,
        });
    });

    it("without what tells one entry from another are broken: as an empty one it would count as not there", () => {
        const peer = { BgpPeerId: "bgp-1", BgpGroupId: "bgpg-1", PeerIpAddress: "169.254.10.2" };
        const attachment = { TransitRouterAttachmentId: "tr-attach-1", VbrId: "vbr-1" };
        for (const [parse, whole] of [
            [parseBorderRouter, { VbrId: "vbr-1" }],
            [parseBgpGroup, { BgpGroupId: "bgpg-1" }],
            [parseBgpPeer, peer],
            [parseAttachment, attachment],
        ] as [(value: unknown) => unknown, Record<string, string>][]) {
            for (const name of Object.keys(whole)) {
                for (const nothing of [undefined, null, {}, 5]) {
                    const entry = { ...whole, [name]: nothing };
                    expect(() => parse(entry)).to.throw(BrokenAnswer, `the answer has no ${name}`);
                }
            }
            for (const entry of [undefined, null, "text", []]) {
                expect(() => parse(entry)).to.throw(BrokenAnswer);
            }
        }
    });

    it("of a VBR with VLAN 0, or one that there cannot be, show none: a hosted connection always has one", () => {
        for (const VlanId of [0, -1, 4095, 1.5, "one"]) {
            expect(parseBorderRouter({ VbrId: "vbr-1", VlanId }).vlanId).to.equal(undefined);
        }
    });

    it("of a BGP group and peer are read whole, with numbers and flags that come as text", () => {
        expect(
            parseBgpGroup({
                BgpGroupId: "bgpg-backend",
                RouterId: "vbr-1",
                Name: "multi-cloud",
                Status: "Available",
                PeerAsn: "64512",
                LocalAsn: 45104,
                AuthKey: "key-of-the-backend",
                IsFake: "false",
            }),
        ).to.deep.equal(makeGroup());
        expect(
            parseBgpPeer({
                BgpPeerId: "bgp-backend",
                BgpGroupId: "bgpg-backend",
                RouterId: "vbr-1",
                PeerIpAddress: "169.254.10.2",
                Status: "Available",
                BgpStatus: "Idle",
                EnableBfd: "true",
                BfdMultiHop: "1",
                AdvertisedRouteCount: "7",
                ReceivedRouteCount: 0,
                RouteLimit: "110",
            }),
        ).to.deep.equal(makePeer({ advertisedRouteCount: 7, receivedRouteCount: 0, routeLimit: 110 }));
    });

    it("keep an empty key apart from one that is not shown", () => {
        expect(parseBgpGroup({ BgpGroupId: "bgpg-1", AuthKey: "" }).authKey).to.equal("");
        expect(parseBgpGroup({ BgpGroupId: "bgpg-1" }).authKey).to.equal(undefined);
    });

    it("without the list that was asked for are broken: as an empty one they would say that everything is gone", () => {
        expect(requiredList({ A: { B: [1, 2] } }, ["A", "B"])).to.deep.equal([1, 2]);
        expect(requiredList({ A: [] }, ["A"])).to.deep.equal([]);
        for (const answer of [{}, { A: "" }, { A: { B: "" } }, { A: { B: null } }, { A: [] }, undefined]) {
            expect(() => requiredList(answer, ["A", "B"])).to.throw(BrokenAnswer, "the answer has no A.B");
        }
    });

    it("hold texts and numbers in either form", () => {
        expect([textOf("a"), textOf(1), textOf(1n), textOf(undefined), textOf({})]).to.deep.equal([
            "a",
            "1",
            "1",
            "",
            "",
        ]);
        expect([numberOf(0), numberOf("12")]).to.deep.equal([0, 12]);
        for (const value of ["", " ", "x", null, NaN, Infinity]) {
            expect(numberOf(value)).to.equal(undefined);
        }
    });
});

describe("answers of AWS", () => {
    it("of a hosted connection are read whole", () => {
        const { tags: _tags, ...fields } = makeConnection();
        const answer = {
            ...fields,
            connectionState: "ordering" as const,
            tags: [{ key: "a", value: "b" }, { key: "empty" }],
        };
        expect(parseConnection(answer)).to.deep.equal(
            makeConnection({ connectionState: "ordering", tags: { a: "b", empty: "" } }),
        );
        expect(parseConnection({ connectionId: "dxcon-1" })).to.deep.include({
            connectionState: "unknown",
            vlan: undefined,
            tags: {},
        });
    });

    it("hold what the SDK hands over, of whatever type it is", () => {
        const odd = {
            connectionId: "dxcon-1",
            connectionState: 5,
            vlan: "101",
            bandwidth: null,
            tags: [null, { key: 5 }],
        };
        expect(parseConnection(odd)).to.deep.include({
            connectionState: "unknown",
            vlan: 101,
            bandwidth: "",
            tags: { "": "", 5: "" },
        });
        for (const nothing of [null, "text", {}, { connectionId: null }]) {
            expect(() => parseConnection(nothing)).to.throw(BrokenAnswer, "the answer has no connectionId");
        }
    });

    it("of a virtual interface take the long ASN, since the short one then reads 0", () => {
        const { asn: _asn, virtualInterfaceState: _state, bgpPeers: _peers, ...rest } = makeVirtualInterface();
        const { tags: _tags, ...fields } = rest;
        const peers = [
            { bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "down" } as const,
        ];
        const more = { mtu: 1500, directConnectGatewayId: "dx-gw-1" };
        const answer = { ...fields, ...more, virtualInterfaceState: "available", bgpPeers: peers } as const;
        const tags = [{ key: "a", value: "b" }];
        expect(parseVirtualInterface({ ...answer, asn: 45104, bgpPeers: [...peers], tags })).to.deep.equal(
            makeVirtualInterface({ ...more, tags: { a: "b" } }),
        );
        expect(parseVirtualInterface({ ...answer, asn: 0, asnLong: 4_200_000_001, bgpPeers: [...peers] }).asn).to.equal(
            4_200_000_001,
        );
        expect(
            parseVirtualInterface({ virtualInterfaceId: "dxvif-1", connectionId: "dxcon-1", bgpPeers: [{}] }),
        ).to.deep.include({
            virtualInterfaceState: "unknown",
            asn: 0,
            bgpPeers: [{ bgpPeerId: "", addressFamily: "ipv4", bgpPeerState: "unknown", bgpStatus: "unknown" }],
        });
    });

    it("of gateways, VPCs and route tables are total", () => {
        expect(
            parseVpnGateway({
                VpnGatewayId: "vgw-1",
                State: "available",
                AmazonSideAsn: 64512,
                VpcAttachments: [{ VpcId: "vpc-1" }],
            }),
        ).to.deep.equal({
            vpnGatewayId: "vgw-1",
            state: "available",
            amazonSideAsn: 64512,
            attachments: [{ vpcId: "vpc-1", state: "unknown" }],
            tags: {},
        });
        expect(
            parseVpc({
                VpcId: "vpc-1",
                CidrBlock: "10.0.0.0/16",
                CidrBlockAssociationSet: [{ CidrBlock: "10.0.0.0/16" }, { CidrBlock: "10.1.0.0/16" }, {}],
            }),
        ).to.deep.equal({ vpcId: "vpc-1", cidrBlocks: ["10.0.0.0/16", "10.1.0.0/16"] });
        expect(
            parseRouteTable({ RouteTableId: "rtb-1", PropagatingVgws: [{ GatewayId: "vgw-1" }], Routes: [{}] }),
        ).to.deep.equal({
            routeTableId: "rtb-1",
            vpcId: "",
            propagatingVpnGatewayIds: ["vgw-1"],
            routes: [{ destinationCidrBlock: "", gatewayId: undefined, state: "unknown", origin: "unknown" }],
        });
    });
});
