import { expect } from "chai";

import { engineAddress } from "../../../../provider/reporting/engine";
import { reporterFor } from "../../../../provider/reporting/engineReporter";

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

    it("repeats a state only after 30 seconds: without a terminal each message is a line of the log", () => {
        const link = reporter();
        for (const [at, line] of [
            [0, "VBR: not there for 0s, limit 45m"],
            [1000, "VBR: not there for 1s, limit 45m"],
            [29_999, "VBR: not there for 30s, limit 45m"],
            [30_000, "VBR: not there for 30s, limit 45m"],
            [59_999, "VBR: not there for 1m, limit 45m"],
            [60_000, "VBR: not there for 1m, limit 45m"],
            [61_000, "VBR: not there for 1m 1s, limit 45m"],
            [89_999, "VBR: not there for 1m 30s, limit 45m"],
            [90_000, "VBR: not there for 1m 30s, limit 45m"],
        ] as const) {
            now = at;
            link.progress(line);
        }
        expect(logged).to.deep.equal([
            "urn info (ephemeral): VBR: not there for 0s, limit 45m",
            "urn info (ephemeral): VBR: not there for 30s, limit 45m",
            "urn info (ephemeral): VBR: not there for 1m, limit 45m",
            "urn info (ephemeral): VBR: not there for 1m 30s, limit 45m",
        ]);
    });

    it("shows another state at once", () => {
        const link = reporter();
        link.progress("connection: ordering for 3s");
        link.progress("connection: pending for 3s");
        expect(logged).to.have.length(2);
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
