import { expect } from "chai";

import type { MultiCloudConnectionArgs } from "../../components/args";
import { costsOf } from "../../components/costs";
import { planConnection } from "../../components/plan";

function costsWith(cen: MultiCloudConnectionArgs["alibaba"]["cen"]): string[] {
    const args = { alibaba: { vbrId: "vbr-1", cen }, aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1"] } };
    return costsOf(planConnection("link", args)).split("\n");
}

const everyLink = [
    "What this link costs:",
    "  - the circuit's subscription at Alibaba Cloud, of 12 months, whether it is used or not",
    "  - AWS's port hours of the hosted connection, from its acceptance on, even while it is down",
    "  - the outbound traffic of both clouds",
];

describe("what a link costs, in words", () => {
    it("on a transit router: the attachment's hours, and what passes", () => {
        expect(costsWith({ cenId: "cen-1", transitRouterId: "tr-1" })).to.deep.equal([
            ...everyLink,
            "  - the hours of the VBR's attachment to the transit router and what passes the transit router",
        ]);
    });

    it("with an attachment that is there already: what passes", () => {
        const cen = { cenId: "cen-1", transitRouterId: "tr-1", attachmentId: "tr-attach-1" };
        expect(costsWith(cen)).to.deep.equal([...everyLink, "  - what passes the transit router"]);
    });

    it("on a Basic CEN: nothing of a transit router", () => {
        expect(costsWith({ cenId: "cen-1" })).to.deep.equal(everyLink);
    });
});
