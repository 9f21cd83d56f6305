import { expect } from "chai";

import { PartialCreation } from "../../../provider/handler";
import { invoke } from "../../../provider/handlers";
import { hostError, plainOf } from "../../../provider/hostError";
import { errorOf } from "../../support/rejects";

/** What the host writes for the engine to show, word for word (@pulumi/pulumi, cmd/dynamic-provider). */
function printed(error: Error): string {
    return `${String(error)}: ${error.stack ?? "undefined"}`;
}

describe("an error on its way to the dynamic host", () => {
    it("is an Error with a text whatever was thrown: for undefined the host never answers, and the engine hangs", () => {
        expect(hostError("BorderRouter", undefined, {})).to.be.an.instanceOf(Error);
        for (const [thrown, message] of [
            [undefined, "An error without a text was thrown (undefined); report this as a defect."],
            [null, "null"],
            ["a text", "a text"],
            [new Error("an error"), "an error"],
            [new Error(""), "An error without a text was thrown (Error); report this as a defect."],
            [{ toString: 1 }, "An error without a text was thrown (); report this as a defect."],
            [Object.create(null), "An error without a text was thrown (); report this as a defect."],
        ] as const) {
            expect(hostError("BorderRouter", thrown, {}).message).to.equal(message);
        }
    });

    it("is one line where the host prints it, without a stack", () => {
        expect(printed(hostError("BorderRouter", new Error("VBR vbr-1 is gone."), {}))).to.equal(
            "BorderRouter: VBR vbr-1 is gone.",
        );
    });

    it("loses fields of its own: with an id it would count as a partial creation", () => {
        const foreign = Object.assign(new Error("refused"), { id: "request-1", properties: {}, reasons: ["no"] });
        expect(hostError("BorderRouter", foreign, {})).to.not.have.any.keys("id", "properties", "reasons");
    });

    it("keeps a partial creation, with the raw inputs and without undefined", () => {
        const partial = new PartialCreation("dxcon-1", { made: true, vlanId: undefined }, ["still pending"]);
        const error = hostError("CircuitActivation", partial, { __provider: "code", vbrId: "vbr-1" });
        expect(error).to.include({ id: "dxcon-1", message: "still pending" });
        expect(error).to.deep.include({
            properties: { __provider: "code", vbrId: "vbr-1", made: true },
            reasons: ["still pending"],
        });
    });

    it("and outputs are plain JSON", () => {
        expect(plainOf({ count: 1n, list: [undefined, 2], none: undefined, nothing: null })).to.deep.equal({
            count: "1",
            list: [null, 2],
            nothing: null,
        });
    });

    it("does not carry the BGP key on, whoever repeats it: as it is, in a URL, or in what was to be signed", () => {
        const authKey = "key+of/both%";
        const once = encodeURIComponent(authKey);
        const said = `Alibaba Cloud says No: ${authKey} AuthKey=${once} AuthKey%3D${encodeURIComponent(once)}.`;
        const text = "Alibaba Cloud says No: *** AuthKey=*** AuthKey%3D***.";
        expect(printed(hostError("BorderRouterBgp", new Error(said), { authKey }))).to.equal(
            `BorderRouterBgp: ${text}`,
        );
        const partial = hostError("BorderRouterBgp", new PartialCreation("vbr-1/bgp", {}, [said]), { authKey });
        expect(partial).to.deep.include({ message: text, reasons: [text] });
        expect(hostError("BorderRouterBgp", new Error(said), { authKey: "" }).message).to.equal(said);
    });

    it("is what every verb throws, a defect of the caller included", async () => {
        const error = await errorOf(invoke("BorderRouter", "diff", ["vbr-1"]));
        expect(printed(error)).to.equal("BorderRouter: Cannot convert undefined or null to object");
        expect((await errorOf(invoke("BorderRouter", "dance", []))).message).to.equal(
            'BorderRouter: the verb "dance" is unknown to this version of pulumi-multicloud-connection.',
        );
    });
});
