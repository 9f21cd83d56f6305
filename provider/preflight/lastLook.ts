import { isDeepStrictEqual } from "node:util";

import type { Clouds } from "../clouds/clouds";
import type { PreflightInputs } from "./handler";

/** What was looked at in this process and refused in nothing, by the resource's own name. */
const seen = new WeakMap<Clouds, Map<string, PreflightInputs>>();

/** An `up` checks a resource and then makes it, at once and in one process: the clouds need not be asked twice. */
export function rememberLook(inputs: PreflightInputs, clouds: Clouds): void {
    const looks = seen.get(clouds) ?? new Map<string, PreflightInputs>();
    seen.set(clouds, looks.set(inputs.resourceUrn ?? "", inputs));
}

/** Whether the look before this one saw the same inputs; it counts once. */
export function wasLookedAt(inputs: PreflightInputs, clouds: Clouds): boolean {
    const looks = seen.get(clouds);
    const name = inputs.resourceUrn ?? "";
    const last = looks?.get(name);
    looks?.delete(name);
    return last !== undefined && isDeepStrictEqual(last, inputs);
}
