import { expect } from "chai";

import { errorOf } from "../support/rejects";
import { startStandIns, tokens, urnOf, type Made, type StandIns, type StandInName } from "./standIns";

/** What the engine does for an `import`: a read without inputs, and then a comparison with the program. */
describe("a stand-in for an official resource that is imported", () => {
    let standIns: StandIns;

    beforeEach(async () => {
        standIns = await startStandIns();
    });
    afterEach(() => standIns.stop());

    const expectImport = async ({ urn, id, outputs, inputs }: Made, complete: object): Promise<void> => {
        const read = await standIns.read(urn, id, {});
        expect(read.id).to.equal(id);
        expect(read.inputs).to.deep.equal(complete);
        expect(read.outputs).to.deep.equal(outputs);
        expect((await standIns.diff(urn, id, outputs, inputs, { oldInputs: read.inputs })).changes).to.equal("none");
    };
    const attach = (): Promise<Made> => {
        const { vbrId, cenId, transitRouterId } = standIns.simulator.description.world;
        return standIns.make("attachment", { vbrId, cenId, transitRouterId, tags: { team: "network" } });
    };

    it("a gateway that is attached to nothing: by its ID", async () => {
        await expectImport(await standIns.make("gateway", { tags: { Name: "link" } }), {
            amazonSideAsn: "64512",
            availabilityZone: "",
            region: "ap-southeast-1",
            tags: { Name: "link" },
            vpcId: "",
        });
    });

    it("an attachment to a transit router: by the CEN's ID and its own", async () => {
        const { vbrId, cenId, transitRouterId } = standIns.simulator.description.world;
        const attachment = await attach();
        expect(attachment.id).to.match(new RegExp(`^${cenId}:tr-attach-`));
        const { inputs } = await standIns.read(attachment.urn, attachment.id, {});
        expect(inputs).to.deep.include({ vbrId, cenId, transitRouterId, tags: { team: "network" } });
        await expectImport(attachment, inputs);
    });

    for (const leg of ["association", "propagation"] as const) {
        it(`its ${leg}: by the attachment's ID and the route table's`, async () => {
            const { transitRouterRouteTableId } = standIns.simulator.description.world;
            const { transitRouterAttachmentId } = (await attach()).outputs;
            const ends = { transitRouterAttachmentId, transitRouterRouteTableId };
            const made = await standIns.make(leg, ends);
            expect(made.id).to.equal(`${transitRouterAttachmentId as string}:${transitRouterRouteTableId}`);
            await expectImport(made, ends);
        });
    }

    const malformed: StandInName[] = ["attachment", "association", "propagation"];
    for (const name of malformed) {
        it(`refuses an ID of the ${name} that has not two parts`, async () => {
            const error = await errorOf(standIns.read(urnOf(name), "tr-attach-1", {}));
            expect(error.message).to.equal("Invalid Resource Id tr-attach-1. Expected parts' length 2, got 1");
        });
    }

    it("refuses the attachment of a gateway, for which there is none", async () => {
        const error = await errorOf(standIns.read(urnOf("gatewayAttachment"), "vgw-1_vpc-1", {}));
        expect(error.message).to.equal(`${tokens.gatewayAttachment} does not support import`);
    });
});
