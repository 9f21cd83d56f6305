import type { AwsCloud, VirtualInterface, VpnGateway } from "../../clouds/clouds";
import type { AwsFacts } from "../facts";
import type { LinkIds } from "../link";
import type { Attempt } from "./attempt";
import type { Circuit } from "./circuit";
import { reads } from "./reads";

type BehindTheInterface = Omit<
    AwsFacts,
    "identity" | "connections" | "connection" | "virtualInterfaces" | "virtualInterface"
>;

/** AWS's side from the virtual interface on. What is named is asked for at once, what the interface tells once it is known. */
export async function readAwsSide(
    ids: LinkIds,
    circuit: Promise<Circuit>,
    aws: AwsCloud,
    attempt: Attempt,
): Promise<BehindTheInterface> {
    const virtualInterface = circuit.then((found) => found.virtualInterface);
    const virtualInterfaceId = ids.virtualInterfaceId ?? virtualInterface.then((found) => found?.virtualInterfaceId);
    const gateways = readGateways(ids, virtualInterface, aws, attempt);
    const vpcId = ids.vpcId ?? gateways.then(({ ofInterface, named }) => attachedVpcOf(named ?? ofInterface));

    const [virtualInterfaceRoutes, directConnectGateway, vpcs, routeTables, subnets, securityGroups, networkAcls] =
        await Promise.all([
            attempt(reads.virtualInterfaceRoutes, virtualInterfaceId, (id) => aws.listVirtualInterfaceRoutes(id)),
            attempt(
                reads.directConnectGateway,
                virtualInterface.then((found) => found?.directConnectGatewayId),
                (id) => aws.describeDirectConnectGateway(id),
            ),
            attempt(reads.awsVpc, vpcId, (id) => aws.describeVpcs([id])),
            attempt(reads.awsRouteTables, vpcId, (id) => aws.describeRouteTablesOfVpc(id)),
            attempt(reads.subnets, vpcId, (id) => aws.describeSubnets(id)),
            attempt(reads.awsSecurityGroups, vpcId, (id) => aws.describeSecurityGroups(id)),
            attempt(reads.awsNetworkAcls, vpcId, (id) => aws.describeNetworkAcls(id)),
        ]);
    const { all: vpnGateways, ofInterface: vpnGateway } = await gateways;
    return {
        vpnGateways,
        vpnGateway,
        directConnectGateway,
        vpc: vpcs?.[0],
        routeTables,
        subnets,
        securityGroups,
        networkAcls,
        virtualInterfaceRoutes,
    };
}

interface Gateways {
    all: VpnGateway[] | undefined;
    /** The one that was named. */
    named: VpnGateway | undefined;
    ofInterface: VpnGateway | undefined;
}

async function readGateways(
    { vpnGatewayId, vpcId }: LinkIds,
    virtualInterface: Promise<VirtualInterface | undefined>,
    aws: AwsCloud,
    attempt: Attempt,
): Promise<Gateways> {
    const idOfInterface = virtualInterface.then((found) => found?.virtualGatewayId);
    const another = idOfInterface.then((id) => (id === vpnGatewayId ? undefined : id));
    const lists = await Promise.all([
        attempt(reads.vpnGateways, vpnGatewayId, async (id) => listOf(await aws.describeVpnGateway(id))),
        attempt(reads.vpnGateways, another, async (id) => listOf(await aws.describeVpnGateway(id))),
        attempt(reads.vpnGateways, vpcId, (id) => aws.describeVpnGatewaysOfVpc(id)),
    ]);
    const known = lists.filter((list) => list !== undefined);
    const byId = new Map(known.flat().map((gateway) => [gateway.vpnGatewayId, gateway]));
    const ofInterface = byId.get((await idOfInterface) ?? "");
    return {
        all: known.length === 0 ? undefined : [...byId.values()],
        named: byId.get(vpnGatewayId ?? ""),
        ofInterface,
    };
}

/** The VPC that a gateway is attached to. */
export function attachedVpcOf(gateway: VpnGateway | undefined): string | undefined {
    return gateway?.attachments.find(({ state }) => state === "attached")?.vpcId;
}

function listOf<Item>(item: Item | undefined): Item[] {
    return item === undefined ? [] : [item];
}
