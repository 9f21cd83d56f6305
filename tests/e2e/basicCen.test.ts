import { expect } from "chai";

import { singaporeOrder } from "../../simulator/scenarios/order";
import { orderConnection } from "../../simulator/world/circuit";
import { rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";

/** Each step on what the last one left. */
describe("a link on a Basic CEN", () => {
    let rehearsal: Rehearsal;
    let worldBefore: unknown;
    let attachmentId: string;

    before(async () => {
        rehearsal = await rehearse({ scenario: "basic-cen" });
        worldBefore = worldOf(rehearsal.simulator);
    });
    after(() => rehearsal.end());

    const withCen = (cen: object): Promise<void> =>
        rehearsal.stack.setArgs({
            ...rehearsal.args,
            alibaba: { ...rehearsal.args.alibaba, cen: { ...rehearsal.args.alibaba.cen, ...cen } },
        });
    const expectUp = async (): Promise<void> => {
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
    };

    it("is refused before a write where its CEN has an Enterprise transit router in the region, with the line that names it", async () => {
        const { transitRouters } = rehearsal.simulator.world.alibaba;
        const { cenId } = rehearsal.args.alibaba.cen;
        const router = { transitRouterId: "tr-new", cenId, regionId: "ap-southeast-1", status: "Active" } as const;
        transitRouters.set("tr-new", { ...router, type: "Enterprise" });
        const { diagnostics } = await rehearsal.stack.up();
        expect(diagnostics[0]).to.equal(
            `error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: CEN ${cenId} has Enterprise transit router tr-new in ap-southeast-1, so the VBR is attached to that one. Set alibaba.cen.transitRouterId: "tr-new".`,
        );
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
        transitRouters.delete("tr-new");
    });

    it("comes up, and routes flow both ways", async () => {
        await expectUp();
        const { vbrId, transitRouterAttachmentId, transitRouterRouteTableId } =
            (await rehearsal.stack.outputs()) as Record<string, string>;
        const { cenId } = rehearsal.args.alibaba.cen;
        attachmentId = `${cenId}:${vbrId}:VBR:ap-southeast-1`;
        expect({ transitRouterAttachmentId, transitRouterRouteTableId }).to.deep.equal({
            transitRouterAttachmentId: attachmentId,
            transitRouterRouteTableId: "",
        });
        const { world } = rehearsal.simulator;
        const [routeTableId = ""] = rehearsal.args.aws.routeTableIds;
        const propagated = world.aws.routeTables
            .get(routeTableId)
            ?.routes.filter(({ origin }) => origin === "EnableVgwRoutePropagation");
        expect(propagated?.map(({ destinationCidrBlock }) => destinationCidrBlock).sort()).to.deep.equal([
            "172.16.1.0/24",
            "172.16.2.0/24",
        ]);
        const learned = [...world.alibaba.vpcRouteTables.values()]
            .flatMap(({ entries }) => entries)
            .filter(({ type }) => type === "CEN");
        expect(learned.map(({ destinationCidrBlock, nextHopId }) => [destinationCidrBlock, nextHopId])).to.deep.equal([
            ["10.0.0.0/16", cenId],
        ]);
    });

    it("an attachment that the state does not hold: not made twice, but used as it is once it is named", async () => {
        await rehearsal.stack.forget("link-cen-attachment");
        rehearsal.simulator.world.log.length = 0;
        const { diagnostics } = await rehearsal.stack.up();
        const [cenId, vbrId] = attachmentId.split(":");
        expect(diagnostics[0]).to.equal(
            `error: before hook "link-cen-attachment-unmanaged" failed: VBR ${vbrId} is attached to CEN ${cenId} already, which this stack does not manage. ` +
                `If it is this link's, set adopt: { cenAttachmentId: "${attachmentId}" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ` +
                `If it is not, set alibaba.cen.attachmentId: "${attachmentId}" to use it as it is, or detach it (aliyun cbn DetachCenChildInstance --CenId ${cenId} --ChildInstanceId ${vbrId} --ChildInstanceType VBR --ChildInstanceRegionId ap-southeast-1), and run pulumi up again.`,
        );
        await withCen({ attachmentId });
        await expectUp();
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });

    it("adopted by its ID, it is managed again without a write", async () => {
        await rehearsal.stack.setArgs({ ...rehearsal.args, adopt: { cenAttachmentId: attachmentId } });
        const announced = await rehearsal.stack.preview();
        expect(announced.steps["link-cen-attachment"]).to.equal("import");
        await expectUp();
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
        await rehearsal.stack.setArgs(rehearsal.args);
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
    });

    it("another VBR replaces the attachment, and what else is made from the VBR", async () => {
        rehearsal.simulator.world.quotas.multiCloudConnectionsPerUser = 2;
        const { vbrId } = orderConnection(rehearsal.simulator.world, {
            ...singaporeOrder(rehearsal.simulator.world, true),
            vlanId: 1102,
            localGatewayIp: "169.254.20.1",
            peerGatewayIp: "169.254.20.2",
        });
        const alibaba = { ...rehearsal.args.alibaba, vbrId };
        await rehearsal.stack.setArgs({ ...rehearsal.args, alibaba, allowOutage: true });
        const { steps } = await rehearsal.stack.preview();
        expect(steps["link-cen-attachment"]).to.equal("replace");
        expect((await rehearsal.stack.up()).failed).to.equal(false);
        const children = rehearsal.simulator.world.alibaba.cenChildren.map(
            ({ childInstanceId, status }) => `${childInstanceId} ${status}`,
        );
        expect(children).to.deep.equal([
            `${rehearsal.simulator.description.world.alibabaVpcId} Attached`,
            `${vbrId} Attached`,
        ]);
    });

    it("destroyed, it leaves the world as it was, but for what was bought since", async () => {
        expect((await rehearsal.stack.destroy()).failed).to.equal(false);
        const { orders: _orders, ...alibaba } = (worldOf(rehearsal.simulator) as { alibaba: { orders: unknown } })
            .alibaba;
        const { orders: _before, ...expected } = (worldBefore as { alibaba: { orders: unknown } }).alibaba;
        expect(alibaba).to.deep.equal(expected);
    });
});
