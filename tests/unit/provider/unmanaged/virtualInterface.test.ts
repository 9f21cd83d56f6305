import { expect } from "chai";

import { unmanagedVirtualInterface } from "../../../../provider/unmanaged/virtualInterface";
import { fakeClouds, makeVirtualInterface } from "../../../support/fakeClouds";

describe("before a virtual interface is made", () => {
    const look = (...changes: Parameters<typeof makeVirtualInterface>): Promise<string | undefined> =>
        unmanagedVirtualInterface(
            { connectionId: "dxcon-1" },
            fakeClouds({ virtualInterfaces: [makeVirtualInterface(...changes)] }),
        );

    it("the one that the connection has is adopted", async () => {
        expect(await look()).to.equal(
            "Hosted connection dxcon-1 has virtual interface dxvif-1 already, which this stack does not manage, and takes no second one. " +
                'If it is this link\'s, set adopt: { virtualInterfaceId: "dxvif-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ' +
                "If it is not, delete it first (aws directconnect delete-virtual-interface --virtual-interface-id dxvif-1).",
        );
    });

    it("nothing is said of another connection's, nor of one that is going or gone", async () => {
        expect(await look({ connectionId: "dxcon-9" })).to.equal(undefined);
        for (const virtualInterfaceState of ["deleting", "deleted", "rejected"]) {
            expect(await look({ virtualInterfaceState })).to.equal(undefined);
        }
    });
});
