import { expect } from "chai";

import type * as Package from "../../index";
import { inputsOf, mockEngine, registrations, valueOf } from "./mocks";

const cen = { cenId: "cen-1", transitRouterId: "tr-1" };
const args: Package.MultiCloudConnectionArgs = {
    alibaba: { vbrId: "vbr-1", cen },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1", "rtb-2"] },
};
const place = { vbrId: "vbr-1", cenId: "cen-1", transitRouterId: "tr-1", transitRouterRouteTableId: "vtb-system" };

describe("the routes of a MultiCloudConnection", () => {
    let multicloud: typeof Package;

    before(async () => {
        await mockEngine();
        multicloud = await import("../../index.js");
    });

    beforeEach(() => {
        registrations.length = 0;
    });

    async function connect(changes: object): Promise<void> {
        const link = new multicloud.MultiCloudConnection("link", { ...args, ...changes });
        await valueOf(link.verification);
        await valueOf(link.transitRouterAttachmentId);
    }

    it("are verified between the networks that it joins", async () => {
        await connect({});
        expect(inputsOf("link-verification")).to.deep.include({
            level: "routes",
            networks: {
                awsVpcId: "vpc-1",
                routeTableIds: ["rtb-1", "rtb-2"],
                cenId: "cen-1",
                transitRouterId: "tr-1",
                transitRouterRouteTableId: "vtb-system",
            },
        });
    });

    it("are verified for the VPCs that are named, or not at all", async () => {
        await connect({ alibaba: { ...args.alibaba, vpcs: ["vpc-2"] }, verification: { level: "bgp" } });
        const { level, networks } = inputsOf("link-verification") ?? {};
        expect(level).to.equal("bgp");
        expect(networks).to.deep.include({ alibabaVpcIds: ["vpc-2"] });
        expect(inputsOf("link-vpc-routes")).to.equal(undefined);
    });

    it("are made on the VPCs' side where that is wanted, and taken away on destroy also after a kill", async () => {
        await connect({ alibaba: { ...args.alibaba, vpcs: ["vpc-2", "vpc-3"], manageVpcRoutes: true } });
        expect(inputsOf("link-vpc-routes")).to.deep.include({
            ...place,
            vpcIds: ["vpc-2", "vpc-3"],
            alibabaAccountId: "1234567890123456",
            alibabaRegion: "ap-southeast-1",
        });
        expect(inputsOf("link-vpc-leftover-check")).to.deep.include({ vpcRoutes: place });
        expect(inputsOf("link-verification")).to.deep.include({
            made: { vpnGateway: true, vbrAttachment: true, vpcRoutes: ["vpc-2"] },
        });
    });

    const refused: [string, object, string][] = [
        [
            "an empty list",
            { alibaba: { ...args.alibaba, vpcs: [] } },
            "link: alibaba.vpcs is empty. Name the VPCs that the link is for, or leave it out.",
        ],
        [
            "an output in the place of the list",
            { alibaba: { ...args.alibaba, vpcs: Promise.resolve(["vpc-2"]) } },
            "link: alibaba.vpcs is an output; it must be a plain list. Write [vpc-...], with outputs in it where needed.",
        ],
        [
            "a wish that is no plain one",
            { alibaba: { ...args.alibaba, vpcs: ["vpc-2"], manageVpcRoutes: "yes" } },
            "link: alibaba.manageVpcRoutes is of the wrong type; it must be plain. Write true or false.",
        ],
        [
            "the wish to make routes for nobody",
            { alibaba: { ...args.alibaba, manageVpcRoutes: true } },
            "link: alibaba.manageVpcRoutes makes what is missing on the side of alibaba.vpcs, which names none. Set alibaba.vpcs.",
        ],
        [
            "the wish to make them on a Basic CEN",
            { alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1" }, vpcs: ["vpc-2"], manageVpcRoutes: true } },
            "link: alibaba.manageVpcRoutes is for a transit router; on a Basic CEN an attached VPC learns every route by itself. Set alibaba.cen.transitRouterId, or remove it.",
        ],
        [
            "a level that there is none of",
            { verification: { level: "packets" } },
            'link: verification.level is neither "bgp" nor "routes". Write one of them, or leave it out.',
        ],
    ];
    for (const [what, changes, text] of refused) {
        it(`refuse ${what}`, () => {
            expect(() => new multicloud.MultiCloudConnection("link", { ...args, ...changes })).to.throw(text);
        });
    }
});
