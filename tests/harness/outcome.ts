import type { OpMap } from "@pulumi/pulumi/automation";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";

/** What one command of the engine said and did. */
export interface Outcome {
    /** What happened, or would happen, to each resource, or what a refresh has found: `{ "link-circuit": "create" }`. Unchanged ones are left out. */
    steps: Record<string, string>;
    /** Why a resource is replaced, by resource. */
    replacedBecauseOf: Record<string, string[]>;
    counts: OpMap;
    /** Everything under Diagnostics, each with its severity in front, without colours. */
    diagnostics: string[];
    /** What Preflight had not seen after five seconds: how much a busy machine sees by then is chance, so it is no part of `diagnostics`. */
    lateLooks: string[];
    /** Messages on the resources' own lines. */
    progress: string[];
    failed: boolean;
}

/** The stack itself and default providers are the engine's own. */
const notOfTheProgram = /^pulumi:(pulumi:Stack|providers:)/;

/** What the events of a command tell. */
export function outcomeOf(
    events: readonly EngineEvent[],
    { exitCode, printed }: { exitCode: number | null; printed: string },
): Outcome {
    const outcome: Outcome = {
        steps: {},
        replacedBecauseOf: {},
        counts: {},
        diagnostics: [],
        lateLooks: [],
        progress: [],
        failed: exitCode !== 0,
    };
    for (const event of events) {
        record(outcome, event);
    }
    if (outcome.failed && outcome.diagnostics.length === 0) {
        // It is not the engine's refusal but something else, which a test must see.
        throw new Error(`pulumi ended with exit code ${exitCode ?? "none"}: ${printed}`);
    }
    return outcome;
}

function record(
    outcome: Outcome,
    { resourcePreEvent, resOutputsEvent, diagnosticEvent, summaryEvent }: EngineEvent,
): void {
    if (resourcePreEvent !== undefined) {
        const { urn, keys, diffs, type } = resourcePreEvent.metadata;
        const { op } = resourcePreEvent.metadata;
        const isReplacement = op.includes("replace");
        // What a refresh finds is known only afterwards.
        if (isAboutTheProgram(op, type)) {
            // A replacement comes as up to three steps: delete-replaced, replace and create-replacement. By itself the first one clears up what is left of
            // an earlier one.
            outcome.steps[nameOf(urn)] =
                op === "delete-replaced" ? (outcome.steps[nameOf(urn)] ?? op) : isReplacement ? "replace" : op;
        }
        if (isReplacement) {
            outcome.replacedBecauseOf[nameOf(urn)] ??= [...(keys ?? diffs ?? [])].sort();
        }
    }
    if (resOutputsEvent !== undefined) {
        const { urn, op, type } = resOutputsEvent.metadata;
        if (isAboutTheProgram(op, type)) {
            outcome.steps[nameOf(urn)] ??= op;
        }
    }
    if (diagnosticEvent !== undefined && !isNoise(diagnosticEvent)) {
        const text = diagnosticEvent.message.replace(/<\{%.*?%\}>/g, "").trim();
        if (diagnosticEvent.ephemeral === true) {
            outcome.progress.push(`${nameOf(diagnosticEvent.urn ?? "")}: ${text}`);
        } else {
            const lines = text.split("\n");
            outcome.lateLooks.push(...lines.filter(isLateLook));
            const others = lines.filter((line) => !isLateLook(line));
            outcome.diagnostics.push(
                ...(others.length > 0 ? [`${diagnosticEvent.severity}: ${others.join("\n")}`] : []),
            );
        }
    }
    if (summaryEvent !== undefined) {
        outcome.counts = summaryEvent.resourceChanges;
    }
}

function isAboutTheProgram(op: string, type: string): boolean {
    return !["same", "refresh"].includes(op) && !notOfTheProgram.test(type);
}

/** The tracing of the SDK itself, and what Node says of the SDK's own promises when an output was rejected; it depends on the machine's load. */
function isNoise({ severity, message }: { severity: string; message: string }): boolean {
    return severity === "debug" || /PromiseRejectionHandledWarning|--trace-warnings/.test(message);
}

function isLateLook(line: string): boolean {
    return line.startsWith("Preflight ended its look after 5s");
}

/** Without what a preview says of the costs of a link that is to be made. */
export function withoutCosts(diagnostics: readonly string[]): string[] {
    return diagnostics.filter((line) => !line.startsWith("info: What this link costs:"));
}

export function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}
