import type { Handler, HandlerContext } from "../handler";
import { isKnown } from "../unknown";
import { waitFor } from "../waiting/wait";
import { findEnds, viewOf, type Ends } from "./find";
import { likelyCause } from "./likelyCause";
import type { AlibabaBgpView, AwsBgpView } from "./resource";
import { bgpUp, type BgpState } from "./status";

export interface BgpVerificationInputs {
    vbrId: string;
    connectionId: string;
    virtualInterfaceId: string;
    bgpPeerId: string;
    onDown?: "warn" | "fail";
    consecutiveReads?: number;
    triggers?: string[];
    timeoutSeconds?: number;
}

export interface BgpView {
    alibaba: AlibabaBgpView;
    aws: AwsBgpView;
}

export interface BgpVerificationOutputs extends BgpVerificationInputs, BgpView {
    bgpStatus: "up" | "down";
    verifiedAt: string;
}

const defaultTimeoutSeconds = 900;
const defaultConsecutiveReads = 3;

/** The leaf: all that may change while a link lives is read here, and nothing depends on it. */
export const bgpVerificationHandler: Handler<BgpVerificationInputs, BgpVerificationOutputs> = {
    check({ onDown }) {
        return isKnown(onDown) && onDown !== "warn" && onDown !== "fail"
            ? [{ property: "onDown", reason: `onDown is "${String(onDown)}"; it must be "warn" or "fail"` }]
            : [];
    },

    diff(_id, olds, news) {
        const replaces = news.virtualInterfaceId === olds.virtualInterfaceId ? [] : ["virtualInterfaceId"];
        const watched: (keyof BgpVerificationInputs)[] = ["vbrId", "connectionId", "bgpPeerId", "triggers"];
        const changed = watched.some((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));
        return { changes: replaces.length > 0 || changed || olds.bgpStatus !== "up", replaces };
    },

    async create(inputs, context) {
        return { id: `${inputs.virtualInterfaceId}/bgp`, outputs: await verify(inputs, context) };
    },

    async update(_id, olds, news, context) {
        const watched: (keyof BgpVerificationInputs)[] = ["vbrId", "connectionId", "bgpPeerId", "triggers"];
        const changed = watched.some((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));
        if (changed || news.onDown === "fail") {
            return verify(news, context);
        }
        const view = viewOf(await findEnds(news, context.clouds));
        const up = isUp(view);
        if (!up) {
            context.reporter.warn(
                `BGP was up and has fallen (AWS: ${view.aws.bgpStatus}, Alibaba: ${view.alibaba.bgpStatus}). AWS maintenance takes sessions down for hours; ` +
                    `set verification.onDown to "fail" to stop here.`,
            );
        }
        const verifiedAt = up ? nowOf(context) : olds.verifiedAt;
        return { ...news, ...view, bgpStatus: up ? "up" : "down", verifiedAt };
    },

    async read(_id, olds, { clouds }) {
        const ends = await findEnds(olds, clouds);
        if (ends.virtualInterface === undefined || ends.virtualInterface.virtualInterfaceState === "deleted") {
            return undefined;
        }
        const view = viewOf(ends);
        // A failover test takes the session down on purpose, and is no drift.
        const up = isUp(view) || view.aws.virtualInterfaceState === "testing";
        return up === (olds.bgpStatus === "up") ? olds : { ...olds, ...view, bgpStatus: up ? "up" : "down" };
    },

    delete: () => Promise.resolve(),
};

async function verify(inputs: BgpVerificationInputs, context: HandlerContext): Promise<BgpVerificationOutputs> {
    const { clouds, clock, reporter } = context;
    const needed = inputs.consecutiveReads ?? defaultConsecutiveReads;
    let readings = 0;
    let last: Ends | undefined;
    const view = await waitFor<BgpState, BgpView>({
        table: {
            ...bgpUp,
            get onTimeout() {
                return last === undefined ? "" : likelyCause(last);
            },
        },
        look: async () => {
            last = await findEnds(inputs, clouds);
            const value = viewOf(last);
            readings = isUp(value) ? readings + 1 : 0;
            return { state: stateOf(value, readings >= needed), value };
        },
        timeoutSeconds: inputs.timeoutSeconds ?? defaultTimeoutSeconds,
        clock,
        reporter,
    });
    return { ...inputs, ...view, bgpStatus: "up", verifiedAt: nowOf(context) };
}

function isUp({ aws, alibaba }: BgpView): boolean {
    return aws.bgpStatus === "up" && alibaba.bgpStatus === "Established";
}

function stateOf(view: BgpView, settled: boolean): BgpState {
    if (isUp(view)) {
        return settled ? "up" : "settling";
    }
    return view.aws.bgpStatus === "up"
        ? "up on AWS alone"
        : view.alibaba.bgpStatus === "Established"
          ? "up on Alibaba alone"
          : "down";
}

function nowOf({ clock }: HandlerContext): string {
    return new Date(clock.now()).toISOString();
}
