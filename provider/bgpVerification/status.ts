import type { Stage } from "../routes/missing";
import type { WaitTable } from "../waiting/wait";

export type BgpState = "up" | "settling" | `AWS ${string}, Alibaba ${string}`;

/** The wait for BGP. Each side's reading lags by itself, so both must say up several times in a row. What to do at the time-out is diagnosed then. */
export const bgpUp: WaitTable<BgpState> = {
    subject: "BGP",
    pending: { settling: { turn: "both", to: "confirm it" } },
    otherwise: { turn: "both" },
    target: { up: "up on both sides" },
    onTimeout: "",
};

export type ReturnState = "up" | "kept down" | `AWS ${string}, Alibaba ${string}`;

/** The wait for a session that has been up, as long as nothing is seen that keeps it down. */
export const bgpBack: WaitTable<ReturnState> = {
    subject: "BGP",
    pending: {},
    otherwise: { turn: "both" },
    target: { up: "up on both sides", "kept down": "kept down" },
    onTimeout: "",
};

export type RouteState = "there" | "BGP down" | "kept away" | Stage;

/** The wait for routes, both ways; what each stage means hangs on whose turn it is. */
export const routesThere: Omit<WaitTable<RouteState>, "pending" | "onTimeout"> = {
    subject: "Routes",
    otherwise: { turn: "both" },
    target: { there: "in the tables of both clouds" },
};

/** The wait for routes that have been there, as long as they can come by themselves. */
export const routesBack: WaitTable<RouteState> = {
    subject: "Routes",
    pending: {},
    otherwise: { turn: "both" },
    target: { there: "in the tables of both clouds", "kept away": "something is to be mended first" },
    onTimeout: "",
};
