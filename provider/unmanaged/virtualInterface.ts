import type { AwsCloud, VirtualInterface } from "../clouds/clouds";
import { isGone } from "../virtualInterface";
import { adoptOr } from "./adoptLine";
import type { UnmanagedSearch } from "./search";

export function deleteVirtualInterface(virtualInterfaceId: string): string {
    return `aws directconnect delete-virtual-interface --virtual-interface-id ${virtualInterfaceId}`;
}

/** A hosted connection carries one virtual interface; the official resource cannot adopt it by itself. */
export const unmanagedVirtualInterface: UnmanagedSearch = async ({ connectionId }, { aws }) => {
    const found = await virtualInterfaceOn(String(connectionId), aws);
    return (
        found &&
        `Hosted connection ${found.connectionId} has virtual interface ${found.virtualInterfaceId} already, which this stack does not manage, and takes no second one. ` +
            adoptOr(
                "virtualInterfaceId",
                found.virtualInterfaceId,
                `delete it first (${deleteVirtualInterface(found.virtualInterfaceId)})`,
            )
    );
};

async function virtualInterfaceOn(connectionId: string, aws: AwsCloud): Promise<VirtualInterface | undefined> {
    return (await aws.describeVirtualInterfaces()).find((vif) => vif.connectionId === connectionId && !isGone(vif));
}
