import { expect } from "chai";

import { withShortStackTraces } from "../../components/shortStackTraces";

function framesOf(error: Error): string[] {
    return error.stack?.split("\n    at ").slice(1) ?? [];
}

describe("short stack traces", () => {
    const limit = Error.stackTraceLimit;

    it("are those of what a component makes: one frame, where it happened", () => {
        const error = withShortStackTraces(function made() {
            return new Error("no matter");
        });
        expect(framesOf(error))
            .to.have.lengthOf(1)
            .and.satisfy(([frame]: string[]) => frame?.startsWith("made "));
        expect(Error.stackTraceLimit).to.equal(limit);
    });

    it("end where it fails", () => {
        expect(() =>
            withShortStackTraces(() => {
                throw new Error("no such argument");
            }),
        ).to.throw("no such argument");
        expect(Error.stackTraceLimit).to.equal(limit);
    });

    it("are not for someone who looks for promises that never end", () => {
        process.env.PULUMI_DEBUG_PROMISE_LEAKS = "true";
        try {
            expect(framesOf(withShortStackTraces(() => new Error("no matter")))).to.have.lengthOf.above(1);
        } finally {
            delete process.env.PULUMI_DEBUG_PROMISE_LEAKS;
        }
    });
});
