import { expect } from "chai";

import { startEc2, unknownTable, type Ec2Server } from "./awsEc2";
import { addGateway, refusalOf } from "./awsServer";

describe("route propagation of the AWS wire", () => {
    let server: Ec2Server;

    beforeEach(async () => {
        server = await startEc2();
    });

    afterEach(() => server.close());

    it("is on for one table, and off again, however often it is asked for", async () => {
        const id = server.addAttachedGateway();
        await server.enable(id);
        await server.enable(id);
        expect(await server.propagating()).to.deep.equal([{ GatewayId: id }]);
        expect(await server.propagating(server.privateTable)).to.deep.equal([]);
        await server.disable(id);
        await server.disable(id);
        expect(await server.propagating()).to.deep.equal([]);
    });

    it("needs a gateway that is attached to the table's VPC", async () => {
        const id = server.addAttachedGateway();
        for (const state of ["attaching", "detaching", "detached"] as const) {
            addGateway(server.world, id, { attachments: [{ vpcId: server.vpcId, state }] });
            expect(await refusalOf(server.enable(id)), state).to.equal(
                `Gateway.NotAttached 400: The virtual private gateway ${id} is not attached to VPC ${server.vpcId}.`,
            );
        }
    });

    it("needs a table that exists", async () => {
        const id = server.addAttachedGateway();
        expect(await refusalOf(server.enable(id, "rtb-none"))).to.equal(unknownTable);
        expect(await refusalOf(server.disable(id, "rtb-none"))).to.equal(unknownTable);
    });
});
