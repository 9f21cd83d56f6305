/** Where it was thrown: a transformation of the program runs in between too. */
const framesKept = 1;

/**
 * Shortens the stack traces of errors until the answer is called. The SDK takes a trace for each of the four promises of a property, to show it where one never
 * ends. Where ts-node maps each frame to its source, and TypeScript has raised the limit to 100 frames, that was more than half of the time that making a link takes
 * in a program (measured with 3.270.0: 50 ms instead of 127). Who has the SDK look for such promises (its `runtime/debuggable.js`) gets whole ones.
 *
 * Not a function around what it is for: the trace that the SDK takes of each resource for the state has no limit, and would hold that function's frames.
 */
export function shortenStackTraces(): () => void {
    if (process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
        return () => undefined;
    }
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = framesKept;
    return () => (Error.stackTraceLimit = limit);
}
