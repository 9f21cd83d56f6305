import type * as pulumi from "@pulumi/pulumi";

import { backendConfigurationHandler } from "./backendConfiguration/handler";
import { bgpAuthKeyHandler } from "./bgpAuthKey/handler";
import { bgpVerificationHandler } from "./bgpVerification/handler";
import { borderRouterHandler } from "./borderRouter/handler";
import { borderRouterBgpHandler } from "./borderRouterBgp/handler";
import { circuitActivationHandler } from "./circuitActivation/handler";
import { connectClouds } from "./clouds/connect";
import type { CheckFailure, Difference, Handler, HandlerContext } from "./handler";
import { hostedConnectionAcceptanceHandler } from "./hostedConnectionAcceptance/handler";
import { hostedConnectionReleaseHandler } from "./hostedConnectionRelease/handler";
import { hostError, plainOf } from "./hostError";
import { leftoverCheckHandler } from "./leftoverCheck/handler";
import { preflightHandler } from "./preflight/handler";
import { endWithEngine } from "./reporting/endWithEngine";
import { currentEngine } from "./reporting/engine";
import { reporterFor } from "./reporting/engineReporter";
import { endingSoonAfterInterruption, interruptionByEngine } from "./reporting/interruption";
import { readSettings, type Settings } from "./settings/settings";
import { vpcRoutesHandler } from "./vpcRoutes/handler";
import { systemClock } from "./waiting/clock";

/**
 * The entry point that the state of every dynamic resource names: its path and the signature of `invoke` may never change, and
 * `olds` may have the shape of any earlier version.
 */
type AnyHandler = Handler<object, object>;
type Values = Record<string, unknown>;

const registry: Readonly<Partial<Record<string, AnyHandler>>> = {
    BackendConfiguration: backendConfigurationHandler,
    BgpAuthKey: bgpAuthKeyHandler,
    BgpVerification: bgpVerificationHandler,
    BorderRouter: borderRouterHandler,
    BorderRouterBgp: borderRouterBgpHandler,
    CircuitActivation: circuitActivationHandler,
    HostedConnectionAcceptance: hostedConnectionAcceptanceHandler,
    HostedConnectionRelease: hostedConnectionReleaseHandler,
    LeftoverCheck: leftoverCheckHandler,
    Preflight: preflightHandler,
    VpcRoutes: vpcRoutesHandler,
};

// Memoized here and not in the courier: the host may call a verb before the `configure` of a parallel call has ended (measured).
let settings: Settings | undefined;
let clouds: HandlerContext["clouds"] | undefined;

/** Runs one verb of one kind; called by the courier in the dynamic host. */
export async function invoke(kind: string, verb: string, values: unknown[]): Promise<unknown> {
    try {
        endWithEngine();
        return await endingSoonAfterInterruption(run(kind, verb, values));
    } catch (error) {
        // The last value of a create and of an update are the inputs.
        throw hostError(kind, error, values.at(-1));
    } finally {
        await currentEngine()?.delivered();
    }
}

async function run(kind: string, verb: string, values: unknown[]): Promise<unknown> {
    if (verb === "configure") {
        settings ??= readSettings((values[0] as pulumi.dynamic.ConfigureRequest).config);
        return undefined;
    }
    const handler = registry[kind];
    if (handler === undefined) {
        throw new Error(
            `${kind} is unknown to this version of pulumi-multicloud-connection. Install the version that made it, or a later one.`,
        );
    }
    switch (verb) {
        case "check": {
            const [olds, news] = [values[0] as Values | undefined, given(values[1])];
            return { inputs: news, failures: [...handler.check(news, olds), ...(await guard(handler, olds, news))] };
        }
        case "diff":
            return diff(handler, String(values[0]), given(values[1]), given(values[2]));
        case "create":
            return create(handler, given(values[0]));
        case "read":
            return read(handler, String(values[0]), values[1] as Values);
        case "update": {
            const [id, olds, news] = [String(values[0]), given(values[1]), given(values[2])];
            const outputs = await handler.update(id, olds, news, contextFor(news));
            return { outs: plainOf({ ...news, ...outputs }) };
        }
        case "delete": {
            const olds = values[1] as Values;
            await handler.delete(String(values[0]), olds, contextFor(olds));
            return undefined;
        }
        default:
            throw new Error(`${kind}: the verb "${verb}" is unknown to this version of pulumi-multicloud-connection.`);
    }
}

async function diff(handler: AnyHandler, id: string, olds: Values, news: Values): Promise<Difference> {
    const difference = handler.diff(id, olds, news);
    const drifted = !difference.changes && (await handler.hasDrifted?.(olds, contextFor(olds))) === true;
    return drifted ? { ...difference, changes: true } : difference;
}

/** What a program in JavaScript gives as null is left out: taken for another ID, it would replace what hangs on it. */
function given(values: unknown): Values {
    return Object.fromEntries(Object.entries(values as Values).filter(([, value]) => value !== null));
}

async function guard(handler: AnyHandler, olds: Values = {}, news: Values): Promise<CheckFailure[]> {
    // The host hands over an empty object where nothing was before.
    const isNew = Object.keys(olds).length === 0;
    return (await handler.guard?.(news, isNew ? undefined : olds, contextFor(news))) ?? [];
}

async function create(handler: AnyHandler, inputs: Values): Promise<pulumi.dynamic.CreateResult> {
    const { id, outputs } = await handler.create(inputs, contextFor(inputs));
    return { id, outs: plainOf({ ...inputs, ...outputs }) };
}

async function read(handler: AnyHandler, id: string, olds: Values): Promise<pulumi.dynamic.ReadResult> {
    const outputs = await handler.read(id, olds, contextFor(olds));
    // An empty ID says that it is gone. Outputs are returned complete: what a read omits is lost from the state (pulumi/pulumi#13839). The inputs are left
    // out whole, and so the engine keeps its own: which of the outputs are inputs of the program, nothing here says.
    return outputs === undefined ? { id: "" } : { id, props: plainOf({ ...olds, ...outputs }) };
}

function contextFor(values: Values): HandlerContext {
    settings ??= readSettings(undefined);
    clouds ??= connectClouds(settings, systemClock);
    return {
        clouds,
        clock: systemClock,
        reporter: reporterFor(typeof values.resourceUrn === "string" ? values.resourceUrn : ""),
        signal: interruptionByEngine(),
    };
}
