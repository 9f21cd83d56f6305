import type { AwsCloud } from "../clouds/clouds";
import { madeForTag } from "../rules/marks";
import type { Leftover } from "../unmanaged/leftover";
import { deleteVirtualInterface } from "../unmanaged/virtualInterface";
import { isGone } from "../virtualInterface";
import type { BgpAuthKeyOutputs } from "./handler";

/**
 * The virtual interface that was made for the VBR with this key: once the key is replaced, there is another one, which the state holds. With it no
 * gateway detaches, so it is looked for before.
 */
export async function findLeftoverInterface(
    { vbrId, key }: Pick<BgpAuthKeyOutputs, "vbrId" | "key">,
    aws: AwsCloud,
): Promise<Leftover | undefined> {
    const found = (await aws.describeVirtualInterfaces()).find(
        (vif) => vif.tags[madeForTag] === vbrId && vif.authKey === key && !isGone(vif),
    );
    return (
        found && {
            subject: `Virtual interface ${found.virtualInterfaceId}, made for VBR ${vbrId},`,
            adopt: { argument: "virtualInterfaceId", id: found.virtualInterfaceId },
            command: deleteVirtualInterface(found.virtualInterfaceId),
            tagged: true,
        }
    );
}
