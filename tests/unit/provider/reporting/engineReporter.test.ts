import { expect } from "chai";

import { engineAddress } from "../../../../provider/reporting/engine";
import { reporterFor } from "../../../../provider/reporting/engineReporter";
import type { Stage } from "../../../../provider/reporting/progress";

/** The VBR, not there yet. */
function missing(waitedMilliseconds: number, changes: Partial<Stage> = {}): Stage {
    const turn = { turn: "alibaba" } as const;
    return { name: "VBR", state: "not there", turn, waitedMilliseconds, limitMilliseconds: 2_700_000, ...changes };
}

describe("the reporter of a resource", () => {
    let now: number;
    let logged: string[];

    function reporter(): ReturnType<typeof reporterFor> {
        const engine = {
            log: (severity: string, urn: string, message: string, ephemeral: boolean) =>
                logged.push(`${urn} ${severity}${ephemeral ? " (ephemeral)" : ""}: ${message}`),
        };
        return reporterFor("urn", engine, { now: () => now });
    }

    beforeEach(() => {
        now = 0;
        logged = [];
    });

    /** The seconds at which a line is sent of a state that is reported every second. */
    function sentAt(untilSeconds: number): number[] {
        const link = reporter();
        const at: number[] = [];
        for (let second = 0; second <= untilSeconds; second += 1) {
            now = second * 1000;
            const before = logged.length;
            link.progress(missing(now));
            at.push(...(logged.length > before ? [second] : []));
        }
        return at;
    }

    it("repeats a state only after 30 seconds: without a terminal each message is a line of the log", () => {
        expect(sentAt(90)).to.deep.equal([0, 30, 60, 90]);
        expect(logged).to.deep.equal([
            "urn info (ephemeral): waiting for Alibaba Cloud | VBR: not there | 0s of 45m",
            "urn info (ephemeral): waiting for Alibaba Cloud | VBR: not there | 30s of 45m",
            "urn info (ephemeral): waiting for Alibaba Cloud | VBR: not there | 1m of 45m",
            "urn info (ephemeral): waiting for Alibaba Cloud | VBR: not there | 1m 30s of 45m",
        ]);
    });

    it("repeats it ever more rarely: after a tenth of the time waited so far, at the latest after two minutes", () => {
        const at = sentAt(2700);
        const pauses = at.slice(1).map((second, index) => second - (at[index] ?? 0));
        expect(at).to.have.length(36);
        expect(pauses.slice(8, 12)).to.deep.equal([30, 30, 34, 38]);
        expect(pauses.slice(-2)).to.deep.equal([120, 120]);
    });

    it("shows another state, and another's turn, at once", () => {
        const link = reporter();
        link.progress(missing(0));
        link.progress(missing(0, { state: "there" }));
        link.progress(missing(0, { state: "there", turn: { turn: "aws" } }));
        link.progress(missing(0, { state: "there", turn: undefined }));
        expect(logged).to.have.length(4);
    });

    it("shows another note no sooner than the same state: a cloud that stumbles now and then fills no log", () => {
        const link = reporter();
        link.progress(missing(0));
        for (const at of [29_999, 30_000]) {
            now = at;
            link.progress(missing(at, { note: "AWS says Throttling." }));
        }
        expect(logged).to.deep.equal([
            "urn info (ephemeral): waiting for Alibaba Cloud | VBR: not there | 0s of 45m",
            "urn info (ephemeral): waiting for Alibaba Cloud | VBR: not there | 30s of 45m | AWS says Throttling.",
        ]);
    });

    it("keeps warnings and what is said once, every time", () => {
        const link = reporter();
        link.warn("stays");
        link.warn("stays");
        link.info("your turn");
        expect(logged).to.deep.equal(["urn warning: stays", "urn warning: stays", "urn info: your turn"]);
    });
});

describe("the engine's address", () => {
    it("is the last argument of the host, behind flags for logging and tracing", () => {
        expect(engineAddress(["127.0.0.1:40291"])).to.equal("127.0.0.1:40291");
        expect(engineAddress(["--logtostderr", "-v=9", "--tracing", "http://127.0.0.1:9411", "[::1]:40291"])).to.equal(
            "[::1]:40291",
        );
    });

    it("is none in a process that no engine started", () => {
        expect(engineAddress([])).to.equal(undefined);
        expect(engineAddress(["--timeout", "60000", "dist/tests/unit/some.test.js"])).to.equal(undefined);
    });
});
