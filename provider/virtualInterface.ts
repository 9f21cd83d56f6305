import type { VirtualInterface } from "./clouds/clouds";

const goneStates = ["deleting", "deleted", "rejected"];

/** Whether it is no virtual interface any more, or soon none, though AWS still lists it. */
export function isGone({ virtualInterfaceState }: Pick<VirtualInterface, "virtualInterfaceState">): boolean {
    return goneStates.includes(virtualInterfaceState);
}
