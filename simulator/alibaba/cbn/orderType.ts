import type { ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { optionalText } from "../input";

/** Who pays for an attachment. */
export type OrderType = "PayByCenOwner" | "PayByResourceOwner";

/** What another value gets is a guess. */
export function readOrderType(input: ActionInput): OrderType | undefined {
    const orderType = optionalText(input, "OrderType");
    if (orderType !== undefined && orderType !== "PayByCenOwner" && orderType !== "PayByResourceOwner") {
        throw new CloudError("IllegalParam.OrderType", "The specified OrderType is illegal.");
    }
    return orderType;
}
