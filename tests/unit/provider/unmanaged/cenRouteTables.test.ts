import { expect } from "chai";

import { unmanagedCenAssociation, unmanagedCenPropagation } from "../../../../provider/unmanaged/cenRouteTables";
import { fakeClouds, type FakeState } from "../../../support/fakeClouds";

const inputs = { transitRouterAttachmentId: "tr-attach-1", transitRouterRouteTableId: "vtb-1" };
const leg = { attachmentId: "tr-attach-1", routeTableId: "vtb-1", status: "Active" };
const ofAnother = { ...leg, attachmentId: "tr-attach-9" };
const ends = "--TransitRouterAttachmentId tr-attach-1 --TransitRouterRouteTableId vtb-1";

describe("before an attachment is associated with a route table", () => {
    const look = (...associations: FakeState["associations"]): Promise<string | undefined> =>
        unmanagedCenAssociation(inputs, fakeClouds({ associations }));

    it("nothing is said where it is associated with none, or only on the way out", async () => {
        expect(await look(ofAnother)).to.equal(undefined);
        expect(await look({ ...leg, status: "Dissociating" })).to.equal(undefined);
    });

    it("the same association is adopted, also one that is being made", async () => {
        for (const status of ["Active", "Associating"]) {
            expect(await look(ofAnother, { ...leg, status })).to.equal(
                'Attachment tr-attach-1 is associated with route table vtb-1 already, which this stack does not manage. If it is this link\'s, set adopt: { cenAssociationId: "tr-attach-1:vtb-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ' +
                    `If it is not, dissociate it (aliyun cbn DissociateTransitRouterAttachmentFromRouteTable ${ends}) and run pulumi up again.`,
            );
        }
    });

    it("one with another route table is in the way", async () => {
        expect(await look({ ...leg, routeTableId: "vtb-2" })).to.equal(
            'Attachment tr-attach-1 is associated with route table vtb-2, and with one at most, so not with vtb-1 too. Set alibaba.cen.transitRouterRouteTableId: "vtb-2" if the VPC is associated with that one, ' +
                "or dissociate it (aliyun cbn DissociateTransitRouterAttachmentFromRouteTable --TransitRouterAttachmentId tr-attach-1 --TransitRouterRouteTableId vtb-2), and run pulumi up again.",
        );
    });
});

describe("before an attachment propagates to a route table", () => {
    const look = (...propagations: FakeState["propagations"]): Promise<string | undefined> =>
        unmanagedCenPropagation(inputs, fakeClouds({ propagations }));

    it("nothing is said where it does not, only on the way out, or to other tables", async () => {
        expect(await look(ofAnother, { ...leg, routeTableId: "vtb-2" })).to.equal(undefined);
        expect(await look({ ...leg, status: "Disabling" })).to.equal(undefined);
    });

    it("the same propagation is adopted", async () => {
        expect(await look({ ...leg, routeTableId: "vtb-2" }, leg)).to.equal(
            'Attachment tr-attach-1 propagates to route table vtb-1 already, which this stack does not manage. If it is this link\'s, set adopt: { cenPropagationId: "tr-attach-1:vtb-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ' +
                `If it is not, end it (aliyun cbn DisableTransitRouterRouteTablePropagation ${ends}) and run pulumi up again.`,
        );
    });
});
