import { expect } from "chai";

import { unmanagedVpnGateway, unmanagedVpnGatewayAttachment } from "../../../../provider/unmanaged/vpnGateway";
import { fakeClouds, makeGateway, type FakeState } from "../../../support/fakeClouds";

const mark = { "multicloud-connection:made-for": "vpc-1" };
const attached = [{ vpcId: "vpc-1", state: "attached" }];

describe("before a virtual private gateway is made", () => {
    const look = (vpnGateways: FakeState["vpnGateways"], inputs: object = {}): Promise<string | undefined> =>
        unmanagedVpnGateway({ tags: { Name: "link", ...mark }, ...inputs }, fakeClouds({ vpnGateways }));
    const adopted =
        'If it is this link\'s, set adopt: { vpnGatewayId: "vgw-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. ' +
        "If it is not, take its tag away (aws ec2 delete-tags --resources vgw-1 --tags Key=multicloud-connection:made-for) and run pulumi up again.";

    it("one that was made for this VPC and never attached is adopted, also while it is being made", async () => {
        for (const state of ["available", "pending"]) {
            expect(await look([makeGateway({ state, tags: mark })])).to.equal(
                `Virtual private gateway vgw-1 was made for VPC vpc-1, attached to nothing, and not this stack's: most likely an answer of AWS was lost. ${adopted}`,
            );
        }
    });

    it("of two both are named, and one is deleted", async () => {
        const both = [makeGateway({ tags: mark }), makeGateway({ vpnGatewayId: "vgw-2", tags: mark })];
        expect(await look(both)).to.equal(
            `Virtual private gateways vgw-1 and vgw-2 were made for VPC vpc-1, attached to nothing, and not this stack's: most likely an answer of AWS was lost. Delete vgw-2 (aws ec2 delete-vpn-gateway --vpn-gateway-id vgw-2). ${adopted}`,
        );
    });

    const others: [string, Parameters<typeof makeGateway>[0], object?][] = [
        ["somebody else's", {}],
        ["another VPC's", { tags: { "multicloud-connection:made-for": "vpc-2" } }],
        ["one that is going", { tags: mark, state: "deleting" }],
        ["one with another ASN than AWS's own", { tags: mark, amazonSideAsn: 64600 }],
        ["one with another ASN than is asked for", { tags: mark }, { amazonSideAsn: "64600" }],
        ["the stack's own, which is attached until it is replaced", { tags: mark, attachments: attached }],
        [
            "the stack's own old one, which is to be deleted after its replacement",
            { tags: mark, attachments: [{ vpcId: "vpc-1", state: "detached" }] },
        ],
    ];
    for (const [what, changes, inputs] of others) {
        it(`nothing is said of ${what}`, async () => {
            expect(await look([makeGateway(changes)], inputs)).to.equal(undefined);
        });
    }

    it("nothing is said where the program has taken the tag away", async () => {
        expect(await look([makeGateway({ tags: mark })], { tags: {} })).to.equal(undefined);
    });
});

describe("before a virtual private gateway is attached", () => {
    const look = (vpnGateways: FakeState["vpnGateways"]): Promise<string | undefined> =>
        unmanagedVpnGatewayAttachment({ vpcId: "vpc-1", vpnGatewayId: "vgw-1" }, fakeClouds({ vpnGateways }));

    it("nothing is said where the VPC has none, or only one that was detached", async () => {
        expect(await look([])).to.equal(undefined);
        expect(await look([makeGateway({ attachments: [{ vpcId: "vpc-1", state: "detached" }] })])).to.equal(undefined);
    });

    it("the stack's own is detached: an attachment cannot be imported", async () => {
        expect(await look([makeGateway({ attachments: attached })])).to.equal(
            "VPC vpc-1 is attached to this stack's virtual private gateway vgw-1 already, but the state does not hold the attachment, which cannot be imported. Detach it (aws ec2 detach-vpn-gateway --vpn-gateway-id vgw-1 --vpc-id vpc-1) and run pulumi up again.",
        );
    });

    it("another one is used, or detached", async () => {
        expect(await look([makeGateway({ vpnGatewayId: "vgw-9", attachments: attached })])).to.equal(
            'VPC vpc-1 has virtual private gateway vgw-9 already, which this stack does not manage, and takes no second one. Set aws.vpnGatewayId: "vgw-9" to end the link in it, or detach it first (aws ec2 detach-vpn-gateway --vpn-gateway-id vgw-9 --vpc-id vpc-1), and run pulumi up again.',
        );
    });
});
