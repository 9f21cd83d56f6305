import type { Clouds } from "./clouds/clouds";
import type { Clock } from "./waiting/clock";
import type { Reporter } from "./reporting/reporter";

export interface CheckFailure {
    property: string;
    reason: string;
}

export interface Difference {
    changes: boolean;
    replaces: string[];
    deleteBeforeReplace?: boolean;
}

/** What a handler may touch. Everything is injected, so that a test needs neither a cloud nor real time. */
export interface HandlerContext {
    clouds: Clouds;
    clock: Clock;
    reporter: Reporter;
    /** Aborts when the work should end: a wait that is given it ends then. Default: nothing interrupts. */
    signal?: AbortSignal;
}

/** The life of one kind of dynamic resource. `provider/handlers.ts` adapts it to Pulumi's dynamic provider protocol. */
export interface Handler<Inputs extends object, Outputs extends Inputs> {
    /** Every failure at once; fields whose value is still unknown are skipped. `olds` are the inputs before, if there were any. */
    check(inputs: Record<string, unknown>, olds?: Record<string, unknown>): CheckFailure[];
    /**
     * What of a change only a look at the clouds can refuse: shown with the failures of `check`, at a preview, and at an `up` before this resource and all
     * that depend on it are written. `olds` are the inputs before; undefined: it is new.
     */
    guard?(inputs: Inputs, olds: Inputs | undefined, context: HandlerContext): Promise<CheckFailure[]>;
    diff(id: string, olds: Outputs, news: Inputs): Difference;
    /**
     * Whether an update is due although the inputs ask for none, since the clouds say something else than the state: asked at every preview and `up`, which
     * read nothing otherwise. For a leaf alone, since an update makes outputs unknown; and it may fail no preview.
     */
    hasDrifted?(olds: Outputs, context: HandlerContext): Promise<boolean>;
    create(inputs: Inputs, context: HandlerContext): Promise<{ id: string; outputs: Outputs }>;
    /** Also resumes a partial creation. */
    update(id: string, olds: Outputs, news: Inputs, context: HandlerContext): Promise<Outputs>;
    /** undefined: it is gone. */
    read(id: string, olds: Outputs, context: HandlerContext): Promise<Outputs | undefined>;
    delete(id: string, olds: Outputs, context: HandlerContext): Promise<void>;
}

/**
 * Thrown by a create that has written and knows the final ID but did not reach its goal: the engine keeps the resource and the next
 * `up` resumes through `update`. `reasons` lie in plain text in the state: nothing secret in them.
 */
export class PartialCreation extends Error {
    constructor(
        readonly id: string,
        readonly outputs: object,
        readonly reasons: string[],
    ) {
        super(reasons[0]);
        this.name = "PartialCreation";
    }
}
