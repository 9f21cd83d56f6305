import {
    CreatePrivateVirtualInterfaceCommand,
    DescribeVirtualInterfacesCommand,
    type BGPPeer,
    type CreatePrivateVirtualInterfaceCommandOutput,
    type NewPrivateVirtualInterface,
    type VirtualInterface,
} from "@aws-sdk/client-direct-connect";

import type { Guesses } from "../../simulator/world/guesses";
import type { Quotas } from "../../simulator/world/limits";
import { addConnection, addGateway, startAwsServer, type AwsServer } from "./awsServer";

export const refused = "DirectConnectClientException 400:";

export const askedInterface: NewPrivateVirtualInterface = {
    virtualInterfaceName: "link-1",
    vlan: 101,
    asn: 45104,
    authKey: "0123456789",
    amazonAddress: "169.254.10.2/30",
    customerAddress: "169.254.10.1/30",
    virtualGatewayId: "vgw-1",
};

/** The AWS wire with connection `dxcon-1` and gateway `vgw-1`, and the calls around virtual interfaces. */
export interface VirtualInterfaceServer extends AwsServer {
    create(
        changes?: Partial<NewPrivateVirtualInterface>,
        connectionId?: string,
    ): Promise<CreatePrivateVirtualInterfaceCommandOutput>;
    listed(): Promise<VirtualInterface[]>;
    /** The peers of the one virtual interface that is there. */
    peers(): Promise<BGPPeer[]>;
}

export async function startVirtualInterfaces(
    guesses: Partial<Guesses> = {},
    quotas: Partial<Quotas> = {},
): Promise<VirtualInterfaceServer> {
    const server = await startAwsServer(guesses, Date.now, quotas);
    addConnection(server.world, "dxcon-1");
    addGateway(server.world, "vgw-1");
    const listed = async (): Promise<VirtualInterface[]> =>
        (await server.directConnect.send(new DescribeVirtualInterfacesCommand({}))).virtualInterfaces ?? [];
    return {
        ...server,
        create: (changes = {}, connectionId = "dxcon-1") =>
            server.directConnect.send(
                new CreatePrivateVirtualInterfaceCommand({
                    connectionId,
                    newPrivateVirtualInterface: { ...askedInterface, ...changes },
                }),
            ),
        listed,
        peers: async () => (await listed())[0]?.bgpPeers ?? [],
    };
}
