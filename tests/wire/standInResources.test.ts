import { expect } from "chai";

import { errorOf } from "../support/rejects";
import { startStandIns, tokens, urnOf, type StandIns } from "./standIns";

describe("a stand-in for an official resource", () => {
    let standIns: StandIns;

    beforeEach(async () => {
        standIns = await startStandIns();
    });
    afterEach(() => standIns.stop());

    describe("check", () => {
        it("answers what is missing and what is unknown, all at once, in Terraform's words", async () => {
            const args = { bgpAsn: 45104, vlan: 1101, vlanId: 1101, vpnGatewayId: "vgw-1" };
            const { failures } = await standIns.check(urnOf("vif"), args);
            expect(failures).to.deep.equal([
                {
                    property: "addressFamily",
                    reason: 'Missing required argument. The argument "addressFamily" is required, but no definition was found.',
                },
                {
                    property: "connectionId",
                    reason: 'Missing required argument. The argument "connectionId" is required, but no definition was found.',
                },
                {
                    property: "vlanId",
                    reason: `Invalid or unknown key. "vlanId" is no argument of ${tokens.vif}.`,
                },
            ]);
        });

        it("names what the program does not name, once", async () => {
            const args = { addressFamily: "ipv4", connectionId: "dxcon-1", vlan: 1101 };
            const { inputs } = await standIns.check(urnOf("vif"), args);
            expect(inputs.name).to.match(/^vif-[0-9a-f]{7}$/);
            expect((await standIns.check(urnOf("vif"), args, inputs)).inputs.name).to.equal(inputs.name);
            expect((await standIns.check(urnOf("vif"), { ...args, name: "own" }, inputs)).inputs.name).to.equal("own");
        });
    });

    describe("create", () => {
        it("waits until it is there, and answers inputs and outputs", async () => {
            const { gateway, vif } = await standIns.makeLink();
            const { accountId } = standIns.simulator.description.credentials.aws;
            expect(vif.outputs).to.deep.include({
                ...vif.inputs,
                amazonSideAsn: "64512",
                arn: `arn:aws:directconnect:ap-southeast-1:${accountId}:dxvif/${vif.id}`,
                mtu: 1500,
                sitelinkEnabled: false,
                tagsAll: { Name: "link" },
                vpnGatewayId: gateway.id,
            });
            const state = standIns.simulator.world.aws.virtualInterfaces.get(vif.id);
            expect(state?.virtualInterfaceState).to.be.oneOf(["available", "down"]);
        });

        it("in a preview writes nothing and knows no output", async () => {
            const inputs = { vpcId: "vpc-1" };
            const { id, outputs } = await standIns.create(urnOf("gateway"), inputs, { preview: true });
            const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
            expect(id).to.equal("");
            expect(outputs).to.deep.equal({
                amazonSideAsn: unknown,
                arn: unknown,
                availabilityZone: unknown,
                region: unknown,
                tagsAll: unknown,
                vpcId: "vpc-1",
            });
            expect(standIns.writes()).to.deep.equal([]);
        });

        it("passes the cloud's refusal on", async () => {
            const error = await errorOf(
                standIns.make("gatewayAttachment", { vpcId: "vpc-none", vpnGatewayId: "vgw-none" }),
            );
            expect(error.message).to.match(/^creating VpnGatewayAttachment: InvalidVpnGatewayID\.NotFound: .*vgw-none/);
        });
    });

    describe("read", () => {
        it("for an import answers complete inputs, and no output among them", async () => {
            const { vif } = await standIns.makeLink();
            const { id, inputs, outputs } = await standIns.read(vif.urn, vif.id, {});
            expect(id).to.equal(vif.id);
            expect(inputs).to.deep.include({
                addressFamily: "ipv4",
                amazonAddress: "169.254.10.2/30",
                bgpAsn: 45104,
                bgpAuthKey: "a-key-for-both",
                connectionId: vif.inputs.connectionId,
                customerAddress: "169.254.10.1/30",
                mtu: 1500,
                name: "link",
                vlan: 1101,
                vpnGatewayId: vif.inputs.vpnGatewayId,
            });
            // Of arguments that exclude each other, one.
            expect(inputs).to.not.have.any.keys("bgpAsnLong", "dxGatewayId");
            expect((await standIns.check(vif.urn, inputs)).failures).to.deep.equal([]);
            expect(inputs).to.not.have.any.keys("arn", "amazonSideAsn", "awsDevice", "jumboFrameCapable", "tagsAll");
            expect(outputs).to.deep.equal(vif.outputs);
            // The engine compares what was read with the program.
            const { changes } = await standIns.diff(vif.urn, id, outputs, vif.inputs, { oldInputs: inputs });
            expect(changes).to.equal("none");
        });

        it("for a refresh answers what the program gave, as the cloud has it now", async () => {
            const { gateway } = await standIns.makeLink();
            const found = standIns.simulator.world.aws.vpnGateways.get(gateway.id);
            found?.tags.set("Name", "renamed by hand");
            const { inputs } = await standIns.read(gateway.urn, gateway.id, gateway.outputs, gateway.inputs);
            expect(inputs).to.deep.equal({ ...gateway.inputs, tags: { Name: "renamed by hand" } });
        });

        it("of what is gone answers an empty ID", async () => {
            expect(await standIns.read(urnOf("vif"), "dxvif-gone", {})).to.deep.equal({
                id: "",
                outputs: {},
                inputs: {},
            });
        });

        it("refuses an import where the official resource has none", async () => {
            const error = await errorOf(standIns.read(urnOf("routePropagation"), "vgw-1_rtb-1", {}));
            expect(error.message).to.equal(`${tokens.routePropagation} does not support import`);
        });
    });

    describe("delete", () => {
        it("detaches the VPC that the resource knows of alone: another's attachment keeps the gateway", async () => {
            const { awsVpcId } = standIns.simulator.description.world;
            const gateway = await standIns.make("gateway", {});
            await standIns.make("gatewayAttachment", { vpcId: awsVpcId, vpnGatewayId: gateway.id });
            const error = await errorOf(standIns.delete(gateway.urn, gateway.id, gateway.outputs));
            expect(error.message).to.match(/^deleting VpnGateway: IncorrectState: /);
            const { outputs } = await standIns.read(gateway.urn, gateway.id, gateway.outputs, gateway.inputs);
            expect(outputs.vpcId).to.equal(awsVpcId);
            await standIns.delete(gateway.urn, gateway.id, outputs);
            expect((await standIns.read(gateway.urn, gateway.id, {})).id).to.equal("");
        });

        it("keeps the world's order: no gateway goes while a virtual interface ends in it", async () => {
            const { gateway, vif } = await standIns.makeLink();
            const error = await errorOf(standIns.delete(gateway.urn, gateway.id, gateway.outputs));
            expect(error.message).to.match(/^deleting VpnGateway: InvalidParameterValue: /);
            await standIns.delete(vif.urn, vif.id, vif.outputs);
            await standIns.delete(gateway.urn, gateway.id, gateway.outputs);
            expect((await standIns.read(gateway.urn, gateway.id, {})).id).to.equal("");
        });

        it("keeps the world's order on the transit router too", async () => {
            const { cenId, transitRouterId, transitRouterRouteTableId, vbrId } = standIns.simulator.description.world;
            const attachment = await standIns.make("attachment", { cenId, transitRouterId, vbrId });
            const ends = {
                transitRouterAttachmentId: attachment.outputs.transitRouterAttachmentId,
                transitRouterRouteTableId,
            };
            const association = await standIns.make("association", ends);
            const propagation = await standIns.make("propagation", ends);
            expect(attachment.id).to.equal(`${cenId}:${String(ends.transitRouterAttachmentId)}`);
            expect(association.id).to.equal(`${String(ends.transitRouterAttachmentId)}:${transitRouterRouteTableId}`);

            const error = await errorOf(standIns.delete(attachment.urn, attachment.id, attachment.outputs));
            expect(error.message).to.match(/^deleting TransitRouterVbrAttachment: /);
            for (const made of [propagation, association, attachment]) {
                await standIns.delete(made.urn, made.id, made.outputs);
                expect((await standIns.read(made.urn, made.id, made.outputs, made.inputs)).id).to.equal("");
            }
        });

        it("of what is gone already is done", async () => {
            const { vif } = await standIns.makeLink();
            await standIns.delete(vif.urn, vif.id, vif.outputs);
            await standIns.delete(vif.urn, vif.id, vif.outputs);
        });
    });

    it("echoes a resource of another job", async () => {
        const urn = "urn:pulumi:test::wire::aws:s3/bucket:Bucket::logs";
        const { inputs, failures } = await standIns.check(urn, { bucket: "logs" });
        expect(failures).to.deep.equal([]);
        const { id, outputs } = await standIns.create(urn, inputs);
        expect(id).to.match(/^logs-[0-9a-f]{7}$/);
        expect(outputs).to.deep.equal(inputs);
        expect(await standIns.read(urn, id, outputs, inputs)).to.deep.equal({ id, outputs, inputs });
        expect(await standIns.update(urn, id, outputs, { bucket: "other" })).to.deep.equal({ bucket: "other" });
        await standIns.delete(urn, id, outputs);
        expect(standIns.writes()).to.deep.equal([]);
    });
});
