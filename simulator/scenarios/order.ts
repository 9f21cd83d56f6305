import type { ConnectionOrder } from "../world/order";
import type { World } from "../world/world";
import { alibabaRegion, awsRegion } from "./vpcs";

/** The one that sells circuits to AWS in the worlds to start with. */
export const accessPointId = "ap-sg-singapore-a";

/** Where circuits to other vendors can be bought. */
export function buildAccessPoints(world: World): void {
    world.alibaba.accessPoints.push({
        accessPointId,
        regionId: alibabaRegion,
        name: "Singapore-A",
        vendor: "AWS",
    });
}

/** The order as the console's documentation shows it: AWS, 1 Gbit/s, number 1, 12 months. */
export function singaporeOrder(world: World, fulfilled: boolean): ConnectionOrder {
    return {
        regionId: alibabaRegion,
        accessPointId,
        peerVendorUid: world.accounts.awsAccountId,
        awsRegion,
        awsLocation: "EqSG2",
        name: "multi-cloud-singapore",
        bandwidthMbps: 1000,
        months: 12,
        vlanId: 1101,
        localGatewayIp: "169.254.10.1",
        peerGatewayIp: "169.254.10.2",
        peeringSubnetMask: "255.255.255.252",
        fulfilled,
    };
}

/** A partner's offer to the same AWS account that has nothing to do with the order. */
export function offerForeignConnection(world: World): void {
    const connectionId = world.newId("dxcon-fh", 6);
    world.aws.connections.set(connectionId, {
        connectionId,
        connectionName: "office-singapore",
        ownerAccount: world.accounts.awsAccountId,
        region: awsRegion,
        location: "EqSG2",
        bandwidth: "1Gbps",
        vlan: 205,
        partnerName: "Example Carrier",
        providerName: "Example Carrier",
        connectionState: "ordering",
        tags: new Map(),
    });
}
