/** Where it was thrown: a transformation of the program runs in between too. The stack in the state has a limit of the SDK's own, and stays whole. */
const framesKept = 1;

/**
 * Makes resources with short stack traces. The SDK takes one for each of the four promises of a property, to show them where one never ends. Where ts-node maps
 * each frame to its source, and TypeScript has raised the limit to 100 frames, that was more than half of the time that making a link takes in a program
 * (measured with 3.270.0: 50 ms instead of 127). Who has the SDK look for such promises (its `runtime/debuggable.js`) gets whole ones.
 */
export function withShortStackTraces<Made>(make: () => Made): Made {
    if (process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
        return make();
    }
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = framesKept;
    try {
        return make();
    } finally {
        Error.stackTraceLimit = limit;
    }
}
