import type { CauseName } from "../../provider/diagnosis/causes/names";
import type { Finding } from "../../provider/diagnosis/diagnose";
import type { LinkFacts } from "../../provider/diagnosis/facts";
import type { PartName, Problem } from "../../topology/model";

/** Where each cause shows; of two, at Alibaba Cloud or at AWS, as the finding's own words tell. */
const places: Readonly<Record<CauseName, PartName | readonly [alibaba: PartName, aws: PartName]>> = {
    "no-hosted-connection": "connection",
    "not-accepted": "connection",
    "connection-ended": "connection",
    "foreign-connection": "connection",
    "backend-not-finished": "circuit",
    "circuit-locked": "circuit",
    "subscription-over": "circuit",
    "vbr-terminated": "borderRouter",
    "outbound-billing-not-opened": "borderRouter",
    "circuit-down": "circuit",
    "aws-maintenance": "connection",
    "no-virtual-interface": "virtualInterface",
    "virtual-interface-not-confirmed": "virtualInterface",
    "virtual-interface-on-another-connection": "virtualInterface",
    "failover-test": "virtualInterface",
    "vlans-differ": "circuit",
    "addresses-swapped": "session",
    "customer-address-differs": "session",
    "amazon-address-differs": "session",
    "masks-differ": "session",
    "no-bgp-group": "borderRouter",
    "no-bgp-peer": "borderRouter",
    "peer-address-differs": "session",
    "local-asn-differs": "session",
    "peer-asn-differs": "session",
    "asns-equal": "session",
    "key-on-one-side-only": "session",
    "keys-differ": "session",
    "fake-asn": "session",
    "bfd-hop-count": "session",
    "too-many-prefixes-to-aws": "session",
    "one-side-up": "session",
    "gateway-not-attached": "gatewayAttachment",
    "virtual-interface-on-another-gateway": "virtualInterface",
    "gateway-on-another-vpc": "gatewayAttachment",
    "allowed-prefixes": "directConnectGateway",
    "propagation-off": "awsVpc",
    "subnet-uses-another-table": "awsVpc",
    "propagated-routes-limit": "awsVpc",
    "static-route-wins": "awsVpc",
    "cidr-overlap": "alibabaVpc",
    "vbr-not-attached": "borderRouterAttachment",
    "vbr-in-another-cen": "borderRouterAttachment",
    "grant-missing": "borderRouterAttachment",
    "vbr-not-associated": "borderRouterAttachment",
    "vbr-not-propagating": "borderRouterAttachment",
    "publishing-off": "borderRouterAttachment",
    "vpc-not-attached": "alibabaVpcAttachment",
    "different-route-tables": "alibabaVpcAttachment",
    "synchronisation-off": "alibabaVpcAttachment",
    "synchronisation-blocked": "alibabaVpcAttachment",
    "vpc-route-conflict": "alibabaVpc",
    "route-map-denies": "transitRouter",
    "lost-to-another-source": "transitRouter",
    "too-many-routes-to-alibaba": "session",
    "as-path-loop": "session",
    "asymmetric-backup": "transitRouter",
    "more-specific-backup": ["transitRouter", "awsVpc"],
    "vpc-in-another-region": "alibabaVpc",
    "packet-filter": ["alibabaVpc", "awsVpc"],
    mtu: "circuit",
    "health-check": "session",
};

/** Each finding at the part of the drawing that is to be mended. */
export function placed({ cause, says, fix }: Finding, { aws, alibaba }: LinkFacts): Problem {
    const place = places[cause];
    const vpcId = alibaba.vpcs?.find((vpc) => says.includes(vpc.vpcId))?.vpcId;
    const ofAws = [aws.vpc?.vpcId ?? "", ...(aws.routeTables ?? []).map(({ routeTableId }) => routeTableId)];
    const isAtAws = vpcId === undefined && ofAws.some((id) => id !== "" && says.includes(id));
    return { part: typeof place === "string" ? place : place[isAtAws ? 1 : 0], vpcId, says, fix };
}
