import type { ActionOutput, ServiceName } from "../action";
import type { ActionRecord, World } from "../world/world";
import { NoAnswer } from "./noAnswer";
import { refusalOf } from "./refusals";
import { SpoiledAnswer } from "./spoiledAnswer";

interface Strike {
    /** Whether the call takes effect all the same. */
    effect: boolean;
    /** What is thrown in the place of the answer. */
    errorOf(service: ServiceName, output: ActionOutput): Error;
}

/** Every kind of fault, by the name that `simulate --fault` takes. */
export const faultKinds = {
    throttling: { effect: false, errorOf: (service) => refusalOf(service, "throttling") },
    "500": { effect: false, errorOf: (service) => refusalOf(service, "500") },
    "503": { effect: false, errorOf: (service) => refusalOf(service, "503") },
    "reset-before": { effect: false, errorOf: () => new NoAnswer("reset") },
    "reset-after": { effect: true, errorOf: () => new NoAnswer("reset") },
    "silence-before": { effect: false, errorOf: () => new NoAnswer("silence") },
    "silence-after": { effect: true, errorOf: () => new NoAnswer("silence") },
    truncated: { effect: true, errorOf: (_service, output) => new SpoiledAnswer({ how: "truncated", output }) },
    "error-in-200": {
        effect: false,
        errorOf: (service) => new SpoiledAnswer({ how: "error in 200", refusal: refusalOf(service, "503") }),
    },
    "expired-token": { effect: false, errorOf: (service) => refusalOf(service, "expired-token") },
    "access-denied": { effect: false, errorOf: (service) => refusalOf(service, "access-denied") },
} as const satisfies Record<string, Strike>;

export type FaultKind = keyof typeof faultKinds;

export interface Fault {
    /** Default: any that has the action. */
    service?: ServiceName;
    action: string;
    kind: FaultKind;
    /** How many calls go well before. Default: 0. */
    after?: number;
    /** How many calls in a row it strikes; `Infinity`: all. Default: 1. */
    times?: number;
}

export interface InjectedFaults {
    /** How many calls have been struck so far. */
    readonly struck: number;
    remove(): void;
}

/** Lets calls on the wire fail. The stand-ins' calls never do: what the official providers make of a fault is theirs, and not known here. */
export function injectFaults(
    world: World,
    faults: readonly Fault[],
    onStrike: (kind: FaultKind) => void = () => undefined,
): InjectedFaults {
    const left = faults.map((fault) => ({ fault, spared: fault.after ?? 0, times: fault.times ?? 1 }));
    let struck = 0;
    const strike = (call: ActionRecord, effect: boolean, output: ActionOutput): void => {
        const next = left.find(
            ({ fault, times }) => times > 0 && isMeant(fault, call) && faultKinds[fault.kind].effect === effect,
        );
        if (next !== undefined && next.spared > 0) {
            next.spared -= 1;
        } else if (next !== undefined) {
            next.times -= 1;
            struck += 1;
            onStrike(next.fault.kind);
            throw faultKinds[next.fault.kind].errorOf(call.service as ServiceName, output);
        }
    };
    const watcher = {
        arrived: (call: ActionRecord) => strike(call, false, {}),
        done: (call: ActionRecord, output: ActionOutput) => strike(call, true, output),
    };
    world.watchers.add(watcher);
    return {
        get struck() {
            return struck;
        },
        remove: () => world.watchers.delete(watcher),
    };
}

function isMeant({ service, action }: Fault, call: ActionRecord): boolean {
    return call.via === "wire" && action === call.action && (service === undefined || service === call.service);
}
