import { findBorderRouter } from "./borderRouter/find";
import { orderSheet } from "./borderRouter/orderSheet";
import { connectClouds } from "./clouds/connect";
import { readSettings, type Configuration } from "./settings/settings";
import { unmanagedBasicCenAttachment, unmanagedCenAttachment } from "./unmanaged/cenAttachment";
import { unmanagedCenAssociation, unmanagedCenPropagation } from "./unmanaged/cenRouteTables";
import type { ChildInputs, UnmanagedSearch } from "./unmanaged/search";
import { unmanagedVirtualInterface } from "./unmanaged/virtualInterface";
import { unmanagedVpnGateway, unmanagedVpnGatewayAttachment } from "./unmanaged/vpnGateway";
import { systemClock } from "./waiting/clock";
import { withinLimit } from "./waiting/timeLimit";

/** By the kind of child, of those of which a cloud takes no second one, or would make one without a word. */
export const unmanagedSearches = {
    vpnGateway: unmanagedVpnGateway,
    vpnGatewayAttachment: unmanagedVpnGatewayAttachment,
    virtualInterface: unmanagedVirtualInterface,
    cenAttachment: unmanagedCenAttachment,
    basicCenAttachment: unmanagedBasicCenAttachment,
    cenAssociation: unmanagedCenAssociation,
    cenPropagation: unmanagedCenPropagation,
} satisfies Record<string, UnmanagedSearch>;

/**
 * Nobody can interrupt a hook: the engine waits for it at a Ctrl-C, and a program whose engine was killed ends after it (measured). So a cloud that does not
 * answer has less time here than elsewhere: it is asked twice.
 */
const lookLimitMilliseconds = 60_000;

function briefly<Result>(look: () => Promise<Result>): Promise<Result> {
    return withinLimit({ endsAt: systemClock.now() + lookLimitMilliseconds }, look);
}

/** Throws the text of what was found. Runs in the program's process, with the settings that the dynamic host has. */
export async function refuseUnmanaged(
    search: UnmanagedSearch,
    inputs: ChildInputs,
    configuration: Configuration,
): Promise<void> {
    const problem = await briefly(() => search(inputs, connectClouds(readSettings(configuration), systemClock)));
    if (problem !== undefined) {
        throw new Error(problem);
    }
}

/**
 * What to buy, while no VBR is there. undefined where there is one, or where no look is possible: then the create says why, and a preview must not fail
 * for this.
 */
export async function orderSheetWhileMissing(
    inputs: ChildInputs,
    configuration: Configuration,
): Promise<string | undefined> {
    // What is not known yet at a preview is no text.
    const known = Object.fromEntries(Object.entries(inputs).filter(([, value]) => typeof value === "string"));
    try {
        const { alibaba } = connectClouds(readSettings(configuration), systemClock);
        const found = findBorderRouter(await briefly(() => alibaba.describeBorderRouters()), known);
        return found === undefined ? orderSheet(known) : undefined;
    } catch {
        return undefined;
    }
}
