import { expect } from "chai";

import { withoutReplaced } from "../../../cli/forgetReplaced/state";

const urn =
    "urn:pulumi:dev::link::multicloud:index:MultiCloudConnection$aws:directconnect/privateVirtualInterface::link";
const version = { version: 3 };

function exported(...resources: object[]): string {
    return JSON.stringify({ ...version, deployment: { manifest: { magic: "x" }, resources } });
}

describe("a state that is passed on", () => {
    it("lacks what was deleted in a replacement and then replaced by an import, and nothing else", () => {
        const live = { urn: `${urn}-virtual-interface`, id: "dxvif-2", inputs: { vlan: 100 } };
        const others = [
            { urn: `${urn}-vpn-gateway`, id: "vgw-1", delete: true },
            { urn: `${urn}-virtual-interface`, id: "dxvif-3", pendingReplacement: true },
        ];
        const { state, forgotten } = withoutReplaced(
            exported(live, { urn: live.urn, id: "dxvif-1", delete: true, pendingReplacement: true }, ...others),
        );
        expect(JSON.parse(state)).to.deep.equal(JSON.parse(exported(live, ...others)));
        expect(forgotten).to.deep.equal(["link-virtual-interface (dxvif-1)"]);
    });

    it("is as it was where nothing is left of a replacement", () => {
        for (const text of [exported(), exported({ urn, id: "x" }), JSON.stringify({ ...version, deployment: null })]) {
            const { state, forgotten } = withoutReplaced(text);
            expect(JSON.parse(state)).to.deep.equal(JSON.parse(text));
            expect(forgotten).to.deep.equal([]);
        }
    });

    it("is refused where it is none", () => {
        for (const text of ["", "null", "[]", "error: no stack selected", '{"version":3}']) {
            expect(() => withoutReplaced(text)).to.throw(
                "Standard input holds no state. Give it what pulumi stack export prints.",
            );
        }
    });
});
