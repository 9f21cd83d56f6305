import {
    AttachVpnGatewayCommand,
    CreateVpnGatewayCommand,
    DeleteVpnGatewayCommand,
    DescribeRouteTablesCommand,
    DescribeVpnGatewaysCommand,
    DetachVpnGatewayCommand,
    DisableVgwRoutePropagationCommand,
    EnableVgwRoutePropagationCommand,
    type AttachVpnGatewayCommandOutput,
    type CreateVpnGatewayCommandInput,
    type CreateVpnGatewayCommandOutput,
    type PropagatingVgw,
    type VpnGateway,
} from "@aws-sdk/client-ec2";

import type { VirtualInterface } from "../../simulator/world/awsState";
import type { Guesses } from "../../simulator/world/guesses";
import { accountId, addGateway, region, startAwsServer, type AwsServer } from "./awsServer";

/** The AWS wire, the calls that this job makes of EC2, and what they need in the world. */
export interface Ec2Server extends AwsServer {
    mainTable: string;
    privateTable: string;
    create(changes?: Partial<CreateVpnGatewayCommandInput>): Promise<CreateVpnGatewayCommandOutput>;
    attach(gatewayId: string, vpcId?: string): Promise<AttachVpnGatewayCommandOutput>;
    detach(gatewayId: string): Promise<unknown>;
    remove(gatewayId: string): Promise<unknown>;
    gateways(...ids: string[]): Promise<VpnGateway[]>;
    enable(gatewayId: string, routeTableId?: string): Promise<unknown>;
    disable(gatewayId: string, routeTableId?: string): Promise<unknown>;
    /** The gateways that propagate into a table. */
    propagating(routeTableId?: string): Promise<PropagatingVgw[] | undefined>;
    addAttachedGateway(id?: string): string;
    addVpc(vpcId: string): void;
    /** A virtual interface on the gateway, of which only the gateway and the state matter here. */
    addVirtualInterface(virtualGatewayId: string): Pick<VirtualInterface, "virtualInterfaceState">;
}

export async function startEc2(guesses: Partial<Guesses> = {}): Promise<Ec2Server> {
    const server = await startAwsServer(guesses);
    const { ec2, world, vpcId } = server;
    const [mainTable = "", privateTable = ""] = server.routeTableIds;
    return {
        ...server,
        mainTable,
        privateTable,
        create: (changes) => ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1", ...changes })),
        attach: (VpnGatewayId, VpcId = vpcId) => ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId, VpcId })),
        detach: (VpnGatewayId) => ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId, VpcId: vpcId })),
        remove: (VpnGatewayId) => ec2.send(new DeleteVpnGatewayCommand({ VpnGatewayId })),
        gateways: async (...VpnGatewayIds) =>
            (await ec2.send(new DescribeVpnGatewaysCommand({ VpnGatewayIds }))).VpnGateways ?? [],
        enable: (GatewayId, RouteTableId = mainTable) =>
            ec2.send(new EnableVgwRoutePropagationCommand({ GatewayId, RouteTableId })),
        disable: (GatewayId, RouteTableId = mainTable) =>
            ec2.send(new DisableVgwRoutePropagationCommand({ GatewayId, RouteTableId })),
        async propagating(RouteTableId = mainTable) {
            const asked = new DescribeRouteTablesCommand({ RouteTableIds: [RouteTableId] });
            return (await ec2.send(asked)).RouteTables?.[0]?.PropagatingVgws;
        },
        addAttachedGateway(id = "vgw-1") {
            addGateway(world, id, { attachments: [{ vpcId, state: "attached" }] });
            return id;
        },
        addVpc(id) {
            const cidrBlocks = ["10.2.0.0/16"];
            world.aws.vpcs.set(id, { vpcId: id, ownerAccount: accountId, region, cidrBlocks, tags: new Map() });
        },
        addVirtualInterface(virtualGatewayId) {
            const vif = {
                virtualInterfaceId: `dxvif-on-${virtualGatewayId}`,
                virtualGatewayId,
                virtualInterfaceState: "down",
                connectionId: "dxcon-1",
                bgpPeers: [],
            } as unknown as VirtualInterface;
            world.aws.virtualInterfaces.set(vif.virtualInterfaceId, vif);
            return vif;
        },
    };
}

export const unknownGateway = (id: string): string =>
    `InvalidVpnGatewayID.NotFound 400: The virtual private gateway ID '${id}' does not exist`;
export const unknownTable = "InvalidRouteTableID.NotFound 400: The routeTable ID 'rtb-none' does not exist";
