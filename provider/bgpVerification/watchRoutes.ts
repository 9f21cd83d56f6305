import type { HandlerContext } from "../handler";
import type { JoinedNetworks } from "../routes/facts";
import { findRoutes, type RouteFindings } from "../routes/findings";
import { firstStage, textOf, type Missing, type Stage } from "../routes/missing";
import { readRoutes } from "../routes/read";
import type { Turn } from "../reporting/progress";
import type { WaitOptions } from "../waiting/wait";
import { waitAtMost } from "../waiting/waitAtMost";
import { findEnds, viewOf, type EndIds } from "./find";
import type { BgpView } from "./handler";
import type { RoutesView } from "./resource";
import { routesBack, routesThere, type RouteState } from "./status";
import { isUp } from "./watch";

/** What one look at both ends and at the routes saw. */
export interface Seen {
    view: BgpView;
    findings: RouteFindings;
}

export async function seeRoutes(
    ids: EndIds,
    networks: JoinedNetworks,
    clouds: HandlerContext["clouds"],
): Promise<Seen> {
    const [ends, facts] = await Promise.all([findEnds(ids, clouds), readRoutes(networks, ids, clouds)]);
    const findings = findRoutes(facts, {
        vpnGatewayId: ends.virtualInterface?.virtualGatewayId,
        advertisedRouteCount: ends.peer?.advertisedRouteCount,
        receivedRouteCount: ends.peer?.receivedRouteCount,
    });
    return { view: viewOf(ends), findings };
}

/** The wait for what is demanded; at the time-out, all that is missing with its fix. */
export function watchRoutes(
    ids: EndIds,
    networks: JoinedNetworks,
    { clouds }: Pick<HandlerContext, "clouds">,
): Pick<WaitOptions<RouteState, Seen>, "table" | "look"> {
    let last: Seen | undefined;
    return {
        table: {
            ...routesThere,
            get pending() {
                const first = firstOf(last);
                return first === undefined ? {} : { [first.stage]: turnOf(first) };
            },
            get onTimeout() {
                const missing = demandedOf(last).map(textOf).join(" ");
                if (missing === "") {
                    return "BGP was up and has fallen meanwhile. Run pulumi up again; it goes on where it stopped.";
                }
                return `BGP is up, but ${missing.charAt(0).toLowerCase()}${missing.slice(1)} Then run pulumi up again; it goes on where it stopped. verification.level "bgp" does without routes.`;
            },
        },
        look: async () => {
            last = await seeRoutes(ids, networks, clouds);
            const note = firstOf(last)?.says ?? "it was up on both sides just now";
            return { state: stateOf(last), value: last, note };
        },
    };
}

/** How it is with routes that have been there: what only a person can mend is not waited for. */
export function waitForRoutesBack(
    ids: EndIds,
    networks: JoinedNetworks,
    timeoutSeconds: number,
    { clouds, clock, reporter, signal }: HandlerContext,
): Promise<Seen> {
    return waitAtMost<RouteState, Seen>({
        table: routesBack,
        look: async () => {
            const value = await seeRoutes(ids, networks, clouds);
            const state = stateOf(value);
            return { state: ["BGP down", "leg missing"].includes(state) ? "kept away" : state, value };
        },
        timeoutSeconds,
        clock,
        reporter,
        signal,
    });
}

export function routesViewOf({ awsToAlibaba, alibabaToAws, missing }: RouteFindings): RoutesView {
    return { awsToAlibaba, alibabaToAws, missing: missing.map(textOf) };
}

export function isRouted({ findings }: Seen): boolean {
    return firstStage(findings.missing) === undefined;
}

function stateOf(seen: Seen | undefined): RouteState {
    if (seen === undefined || !isUp(seen.view)) {
        return "BGP down";
    }
    return firstStage(seen.findings.missing) ?? "there";
}

function demandedOf(seen: Seen | undefined): Missing[] {
    return seen?.findings.missing.filter(({ isDemanded }) => isDemanded) ?? [];
}

/** What is furthest back. */
function firstOf(seen: Seen | undefined): Missing | undefined {
    return demandedOf(seen).find(({ stage }) => stage === stateOf(seen));
}

/** Who sends, who accepts and who puts a route into its tables: packets go the other way than their route. */
function turnOf({ stage, way }: Missing): Turn {
    const [sender, receiver] = way === "to AWS" ? (["aws", "alibaba"] as const) : (["alibaba", "aws"] as const);
    const turns: Record<Stage, Turn> = {
        "leg missing": { turn: "yours", to: "make the missing leg" },
        "leg under way": { turn: "alibaba" },
        "not sent": { turn: sender },
        "not accepted": { turn: receiver },
        "not installed": { turn: receiver },
    };
    return turns[stage];
}
