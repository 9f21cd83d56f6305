import type { HostedConnection } from "../clouds/clouds";
import { adoptOr } from "../unmanaged/adoptLine";
import { deleteVirtualInterface } from "../unmanaged/virtualInterface";
import { detachGateway } from "../unmanaged/vpnGateway";
import { isGone } from "../virtualInterface";
import type { Facts } from "./find";
import type { PreflightInputs } from "./handler";

/**
 * What a cloud takes only one of, and has already. Of a program that has made nothing yet: later the state alone, so the hook of the official child, tells
 * whose it is. `given` are the inputs with what is not known yet, which may name it.
 */
export function takenOf(
    given: PreflightInputs,
    connection: HostedConnection | undefined,
    facts: Pick<Facts, "gateway" | "virtualInterfaces">,
): string[] {
    return [...takenVpc(given, facts), ...takenConnection(given, connection, facts)];
}

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html: one virtual private gateway a VPC. */
function takenVpc({ vpcId = "", vpnGatewayId, adopt }: PreflightInputs, { gateway }: Pick<Facts, "gateway">): string[] {
    return gateway && (vpnGatewayId ?? adopt?.vpnGatewayId) === undefined
        ? [
              `VPC ${vpcId} has virtual private gateway ${gateway.vpnGatewayId} already, and takes no second one. Set aws.vpnGatewayId: "${gateway.vpnGatewayId}" to end the link in it, or detach it first (${detachGateway(gateway.vpnGatewayId, vpcId)}).`,
          ]
        : [];
}

/** https://docs.aws.amazon.com/directconnect/latest/UserGuide/limits.html: one virtual interface a hosted connection. */
function takenConnection(
    { adopt }: PreflightInputs,
    connection: HostedConnection | undefined,
    { virtualInterfaces = [] }: Pick<Facts, "virtualInterfaces">,
): string[] {
    const found = virtualInterfaces.find((vif) => vif.connectionId === connection?.connectionId && !isGone(vif));
    return found && adopt?.virtualInterfaceId === undefined
        ? [
              `Hosted connection ${found.connectionId} has virtual interface ${found.virtualInterfaceId} already, and takes no second one. ${adoptOr("virtualInterfaceId", found.virtualInterfaceId, `delete it first (${deleteVirtualInterface(found.virtualInterfaceId)})`)}`,
          ]
        : [];
}
