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
import { almost, anyText } from "../../support/randomValues";
import { describeParser, flag, id, list, number, state, type Parsed } from "./parserSuite";

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

for (const [what, parsed] of Object.entries(parsers)) {
    describeParser(what, parsed);
}
