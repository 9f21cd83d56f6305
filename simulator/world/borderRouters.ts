import type { BorderRouter } from "./alibabaState";
import { CloudError } from "./cloudError";
import type { World } from "./world";

/** Puts a VBR on its circuit. No action of this world makes one (CreateVirtualBorderRouter), so code and text are guesses. */
export function addBorderRouter({ alibaba, quotas }: World, borderRouter: BorderRouter): void {
    const { vbrId, physicalConnectionId } = borderRouter;
    const onCircuit = [...alibaba.borderRouters.values()].filter(
        (other) => other.physicalConnectionId === physicalConnectionId,
    );
    if (onCircuit.length >= quotas.borderRoutersPerCircuit) {
        throw new CloudError("QuotaExceeded.Vbr", "vbr count per physical connection quota exceed.");
    }
    alibaba.borderRouters.set(vbrId, borderRouter);
}
