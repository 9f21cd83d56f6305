import { expect } from "chai";

import { invoke } from "../../../provider/handlers";

/** As the engine hands them over: a program in JavaScript may give anything. */
async function check(kind: string, inputs: object): Promise<unknown> {
    return (await (invoke(kind, "check", [{}, inputs]) as Promise<{ failures: unknown }>)).failures;
}

describe("an input of the wrong type", () => {
    it("is refused by check, without its value: a wait whose limit is no number would never end", async () => {
        const timeout = {
            property: "timeoutSeconds",
            reason: "timeoutSeconds is of the wrong type; it must be a number.",
        };
        expect(await check("BackendConfiguration", { vbrId: "vbr-1", timeoutSeconds: "45m" })).to.deep.equal([timeout]);
        expect(await check("BorderRouter", { vbrId: 5, timeoutSeconds: true })).to.deep.equal([
            { property: "vbrId", reason: "vbrId is of the wrong type; it must be a string." },
            timeout,
        ]);
        expect(await check("BgpAuthKey", { vbrId: "vbr-1", authKey: ["a-secret-key"] })).to.deep.equal([
            { property: "authKey", reason: "authKey is of the wrong type; it must be a string." },
        ]);
        expect(await check("Preflight", { amazonSideAsn: "64512", localAsn: 64512 })).to.deep.equal([
            { property: "amazonSideAsn", reason: "amazonSideAsn is of the wrong type; it must be a number." },
        ]);
    });

    it("that is null is left out: as another ID it would replace what hangs on it", async () => {
        const olds = { vbrId: "vbr-1", connectionId: "dxcon-1", ready: true };
        const news = { vbrId: "vbr-1", connectionId: null };
        expect(await invoke("CircuitActivation", "diff", ["dxcon-1", olds, news])).to.deep.equal({
            changes: false,
            replaces: [],
        });
        expect(await invoke("CircuitActivation", "check", [{}, news])).to.deep.equal({
            inputs: { vbrId: "vbr-1" },
            failures: [],
        });
        expect(await check("BorderRouter", { vbrId: null })).to.have.length(1);
    });
});
