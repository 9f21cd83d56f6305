import type { AwsCloud } from "../clouds/clouds";
import type { Leftover } from "../unmanaged/leftover";
import { deleteGateway, leftoverGateways } from "../unmanaged/vpnGateway";
import type { PreflightInputs } from "./handler";

/** A gateway that was made for the VPC and never attached. A link that ends in an existing one never made any. */
export async function findLeftoverGateway(
    { vpcId, vpnGatewayId }: PreflightInputs,
    aws: AwsCloud,
): Promise<Leftover | undefined> {
    if (vpcId === undefined || vpnGatewayId !== undefined) {
        return undefined;
    }
    const [first] = await leftoverGateways(vpcId, aws);
    return (
        first && {
            subject: `Virtual private gateway ${first.vpnGatewayId}, made for VPC ${vpcId},`,
            adopt: { argument: "vpnGatewayId", id: first.vpnGatewayId },
            command: deleteGateway(first.vpnGatewayId),
            tagged: true,
        }
    );
}
