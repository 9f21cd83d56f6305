import { isDeepStrictEqual } from "node:util";

import { CloudCallError } from "../clouds/errors";
import type { HandlerContext } from "../handler";
import { messageOf } from "../messageOf";
import type { JoinedNetworks } from "../routes/facts";
import type { BgpVerificationInputs, BgpVerificationOutputs } from "./handler";
import type { RoutesView } from "./resource";
import { isRouted, routesViewOf, seeRoutes, waitForRoutesBack } from "./watchRoutes";

export function levelOf({ level }: BgpVerificationInputs): "bgp" | "routes" {
    return level ?? "bgp";
}

/** undefined: routes are none of its business. */
export function networksOf(inputs: BgpVerificationInputs): JoinedNetworks | undefined {
    return levelOf(inputs) === "routes" ? inputs.networks : undefined;
}

/** Of a link that was verified: what is missing is a warning. */
export async function lookAtRoutes(
    inputs: BgpVerificationInputs,
    before: RoutesView | undefined,
    timeoutSeconds: number,
    context: HandlerContext,
): Promise<RoutesView | undefined> {
    const networks = networksOf(inputs);
    if (networks === undefined) {
        return undefined;
    }
    try {
        const routes = routesViewOf((await waitForRoutesBack(inputs, networks, timeoutSeconds, context)).findings);
        routes.missing.forEach((text) => context.reporter.warn(text));
        return routes;
    } catch (error) {
        if (!isRefused(error)) {
            throw error;
        }
        context.reporter.warn(`Whether routes lead both ways nobody could see. ${messageOf(error)}`);
        return before;
    }
}

/** Whether something is missing that was not known to be, or that is demanded; routes that came or went beside are no drift. */
export async function haveRoutesDrifted(
    olds: BgpVerificationOutputs,
    clouds: HandlerContext["clouds"],
): Promise<boolean> {
    const networks = networksOf(olds);
    if (networks === undefined) {
        return false;
    }
    const seen = await seeRoutes(olds, networks, clouds);
    return !isRouted(seen) || !isSame(olds.routes, routesViewOf(seen.findings));
}

/** What a refresh shows: the same as before where nothing else is missing than then, and where nobody may look. */
export async function routesNow(
    olds: BgpVerificationOutputs,
    clouds: HandlerContext["clouds"],
): Promise<RoutesView | undefined> {
    const networks = networksOf(olds);
    if (networks === undefined) {
        return olds.routes;
    }
    try {
        const routes = routesViewOf((await seeRoutes(olds, networks, clouds)).findings);
        return isSame(olds.routes, routes) ? olds.routes : routes;
    } catch (error) {
        if (!isRefused(error)) {
            throw error;
        }
        return olds.routes;
    }
}

function isSame(before: RoutesView | undefined, now: RoutesView): boolean {
    return isDeepStrictEqual(before?.missing, now.missing);
}

function isRefused(error: unknown): boolean {
    return error instanceof CloudCallError && error.kind === "lasting";
}
