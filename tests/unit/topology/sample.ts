import type { LinkView } from "../../../topology/link";

/** A link that is up, as both clouds tell it. */
export function upView(): LinkView {
    return {
        name: "link",
        alibaba: {
            accountId: "1234567890123456",
            region: "ap-southeast-1",
            vpcs: [
                {
                    vpcId: "vpc-a",
                    presence: "there",
                    cidrBlocks: ["172.16.0.0/16"],
                    attachmentStatus: "Attached",
                    synchronises: true,
                },
            ],
            cenId: "cen-1",
            transitRouter: { transitRouterId: "tr-1", presence: "there", routeTableId: "vtb-1" },
            attachment: { status: "Attached", publishes: true },
            borderRouter: {
                vbrId: "vbr-1",
                name: "singapore",
                status: "active",
                asn: 45104,
                vlanId: 101,
                address: "169.254.10.1/30",
            },
        },
        circuit: {
            physicalConnectionId: "pc-1",
            status: "Enabled",
            businessStatus: "Normal",
            bandwidth: "1Gbps",
            accessPointId: "ap-1",
            location: "EqSG2",
        },
        session: { alibaba: "Established", aws: "up", keys: "equal" },
        aws: {
            accountId: "123456789012",
            region: "ap-southeast-1",
            connection: { connectionId: "dxcon-1", name: "singapore", status: "available", vlanId: 101 },
            virtualInterface: {
                virtualInterfaceId: "dxvif-1",
                status: "available",
                vlanId: 101,
                address: "169.254.10.2/30",
            },
            gateway: { vpnGatewayId: "vgw-1", status: "available", asn: 64512, attachmentStatus: "attached" },
            vpc: {
                vpcId: "vpc-b",
                presence: "there",
                cidrBlocks: ["10.0.0.0/16"],
                routeTables: [{ routeTableId: "rtb-1", propagates: true }],
            },
        },
    };
}

/** Nothing is known but a VBR. */
export function barestView(): LinkView {
    return {
        alibaba: { vpcs: [], transitRouter: { presence: undefined }, attachment: {}, borderRouter: { vbrId: "vbr-1" } },
        circuit: {},
        session: {},
        aws: {
            connection: {},
            virtualInterface: {},
            gateway: {},
            vpc: { presence: undefined, cidrBlocks: [], routeTables: [] },
        },
    };
}

/** Everything that is anybody's text holds this. */
export function viewNamed(name: string): LinkView {
    const view = upView();
    const [vpc] = view.alibaba.vpcs;
    return {
        ...view,
        name,
        alibaba: {
            ...view.alibaba,
            accountId: name,
            vpcs: vpc === undefined ? [] : [{ ...vpc, vpcId: name, cidrBlocks: [name], attachmentStatus: name }],
            cenId: name,
            transitRouter: { transitRouterId: name, presence: "there", routeTableId: name },
            attachment: { status: name },
            borderRouter: { vbrId: name, name, status: name, address: name },
        },
        circuit: { physicalConnectionId: name, status: name, bandwidth: name, accessPointId: name, location: name },
        session: { alibaba: name, aws: name },
        aws: {
            accountId: name,
            region: name,
            connection: { connectionId: name, name, status: name },
            virtualInterface: { virtualInterfaceId: name, status: name, address: name },
            directConnectGateway: { directConnectGatewayId: name, presence: "there" },
            gateway: { vpnGatewayId: name, status: name, attachmentStatus: name },
            vpc: { vpcId: name, presence: "there", cidrBlocks: [name], routeTables: [{ routeTableId: name }] },
        },
    };
}
