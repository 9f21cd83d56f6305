import { alibabaServices } from "../alibaba/services";
import { awsServices } from "../aws/services";
import type { Action, ActionInput, ActionOutput } from "../action";
import { callAction } from "../call";
import { CloudError } from "../world/cloudError";
import type { Caller, World } from "../world/world";

const services = { ...awsServices, ...alibabaServices };

/** How often the official providers' waiters look, in simulated seconds. */
const lookEverySeconds = 1;

/** What the engine says of one of its requests. */
export interface EngineRequest {
    /** Aborted where the engine is gone: the official providers' calls and waits end with the engine's request. */
    ended?: AbortSignal;
    /** The program's `customTimeouts`, which stand for the resource's own limits; 0: it has none. */
    timeoutSeconds?: number;
}

/** One cloud as a stand-in reaches it: the same actions as the wire's, as the caller of its provider's configuration. */
export class Cloud {
    constructor(
        readonly world: World,
        readonly caller: Caller,
        private readonly request: EngineRequest = {},
    ) {}

    call(service: keyof typeof services, name: string, input: ActionInput): ActionOutput {
        this.request.ended?.throwIfAborted();
        const action: Action | undefined = services[service].get(name);
        if (action === undefined) {
            throw new Error(`The simulator has no action ${name} in ${service}.`);
        }
        return callAction(service, action, { world: this.world, caller: this.caller }, input, "plugin");
    }

    /** A list of structures in an answer. */
    list(service: keyof typeof services, name: string, input: ActionInput, ...path: string[]): ActionOutput[] {
        let found: unknown = this.call(service, name, input);
        for (const key of path) {
            found = (found as ActionOutput | undefined)?.[key];
        }
        return Array.isArray(found) ? (found as ActionOutput[]) : [];
    }

    /**
     * The official waiters: looks until it is so, or until the limit of the resource, and once more after it, as theirs do (hashicorp/terraform-plugin-sdk,
     * `retry/state.go`: a grace period of 30 seconds).
     */
    async until(subject: string, isSo: () => boolean, limitSeconds: number): Promise<void> {
        const seconds = this.limitOr(limitSeconds);
        const limit = this.world.clock.now() + seconds * 1000;
        let isOver = false;
        while (!isSo()) {
            if (isOver) {
                throw new Error(`timeout while waiting for ${subject} (timeout: ${seconds / 60}m0s)`);
            }
            isOver = this.world.clock.now() >= limit;
            await this.pause();
        }
    }

    /** Calls, and calls again for the codes that the official resource repeats it for, until its limit. */
    async repeating(
        service: keyof typeof services,
        name: string,
        input: ActionInput,
        limitSeconds: number,
        repeated: RegExp,
    ): Promise<ActionOutput> {
        const limit = this.world.clock.now() + this.limitOr(limitSeconds) * 1000;
        for (;;) {
            try {
                return this.call(service, name, input);
            } catch (error) {
                const again = error instanceof CloudError && repeated.test(error.code);
                if (!again || this.world.clock.now() >= limit) {
                    throw error;
                }
                await this.pause();
            }
        }
    }

    private limitOr(limitSeconds: number): number {
        const { timeoutSeconds = 0 } = this.request;
        return timeoutSeconds > 0 ? timeoutSeconds : limitSeconds;
    }

    private pause(): Promise<void> {
        return new Promise((resolve) => {
            this.world.clock.after(lookEverySeconds, resolve);
        });
    }
}
