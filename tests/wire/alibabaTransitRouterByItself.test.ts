import { expect } from "chai";

import { blocking, startCen, type CenServer } from "./alibabaCen";
import { at, fieldsOf, type Query } from "./alibabaServer";

const wrongEdition =
    "OperationUnsupported.TransitRouterType 400: The specified TransitRouterType does not support the operation.";

describe("a transit router that an attachment of a VBR makes by itself, on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    /** To a CEN that has no transit router in the region. */
    const inRegion = (changes: Query = {}): Query =>
        server.newAttachment({ CenId: server.addBasicCen(), TransitRouterId: undefined, ...changes });
    const routers = async (): Promise<unknown[][]> =>
        fieldsOf(
            at(await server.call("cbn", "ListTransitRouters", { CenId: "cen-basic" }), "TransitRouters"),
            "RegionId",
            "Type",
            "Status",
        );
    const tables = async (): Promise<unknown[][]> => {
        const router = [...server.world.alibaba.transitRouters.values()].find(({ cenId }) => cenId === "cen-basic");
        const query = { TransitRouterId: router?.transitRouterId };
        return fieldsOf(
            at(await server.call("cbn", "ListTransitRouterRouteTables", query), "TransitRouterRouteTables"),
            "TransitRouterRouteTableType",
            "TransitRouterRouteTableStatus",
        );
    };

    it("is an Enterprise one with a system table, Creating and then Active; the attachment follows it", async () => {
        const { transitRouterCreate, attachmentCreate } = server.world.durations;
        await server.call("cbn", "CreateTransitRouterVbrAttachment", inRegion());
        expect(await routers()).to.deep.equal([["ap-southeast-1", "Enterprise", "Creating"]]);
        expect(await tables()).to.deep.equal([["System", "Creating"]]);
        expect(fieldsOf(await server.attachments(), "CenId", "Status")).to.deep.equal([["cen-basic", "Attaching"]]);
        server.clock.advance(transitRouterCreate);
        expect(await routers()).to.deep.equal([["ap-southeast-1", "Enterprise", "Active"]]);
        expect(await tables()).to.deep.equal([["System", "Active"]]);
        server.clock.advance(attachmentCreate - 1);
        expect(fieldsOf(await server.attachments(), "Status")).to.deep.equal([["Attaching"]]);
        server.clock.advance(1);
        expect(fieldsOf(await server.attachments(), "Status")).to.deep.equal([["Attached"]]);
        // It has no association and no propagation, as every attachment of a VBR.
        expect([...server.world.alibaba.routeTables.values()].at(-1)).to.deep.include({
            associations: [],
            propagations: [],
        });
    });

    it("is made once: a second attachment finds it", async () => {
        await server.call("cbn", "CreateTransitRouterVbrAttachment", inRegion());
        const [vbr] = server.world.alibaba.borderRouters.values();
        if (vbr === undefined) {
            throw new Error("No VBR.");
        }
        server.world.alibaba.borderRouters.set("vbr-2", { ...vbr, vbrId: "vbr-2" });
        const second = inRegion({ VbrId: "vbr-2" });
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", second)).to.equal(blocking);
        server.clock.advance(600);
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", second)).to.equal("accepted");
        expect((await routers()).length).to.equal(1);
    });

    const without: [string, (here: CenServer) => Query, string][] = [
        ["a dry run", () => ({ DryRun: "true" }), "accepted"],
        [
            "an unknown VBR",
            () => ({ VbrId: "vbr-none" }),
            "InvalidVbrId.NotFound 400: The specified VirutalBorderRouter is not found.",
        ],
        [
            "a VBR of another region",
            () => ({ RegionId: "cn-hangzhou" }),
            "InvalidRegionId 400: The VBR is in ap-southeast-1, the transit router in cn-hangzhou.",
        ],
        [
            "an unknown region",
            () => ({ RegionId: "nowhere" }),
            "InvalidRegionId.NotFound 404: The specified RegionId is not found.",
        ],
    ];
    for (const [what, changes, outcome] of without) {
        it(`is not made by ${what}`, async () => {
            const query = inRegion(changes(server));
            expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", query)).to.equal(outcome);
            expect(await routers()).to.deep.equal([]);
        });
    }

    it("is not made where the CEN is a Basic one: with a Basic transit router in the region, or networks of its own", async () => {
        server.addVpc("vpc-2");
        await server.attachChild({ ChildInstanceId: "vpc-2", ChildInstanceType: "VPC" });
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", inRegion())).to.equal(wrongEdition);
        server.world.alibaba.cenChildren.length = 0;
        server.world.alibaba.transitRouters.set("tr-basic", {
            transitRouterId: "tr-basic",
            cenId: "cen-basic",
            regionId: "ap-southeast-1",
            type: "Basic",
            status: "Active",
        });
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", inRegion())).to.equal(wrongEdition);
        expect(await routers()).to.deep.equal([["ap-southeast-1", "Basic", "Active"]]);
    });
});
