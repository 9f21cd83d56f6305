import { covers } from "../addresses";
import type { DirectConnectGateway } from "../awsState";
import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";

/** The prefixes that AWS announces over the virtual interface of a session. */
export function advertisedByAws(world: World, { virtualInterface, connection }: SessionEnds): string[] {
    const { virtualGatewayId, directConnectGatewayId } = virtualInterface;
    if (directConnectGatewayId !== undefined) {
        const associations = world.aws.directConnectGateways.get(directConnectGatewayId)?.associations ?? [];
        return [...new Set(associations.flatMap((association) => announcedFor(world, association)))];
    }
    // P44: without a Direct Connect gateway only a VPC in the connection's region.
    return vpcsBehind(world, virtualGatewayId)
        .filter(({ region }) => region === connection.region)
        .flatMap(({ cidrBlocks }) => cidrBlocks);
}

/**
 * https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html: with a virtual private gateway the
 * allowed prefixes filter, with a transit gateway they are what is announced.
 */
function announcedFor(world: World, association: DirectConnectGateway["associations"][number]): string[] {
    // While its prefixes are being changed an association still works.
    if (association.state !== "associated" && association.state !== "updating") {
        return [];
    }
    // P21: over a transit gateway the allowed prefixes themselves.
    if (association.gatewayType === "transitGateway") {
        return association.allowedPrefixes;
    }
    // P20: over a VGW the VPC's CIDRs for which there is an equal or a wider allowed prefix.
    return vpcsBehind(world, association.gatewayId)
        .flatMap(({ cidrBlocks }) => cidrBlocks)
        .filter((cidrBlock) => association.allowedPrefixes.some((prefix) => covers(prefix, cidrBlock)));
}

/** P19: a VGW announces its VPC's CIDRs, secondary ones too, and no subnets; P22: only while it is attached. */
function vpcsBehind(world: World, vpnGatewayId: string | undefined): { region: string; cidrBlocks: string[] }[] {
    return (world.aws.vpnGateways.get(vpnGatewayId ?? "")?.attachments ?? [])
        .filter(({ state }) => state === "attached")
        .flatMap(({ vpcId }) => world.aws.vpcs.get(vpcId) ?? []);
}
