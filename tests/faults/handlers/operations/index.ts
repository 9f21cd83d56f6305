import type { Operation } from "../operation";
import { operationsAside } from "./aside";
import { operationsBeforeBgp } from "./beforeBgp";
import { operationsOfBgp } from "./bgp";
import { operationsOfRoutes } from "./routes";

/** The life of every dynamic resource, and whatever else calls a cloud. */
export const operations: readonly Operation[] = [
    ...operationsBeforeBgp,
    ...operationsOfBgp,
    ...operationsOfRoutes,
    ...operationsAside,
];
