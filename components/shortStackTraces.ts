/** Where it was thrown; `whole` adds where the program made what threw. */
const framesKept = 1;

interface ShortStackTraces {
    /** The error with the frames that it was thrown without, from here on. */
    whole(error: unknown): unknown;
    /** From here on, errors have stack traces as long as before. */
    end(): void;
}

/**
 * Shortens the stack traces of errors from here on. The SDK takes a trace for each of the four promises of a property, to show it where one never ends. Where
 * ts-node maps each frame to its source, and TypeScript has raised the limit to 100 frames, that was more than half of the time that making a link takes in a
 * program (measured with 3.270.0: 50 ms instead of 127). Who has the SDK look for such promises (its `runtime/debuggable.js`) gets whole ones.
 *
 * Not a function around what it is for: the trace that the SDK takes of each resource for the state has no limit, and would hold that function's frames.
 */
export function shortStackTraces(): ShortStackTraces {
    const limit = Error.stackTraceLimit;
    const end = (): void => {
        Error.stackTraceLimit = limit;
    };
    if (process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
        return { whole: (error) => error, end };
    }
    const whole = (error: unknown): unknown => {
        end();
        if (error instanceof Error) {
            const here = { stack: "" };
            Error.captureStackTrace(here, whole);
            error.stack = `${error.stack}${here.stack.slice(here.stack.indexOf("\n"))}`;
        }
        return error;
    };
    Error.stackTraceLimit = framesKept;
    return { whole, end };
}
