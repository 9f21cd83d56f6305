import { faultKinds, type Fault, type FaultKind } from "../simulator/faults/faults";
import { isService, serviceNames } from "../simulator/faults/refusals";
import { actionsOf } from "../simulator/services";
import { UsageError } from "./arguments";

/** What `--fault ACTION=KIND[:TIMES]` asks for; the action's service stands before it where several have one of that name. */
export function parseFaults(given: readonly string[]): Fault[] {
    return given.map((text) => {
        const [, service, action = "", kind = "", times = "1"] =
            /^(?:(\w+)\.)?(\w+)=([\w-]+)(?::(\w+))?$/.exec(text) ?? [];
        if (!isKind(kind)) {
            const kinds = Object.keys(faultKinds).join(", ");
            throw new UsageError(
                `--fault is "${text}"; write [SERVICE.]ACTION=KIND[:TIMES], KIND one of: ${kinds}; TIMES a whole number above 0 (default: 1) or always.`,
            );
        }
        return { ...whose(text, service, action), kind, times: readTimes(text, times) };
    });
}

function isKind(kind: string): kind is FaultKind {
    return Object.hasOwn(faultKinds, kind);
}

function whose(text: string, service: string | undefined, action: string): Pick<Fault, "service" | "action"> {
    if (service !== undefined && !isService(service)) {
        throw new UsageError(`--fault is "${text}"; the service is one of: ${serviceNames.join(", ")}.`);
    }
    if (!actionsOf(service).includes(action)) {
        const place = service ?? "any service";
        throw new UsageError(
            `--fault is "${text}"; the action is none of ${place}'s. docs/fidelity.md lists them all.`,
        );
    }
    return { ...(service !== undefined && { service }), action };
}

function readTimes(text: string, times: string): number {
    if (times === "always") {
        return Infinity;
    }
    if (!/^[1-9]\d{0,5}$/.test(times)) {
        throw new UsageError(`--fault is "${text}"; TIMES is a whole number above 0, or always.`);
    }
    return Number(times);
}
