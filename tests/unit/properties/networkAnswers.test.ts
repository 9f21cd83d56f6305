import * as alibaba from "../../../provider/clouds/alibabaNetworkParsers";
import * as cen from "../../../provider/clouds/alibabaTransitRouterParsers";
import * as aws from "../../../provider/clouds/awsNetworkParsers";
import { parseVirtualInterfaceRoute } from "../../../provider/clouds/virtualInterfaceRoutes";
import { almost, anyText } from "../../support/randomValues";
import { describeParser, flag, id, list, number, state, type Parsed } from "./parserSuite";

const permission = almost({
    IpProtocol: state,
    FromPort: number,
    ToPort: number,
    IpRanges: list(almost({ CidrIp: anyText })),
    Ipv6Ranges: list(almost({ CidrIpv6: anyText })),
    UserIdGroupPairs: list(almost({ GroupId: id })),
});
const ports = almost({ From: number, To: number });
const aclEntry = almost({ Policy: state, Protocol: state, Port: anyText, SourceCidrIp: anyText });

const parsers: Readonly<Record<string, Parsed>> = {
    "route table of an AWS VPC": {
        parse: aws.parseRouteTableOfVpc,
        identity: ["RouteTableId"],
        fields: {
            VpcId: id,
            Associations: list(almost({ Main: flag, SubnetId: id })),
            PropagatingVgws: list(almost({ GatewayId: id })),
            Routes: list(almost({ DestinationCidrBlock: anyText, GatewayId: id, State: state, Origin: state })),
        },
    },
    subnet: { parse: aws.parseSubnet, identity: ["SubnetId"], fields: { VpcId: id, CidrBlock: anyText } },
    "security group of AWS": {
        parse: aws.parseSecurityGroup,
        identity: ["GroupId"],
        fields: { GroupName: anyText, IpPermissions: list(permission), IpPermissionsEgress: list(permission) },
    },
    "network ACL of AWS": {
        parse: aws.parseNetworkAcl,
        identity: ["NetworkAclId"],
        fields: {
            Entries: list(almost({ Egress: flag, RuleAction: state, RuleNumber: number, PortRange: ports })),
            Associations: list(almost({ SubnetId: id })),
            Tags: list(almost({ Key: anyText, Value: anyText })),
        },
    },
    "Direct Connect gateway": {
        parse: aws.parseDirectConnectGateway,
        identity: ["directConnectGatewayId"],
        fields: { directConnectGatewayName: anyText, amazonSideAsn: number },
    },
    "association of a Direct Connect gateway": {
        parse: aws.parseGatewayAssociation,
        identity: ["virtualGatewayId"],
        fields: {
            associationState: state,
            allowedPrefixesToDirectConnectGateway: list(almost({ cidr: anyText })),
        },
    },
    "route of a virtual interface": {
        parse: parseVirtualInterfaceRoute,
        identity: ["cidr", "routeDirection"],
        only: { routeDirection: ["accepted", "advertised"] },
        fields: { asPath: list(almost({ pathType: state, path: list(number) })) },
    },
    "VPC of Alibaba Cloud": {
        parse: alibaba.parseVpc,
        identity: ["VpcId"],
        fields: {
            RegionId: anyText,
            OwnerId: number,
            CidrBlock: anyText,
            SecondaryCidrBlocks: almost({ SecondaryCidrBlock: list(anyText) }),
        },
    },
    vSwitch: {
        parse: alibaba.parseVSwitch,
        identity: ["VSwitchId"],
        fields: { VpcId: id, CidrBlock: anyText, RouteTable: almost({ RouteTableId: id }) },
    },
    "route table of an Alibaba VPC": {
        parse: alibaba.parseVpcRouteTable,
        identity: ["RouteTableId"],
        fields: { VpcId: id },
    },
    "entry of such a table": {
        parse: alibaba.parseVpcRouteEntry,
        identity: ["DestinationCidrBlock"],
        fields: {
            Type: state,
            Status: state,
            NextHops: almost({ NextHop: list(almost({ NextHopType: state, NextHopId: id })) }),
        },
    },
    "security group of Alibaba Cloud": {
        parse: alibaba.parseSecurityGroup,
        identity: ["SecurityGroupId"],
        fields: { SecurityGroupName: anyText, VpcId: id },
    },
    "rule of such a group": {
        parse: alibaba.parsePermission,
        identity: ["Direction"],
        fields: { Policy: state, IpProtocol: state, PortRange: anyText, SourceCidrIp: anyText, Priority: number },
    },
    "network ACL of Alibaba Cloud": {
        parse: alibaba.parseNetworkAcl,
        identity: ["NetworkAclId"],
        fields: {
            IngressAclEntries: almost({ IngressAclEntry: list(aclEntry) }),
            EgressAclEntries: almost({ EgressAclEntry: list(aclEntry) }),
            Resources: almost({ Resource: list(almost({ ResourceId: id, ResourceType: state })) }),
        },
    },
    "attachment of a VPC": {
        parse: cen.parseVpcAttachment,
        identity: ["TransitRouterAttachmentId", "VpcId"],
        fields: { Status: state, AutoPublishRouteEnabled: flag },
    },
    "route table of a transit router": {
        parse: cen.parseTransitRouterRouteTable,
        identity: ["TransitRouterRouteTableId"],
        fields: { TransitRouterRouteTableType: state, TransitRouterRouteTableStatus: state },
    },
    "entry of a transit router's table": {
        parse: cen.parseTransitRouterRouteEntry,
        identity: ["TransitRouterRouteEntryDestinationCidrBlock"],
        fields: {
            TransitRouterRouteEntryStatus: state,
            TransitRouterRouteEntryNextHopId: id,
            PathAttributes: almost({ AsPaths: list(number), Preference: number }),
        },
    },
    "route map": {
        parse: cen.parseRouteMap,
        identity: ["RouteMapId"],
        fields: {
            TransmitDirection: state,
            MapResult: state,
            Priority: number,
            DestinationCidrBlocks: almost({ DestinationCidrBlock: list(anyText) }),
        },
    },
    "route conflict": {
        parse: cen.parseRouteConflict,
        identity: ["DestinationCidrBlock"],
        fields: { InstanceId: id, Status: state },
    },
    "network instance of a CEN": {
        parse: cen.parseCenChild,
        identity: ["ChildInstanceId"],
        fields: { ChildInstanceType: state, ChildInstanceRegionId: anyText, Status: state },
    },
};

for (const [what, parsed] of Object.entries(parsers)) {
    describeParser(what, parsed);
}
