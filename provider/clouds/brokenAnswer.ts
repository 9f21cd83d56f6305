/**
 * An answer that cannot be taken for one, whatever its status: it broke off, it holds an error, it lacks what every whole one has, or it contradicts itself.
 * Nothing is known of what it would have said, so it never stands for an empty list: that would drop a resource from the state, or make one twice.
 */
export class BrokenAnswer extends Error {
    constructor(
        message: string,
        /** The vendor's, where there is an error inside; else empty. */
        readonly code = "",
    ) {
        super(message);
    }
}

export function brokeOff(): BrokenAnswer {
    return new BrokenAnswer("the answer broke off, or is none");
}

export function errorInside(code: string, message: string): BrokenAnswer {
    return new BrokenAnswer(`${message.replace(/\.$/, "")} (under the status of a success)`, code);
}
