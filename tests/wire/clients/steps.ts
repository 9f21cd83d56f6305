import type { Line } from "./guide";

const tables = ["<main table>", "<private table>"];

/** What the guide's steps see, whatever the client. */
export const steps: Line[] = [
    {
        step: "accounts",
        aws: "123456789012",
        awsArn: "arn:aws:iam::123456789012:user/engineer",
        alibaba: "1234567890123456",
        alibabaArn: "acs:ram::1234567890123456:user/engineer",
    },
    { step: "access points", offered: ["ap-sg-singapore-a"] },
    {
        step: "border router",
        id: "<VBR>",
        status: "active",
        accessPoint: "ap-sg-singapore-a",
        circuit: "<circuit>",
    },
    // The circuit belongs to Alibaba Cloud.
    { step: "own circuits", ids: [] },
    {
        step: "hosted connection",
        id: "<connection>",
        offers: 2,
        fitting: 1,
        vlan: 1101,
        bandwidth: "1Gbps",
        ordered: 1000,
        state: "ordering",
    },
    { step: "confirmed", state: "pending" },
    { step: "connection", state: "available" },
    {
        step: "circuit",
        status: "Enabled",
        business: "Normal",
        vlan: 1101,
        local: "169.254.10.1",
        peer: "169.254.10.2",
        mask: "255.255.255.252",
    },
    {
        step: "CEN",
        name: "backbone",
        status: "Active",
        transitRouter: "Enterprise",
        routeTable: "<transit router's table>",
    },
    { step: "VBR attachment", id: "<attachment>", status: "Attached" },
    { step: "association", status: ["Active"] },
    { step: "propagation", status: ["Active"] },
    { step: "BGP group", id: "<BGP group>", localAsn: "45104", peerAsn: "64512", sameKey: true },
    { step: "BGP peer", id: "<BGP peer>", address: "169.254.10.2", bfd: true, hops: 1 },
    {
        step: "VPN gateway",
        id: "<VPN gateway>",
        asn: 64512,
        name: "console-guide",
        vpc: "<VPC>",
        attachment: "attached",
    },
    { step: "route propagation", gateways: [["<VPN gateway>"], ["<VPN gateway>"]] },
    {
        step: "virtual interface",
        id: "<virtual interface>",
        state: "pending",
        vlan: 1101,
        asn: 45104,
        amazonSideAsn: 64512,
        amazon: "169.254.10.2/30",
        customer: "169.254.10.1/30",
        sameKey: true,
    },
    { step: "BGP", aws: "up", virtualInterface: "available", alibaba: "Established" },
    ...tables.map((table) => ({
        step: "routes on AWS",
        table,
        destinations: [
            "10.0.0.0/16 CreateRouteTable active",
            "172.16.1.0/24 EnableVgwRoutePropagation active",
            "172.16.2.0/24 EnableVgwRoutePropagation active",
        ],
    })),
    {
        step: "routes of the transit router",
        destinations: ["10.0.0.0/16 VBR Active", "172.16.1.0/24 VPC Active", "172.16.2.0/24 VPC Active"],
    },
    {
        step: "routes of the VPC",
        destinations: [
            "10.0.0.0/16 CEN Attachment",
            "100.64.0.0/10 System service",
            "172.16.1.0/24 System local",
            "172.16.2.0/24 System local",
        ],
    },
    { step: "order", success: true, status: "Paid", type: "New", instances: '["<circuit>"]' },
    {
        step: "assumed roles",
        aws: "arn:aws:sts::123456789012:assumed-role/network-reader/console-guide",
        alibaba: "acs:ram::1234567890123456:assumed-role/network-reader/console-guide",
    },
    { step: "read with the sessions", connection: "available", borderRouter: "active" },
    { step: "virtual interface deleting", state: "deleting" },
    { step: "virtual interface deleted", left: 0 },
    { step: "BGP peer deleted", left: 0 },
    { step: "BGP group deleted", left: 0 },
    { step: "route propagation disabled", gateways: [[], []] },
    { step: "VPN gateway detached", attachment: "detached" },
    { step: "VPN gateway deleted", left: 0 },
    { step: "propagation disabled", left: [] },
    { step: "dissociated", left: [] },
    { step: "VBR attachment deleted", left: 0 },
];

/** Everything that the guide changes, each once. */
export const writes = [
    "ConfirmConnection",
    "CreateTransitRouterVbrAttachment",
    "AssociateTransitRouterAttachmentWithRouteTable",
    "EnableTransitRouterRouteTablePropagation",
    "CreateBgpGroup",
    "CreateBgpPeer",
    "CreateVpnGateway",
    "AttachVpnGateway",
    "EnableVgwRoutePropagation",
    "EnableVgwRoutePropagation",
    "CreatePrivateVirtualInterface",
    "DeleteVirtualInterface",
    "DeleteBgpPeer",
    "DeleteBgpGroup",
    "DisableVgwRoutePropagation",
    "DisableVgwRoutePropagation",
    "DetachVpnGateway",
    "DeleteVpnGateway",
    "DisableTransitRouterRouteTablePropagation",
    "DissociateTransitRouterAttachmentFromRouteTable",
    "DeleteTransitRouterVbrAttachment",
];

/** The writes that the guide tries, and that are refused. */
export const refusedWrites = [
    "CreatePrivateVirtualInterface DirectConnectClientException",
    "CreateBgpGroup InvalidVbrNetwork",
    "AssociateTransitRouterAttachmentWithRouteTable InvalidAttachmentId.NotFound",
];
