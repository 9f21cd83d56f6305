import type { AwsCloud, HostedConnection } from "../../provider/clouds/clouds";
import { CloudCallError } from "../../provider/clouds/errors";
import { madeForTag } from "../../provider/rules/marks";
import { fakeAwsNetwork } from "./fakeNetwork";
import type { FakeState } from "./fakeState";
import { attempt, type Answered, type Write } from "./writing";

export function fakeAws(state: FakeState, write: Write, answered: Answered): AwsCloud {
    const connectionOf = (connectionId: string): HostedConnection | undefined =>
        state.connections.find((connection) => connection.connectionId === connectionId);
    return {
        identity: () => Promise.resolve(state.awsIdentity),
        describeConnections: () => Promise.resolve(structuredClone(state.connections)),
        confirmConnection: attempt((connectionId: string) => {
            write("confirmConnection", connectionId);
            const connection = connectionOf(connectionId);
            if (connection?.connectionState !== "ordering") {
                const message = `ConfirmConnection failed. ${connectionId} is in state ${connection?.connectionState ?? "deleted"}`;
                throw new CloudCallError(message, "DirectConnectClientException", { cause: undefined });
            }
            connection.connectionState = "pending";
            answered("confirmConnection");
        }),
        deleteConnection: attempt((connectionId: string) => {
            write("deleteConnection", connectionId);
            const connection = connectionOf(connectionId);
            if (connection === undefined) {
                const message = `Could not find Connection with ID ${connectionId}`;
                throw new CloudCallError(message, "DirectConnectClientException", { cause: undefined });
            }
            connection.connectionState = "deleted";
        }),
        tagConnection: attempt((connectionId: string, tags: object) => {
            write("tagConnection", connectionId, tags);
            Object.assign(connectionOf(connectionId)?.tags ?? {}, tags);
            answered("tagConnection");
        }),
        describeVirtualInterfaces: () => Promise.resolve(structuredClone(state.virtualInterfaces)),
        describeVpnGatewaysOfVpc: (vpcId) =>
            Promise.resolve(
                state.vpnGateways.filter(({ attachments }) => attachments.some((other) => other.vpcId === vpcId)),
            ),
        describeVpnGatewaysMadeFor: (vpcId) =>
            Promise.resolve(state.vpnGateways.filter(({ tags }) => tags[madeForTag] === vpcId)),
        describeVpnGateway: (id) => Promise.resolve(state.vpnGateways.find(({ vpnGatewayId }) => vpnGatewayId === id)),
        describeVpcs: (ids) =>
            Promise.resolve(
                state.vpcIds
                    .filter((id) => ids.includes(id))
                    .map((vpcId) => ({ vpcId, cidrBlocks: state.awsCidrBlocks })),
            ),
        describeRouteTables: (ids) =>
            Promise.resolve(state.routeTables.filter(({ routeTableId }) => ids.includes(routeTableId))),
        ...fakeAwsNetwork(state),
    };
}
