import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";
import { connectToProvider, type ProviderCalls, type Values } from "../harness/providerClient";

export const tokens = {
    vif: "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
    gateway: "aws:ec2/vpnGateway:VpnGateway",
    gatewayAttachment: "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment",
    routePropagation: "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation",
    cenInstanceAttachment: "alicloud:cen/instanceAttachment:InstanceAttachment",
    cenInstanceGrant: "alicloud:cen/instanceGrant:InstanceGrant",
    grantAttachment: "alicloud:cen/transitRouterGrantAttachment:TransitRouterGrantAttachment",
    grantRuleToCen: "alicloud:expressconnect/grantRuleToCen:GrantRuleToCen",
    attachment: "alicloud:cen/transitRouterVbrAttachment:TransitRouterVbrAttachment",
    association: "alicloud:cen/transitRouterRouteTableAssociation:TransitRouterRouteTableAssociation",
    propagation: "alicloud:cen/transitRouterRouteTablePropagation:TransitRouterRouteTablePropagation",
} as const;

export type StandInName = keyof typeof tokens;

/** A resource that was made. */
export interface Made {
    urn: string;
    id: string;
    outputs: Values;
    inputs: Values;
}

/** The stand-ins for the official providers, called as the engine calls them; an hour of the world passes in a second. */
export interface StandIns extends ProviderCalls {
    simulator: Simulator;
    make(name: StandInName, inputs: Values): Promise<Made>;
    /** A virtual interface on the hosted connection, which is available. */
    makeVif(vpnGatewayId: string): Promise<Made>;
    /** Everything that a virtual interface needs, and the interface. */
    makeLink(): Promise<{ gateway: Made; vif: Made }>;
    /** The actions that have written, in their order. */
    writes(): string[];
    stop(): Promise<void>;
}

export function urnOf(name: StandInName): string {
    return `urn:pulumi:test::wire::${tokens[name]}::${name}`;
}

export async function startStandIns(options: SimulatorOptions = {}): Promise<StandIns> {
    const simulator = await startSimulator({ speed: 3600, ...options });
    const calls = connectToProvider(Number(simulator.providers.split(":").at(-1)));
    await calls.configure({}, { "aws:config:region": "ap-southeast-1", "alicloud:config:region": "ap-southeast-1" });
    const make = async (name: StandInName, args: Values): Promise<Made> => {
        const urn = urnOf(name);
        const { inputs, failures } = await calls.check(urn, args);
        if (failures.length > 0) {
            throw new Error(JSON.stringify(failures));
        }
        return { urn, inputs, ...(await calls.create(urn, inputs)) };
    };
    const makeVif = (vpnGatewayId: string): Promise<Made> => {
        const { hostedConnectionId = "" } = simulator.description.world;
        const connection = simulator.world.aws.connections.get(hostedConnectionId);
        Object.assign(connection ?? {}, { connectionState: "available" });
        return make("vif", {
            addressFamily: "ipv4",
            amazonAddress: "169.254.10.2/30",
            bgpAsn: 45104,
            bgpAuthKey: "a-key-for-both",
            connectionId: hostedConnectionId,
            customerAddress: "169.254.10.1/30",
            name: "link",
            tags: { Name: "link" },
            vlan: 1101,
            vpnGatewayId,
        });
    };
    return {
        ...calls,
        simulator,
        make,
        makeVif,
        async makeLink() {
            const { awsVpcId } = simulator.description.world;
            const gateway = await make("gateway", { vpcId: awsVpcId, tags: { Name: "link" } });
            return { gateway, vif: await makeVif(gateway.id) };
        },
        writes: () => simulator.world.log.filter(({ mutating }) => mutating).map(({ action }) => action),
        async stop() {
            calls.close();
            await simulator.close();
        },
    };
}
