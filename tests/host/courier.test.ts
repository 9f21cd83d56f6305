import path from "node:path";
import { expect } from "chai";

import { MultiCloudResource } from "../../provider/dynamicResource";
import { kinds, register, type Kind } from "../harness/serializedCourier";

/** As UTF-8, which is what the state holds, twice a resource. */
const largestBytes = 600;
const root = path.resolve(__dirname, "..", "..", "..");
const secret = "a-key-that-nobody-may-read";

async function courierOf(kind: Kind, args: object = {}): Promise<string> {
    const { inputs } = await register(kind, args);
    return String(inputs.__provider);
}

describe("the courier in the state", () => {
    it("is looked at for every dynamic resource of the package", async () => {
        const exported = Object.entries(await import("../../index.js")).filter(
            ([, value]) => typeof value === "function" && value.prototype instanceof MultiCloudResource,
        );
        expect(exported.map(([name]) => name).sort()).to.deep.equal([...kinds]);
    });

    for (const kind of kinds) {
        it(`of ${kind} has at most ${largestBytes} bytes, no absolute path and no input`, async () => {
            const courier = await courierOf(kind, { vbrId: "vbr-input", authKey: secret, connectionId: "dxcon-input" });
            expect(Buffer.byteLength(courier)).to.be.at.most(largestBytes);
            expect(courier).to.not.include(root);
            expect(courier).to.not.match(/["'`(]\/(?!_\.js)\w/);
            expect(courier).to.not.match(/node_modules|vbr-input|dxcon-input/);
            expect(courier).to.not.include(secret);
        });
    }

    it("differs from kind to kind in the name of the kind alone", async () => {
        const nameless = new Set<string>();
        for (const kind of kinds) {
            nameless.add((await courierOf(kind)).replace(JSON.stringify(kind), "KIND"));
        }
        expect(nameless.size).to.equal(1);
    });
});
