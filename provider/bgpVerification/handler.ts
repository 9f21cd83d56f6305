import { isDeepStrictEqual } from "node:util";

import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import type { Handler } from "../handler";
import type { JoinedNetworks } from "../routes/facts";
import { checkCount } from "../rules";
import { failuresOf, failuresOfChoice, failuresOfTimeout } from "../rules/failures";
import { isUnknown } from "../unknown";
import { WaitReads } from "../waiting/sharedReads";
import { withinLimit } from "../waiting/timeLimit";
import { causesText } from "./causes";
import { findEnds, viewOf } from "./find";
import { refuseUnannouncedOutage } from "./guard";
import type { AlibabaBgpView, AwsBgpView, RoutesView } from "./resource";
import { haveRoutesDrifted, levelOf, lookAtRoutes, networksOf, routesNow } from "./routes";
import { limitOf, nowOf, outputsOf, verify } from "./verify";
import { waitForReturn } from "./waitForReturn";
import { isUp } from "./watch";

export interface BgpVerificationInputs extends ExpectedAccounts {
    vbrId: string;
    connectionId: string;
    virtualInterfaceId: string;
    bgpPeerId: string;
    /** undefined in the state of an earlier version, which verified BGP alone. */
    level?: "bgp" | "routes";
    networks?: JoinedNetworks;
    onDown?: "warn" | "fail";
    consecutiveReads?: number;
    triggers?: string[];
    timeoutSeconds?: number;
    /** What of the link the same stack makes, rather than uses. In no diff. undefined in the state of an earlier version. */
    made?: { vpnGateway?: boolean; vbrAttachment?: boolean; vpcRoutes?: string[] };
    /** In no diff. */
    allowOutage?: boolean;
}

export interface BgpView {
    alibaba: AlibabaBgpView;
    aws: AwsBgpView;
}

export interface BgpVerificationOutputs extends BgpVerificationInputs, BgpView {
    bgpStatus: "up" | "down";
    verifiedAt: string;
    /** undefined at level "bgp". */
    routes?: RoutesView;
}

/** How long a session takes that nothing keeps down any more: 30 to 120 seconds, and the lag of both readings (a guess, as in the simulator's limits). */
const returnLimitSeconds = 180;

/** How long a preview, which shows the state where no cloud answers, is held up for a look. */
const previewLimitMilliseconds = 15_000;

/** The leaf: all that may change while a link lives is read here, and nothing depends on it. */
export const bgpVerificationHandler: Handler<BgpVerificationInputs, BgpVerificationOutputs> = {
    check({ level, networks, onDown, consecutiveReads, timeoutSeconds }) {
        return [
            ...failuresOfChoice("level", level, ["bgp", "routes"]),
            ...(level === "routes" && networks === undefined
                ? [{ property: "networks", reason: 'level "routes" needs networks: which ones are to be joined' }]
                : []),
            ...failuresOfChoice("onDown", onDown, ["warn", "fail"]),
            ...failuresOf("consecutiveReads", consecutiveReads, "number", (count) =>
                checkCount("consecutiveReads", count),
            ),
            ...failuresOfTimeout(timeoutSeconds),
        ];
    },

    async guard(inputs, olds, context) {
        const reasons = olds === undefined ? [] : await refuseUnannouncedOutage(olds, inputs, context);
        return reasons.map((reason) => ({ property: "", reason }));
    },

    diff(_id, olds, news) {
        // An unknown one is to be made anew. Were it a replacement here too, the engine would delete this first, and check it without the inputs before, so
        // unguarded (measured); once the new one is known, it is a replacement.
        const isMadeAnew = isUnknown(news.virtualInterfaceId);
        const replaces =
            isMadeAnew || news.virtualInterfaceId === olds.virtualInterfaceId ? [] : ["virtualInterfaceId"];
        return {
            changes:
                isMadeAnew ||
                replaces.length > 0 ||
                dependsOnAnother(olds, news) ||
                isFirstLookAtRoutes(olds, news) ||
                olds.bgpStatus !== "up",
            replaces,
        };
    },

    async hasDrifted(olds, { clouds, clock }) {
        const endsAt = clock.now() + previewLimitMilliseconds;
        try {
            const { result } = await withinLimit({ endsAt }, () =>
                // One look: what routes and session both hang on is read once.
                new WaitReads().look(clock, async () => {
                    const routes = haveRoutesDrifted(olds, clouds);
                    // They are nobody's business where the session is down.
                    routes.catch(() => undefined);
                    const view = viewOf(await findEnds(olds, clouds));
                    return isUp(view) ? routes : !isTested(view);
                }),
            );
            return result;
        } catch {
            // The update, or a refresh, says what is the matter.
            return false;
        }
    },

    async create(inputs, context) {
        return { id: `${inputs.virtualInterfaceId}/bgp`, outputs: await verify(inputs, context) };
    },

    async update(_id, olds, news, context) {
        const accounts = await requireExpectedAccounts(news, context.clouds, ["aws", "alibaba"]);
        if (dependsOnAnother(olds, news) || news.onDown === "fail") {
            return verify(news, context);
        }
        const endsAt = context.clock.now() + Math.min(returnLimitSeconds, limitOf(news)) * 1000;
        const secondsLeft = (): number => Math.max((endsAt - context.clock.now()) / 1000, 0);
        const ends = await waitForReturn(news, secondsLeft(), context);
        const view = viewOf(ends);
        const up = isUp(view);
        if (!up) {
            context.reporter.warn(
                `BGP was up and has fallen (AWS ${view.aws.bgpStatus}, Alibaba ${view.alibaba.bgpStatus}). ${await causesText(news, ends, context)} Then run pulumi up again. Set verification.onDown to "fail" to stop here.`,
            );
        }
        const verifiedAt = up ? nowOf(context) : olds.verifiedAt;
        const routes = up ? await lookAtRoutes(news, olds.routes, secondsLeft(), context) : olds.routes;
        return outputsOf(news, { ...accounts, ...view, bgpStatus: up ? "up" : "down", verifiedAt }, routes);
    },

    async read(_id, olds, { clouds }) {
        const ends = await findEnds(olds, clouds);
        const view = viewOf(ends);
        const isGone = ["not there", "deleted"].includes(view.aws.virtualInterfaceState);
        // A failover test is no drift; neither are route counts that came or went.
        const isSame = isTested(view) || healthOf(view) === healthOf(olds);
        const routes = !isGone && isUp(view) ? await routesNow(olds, clouds) : olds.routes;
        if (!isGone && isSame && routes === olds.routes) {
            return olds;
        }
        await requireExpectedAccounts(olds, clouds);
        if (isGone) {
            return undefined;
        }
        const seen: Partial<BgpVerificationOutputs> = isSame ? {} : { ...view, bgpStatus: isUp(view) ? "up" : "down" };
        return { ...olds, ...seen, ...(routes !== undefined && { routes }) };
    },

    delete: () => Promise.resolve(),
};

/** Time-outs and the like are in no diff. */
function dependsOnAnother(olds: BgpVerificationInputs, news: BgpVerificationInputs): boolean {
    const watched: (keyof BgpVerificationInputs)[] = ["vbrId", "connectionId", "bgpPeerId", "triggers"];
    return (
        watched.some((key) => !isDeepStrictEqual(olds[key], news[key])) ||
        (olds.level !== undefined &&
            (levelOf(olds) !== levelOf(news) || !isDeepStrictEqual(networksOf(olds), networksOf(news))))
    );
}

/** Of the state of an earlier version: it is verified already, so what the look finds is a warning. */
function isFirstLookAtRoutes(olds: BgpVerificationInputs, news: BgpVerificationInputs): boolean {
    return olds.level === undefined && networksOf(news) !== undefined;
}

/** A failover test takes the session down on purpose. */
function isTested({ aws }: BgpView): boolean {
    return aws.virtualInterfaceState === "testing";
}

/** What both sides say, without the counts of routes. */
function healthOf({ aws, alibaba }: BgpView): string {
    const { bgpStatus, borderRouterStatus, circuitStatus, businessStatus } = alibaba;
    const { connectionState, virtualInterfaceState } = aws;
    return [
        aws.bgpStatus,
        connectionState,
        virtualInterfaceState,
        bgpStatus,
        borderRouterStatus,
        circuitStatus,
        businessStatus,
    ].join();
}
