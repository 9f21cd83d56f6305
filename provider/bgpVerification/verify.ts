import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import type { HandlerContext } from "../handler";
import { waitFor } from "../waiting/wait";
import type { BgpVerificationInputs, BgpVerificationOutputs, BgpView } from "./handler";
import type { RoutesView } from "./resource";
import { levelOf, networksOf } from "./routes";
import { watchBgp } from "./watch";
import { routesViewOf, watchRoutes } from "./watchRoutes";

const defaultTimeoutSeconds = 900;

/** Waits for BGP and then, at level "routes", for routes: both within one limit. */
export async function verify(inputs: BgpVerificationInputs, context: HandlerContext): Promise<BgpVerificationOutputs> {
    const { clouds, clock, reporter, signal } = context;
    const accounts = await requireExpectedAccounts(inputs, clouds, ["aws", "alibaba"]);
    const endsAt = clock.now() + limitOf(inputs) * 1000;
    const view = await waitFor({
        ...watchBgp(inputs, context, inputs.consecutiveReads),
        timeoutSeconds: limitOf(inputs),
        clock,
        reporter,
        signal,
    });
    const networks = networksOf(inputs);
    if (networks === undefined) {
        return outputsOf(inputs, { ...accounts, ...view, bgpStatus: "up", verifiedAt: nowOf(context) }, undefined);
    }
    const seen = await waitFor({
        ...watchRoutes(inputs, networks, context),
        timeoutSeconds: Math.max((endsAt - clock.now()) / 1000, 0),
        clock,
        reporter,
        signal,
    });
    const routes = routesViewOf(seen.findings);
    routes.missing.forEach((text) => reporter.warn(text));
    return outputsOf(inputs, { ...accounts, ...seen.view, bgpStatus: "up", verifiedAt: nowOf(context) }, routes);
}

export function outputsOf(
    inputs: BgpVerificationInputs,
    seen: ExpectedAccounts & BgpView & Pick<BgpVerificationOutputs, "bgpStatus" | "verifiedAt">,
    routes: RoutesView | undefined,
): BgpVerificationOutputs {
    return { ...inputs, ...seen, level: levelOf(inputs), ...(routes !== undefined && { routes }) };
}

export function limitOf({ timeoutSeconds }: BgpVerificationInputs): number {
    return timeoutSeconds ?? defaultTimeoutSeconds;
}

export function nowOf({ clock }: HandlerContext): string {
    return new Date(clock.now()).toISOString();
}
