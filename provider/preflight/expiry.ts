import type { BorderRouter } from "../clouds/clouds";
import { nothing, problems, warnings, type Found } from "./findings";

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** How long before the end it is said. */
const noticeDays = 30;

/** The circuit's subscription, as far as the VBR tells its end. */
export function expiryOf(router: BorderRouter | null | undefined, nowMilliseconds: number): Found {
    const endsAt = Date.parse(router?.expireTime ?? "");
    if (router === null || router === undefined || Number.isNaN(endsAt)) {
        return nothing;
    }
    const { vbrId, physicalConnectionId } = router;
    const subject = `The subscription of circuit ${physicalConnectionId}, which VBR ${vbrId} is on,`;
    const day = new Date(endsAt).toISOString().slice(0, "yyyy-MM-dd".length);
    const days = Math.floor((endsAt - nowMilliseconds) / dayMilliseconds);
    if (endsAt <= nowMilliseconds) {
        return problems([`${subject} ended on ${day}: no BGP comes up. Renew it in the Alibaba Cloud console.`]);
    }
    return warnings(
        days >= noticeDays
            ? []
            : [
                  `${subject} ends on ${day}, in ${days === 1 ? "one day" : `${days} days`}: BGP goes down then. Renew it in the Alibaba Cloud console before.`,
              ],
    );
}
