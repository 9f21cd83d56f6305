import type { AwsCloud, VirtualInterface } from "../clouds/clouds";
import { isGone } from "../virtualInterface";
import type { BgpAuthKeyInputs } from "./handler";

/** The VIF whose key the key may come from: the one that is to be adopted, else one that is on the connection already, as where the state was lost. */
export async function findVirtualInterface(
    { connectionId, virtualInterfaceId }: BgpAuthKeyInputs,
    aws: AwsCloud,
): Promise<VirtualInterface | undefined> {
    if (connectionId === undefined && virtualInterfaceId === undefined) {
        return undefined;
    }
    const all = await aws.describeVirtualInterfaces();
    return virtualInterfaceId === undefined
        ? all.find((vif) => vif.connectionId === connectionId && !isGone(vif))
        : all.find((vif) => vif.virtualInterfaceId === virtualInterfaceId);
}
