import { AttachVpnGatewayCommand, CreateVpnGatewayCommand, EC2Client } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { administratorOf } from "../harness/administrator";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

/** A state that lost what the cloud has, since an answer never came, say. */
describe("a virtual interface that the state does not hold", () => {
    let rehearsal: Rehearsal;
    let virtualInterfaceId: string;
    let connectionId: string;

    before(async () => {
        rehearsal = await rehearse();
        await rehearsal.stack.up();
        ({ virtualInterfaceId, connectionId } = (await rehearsal.stack.outputs()) as {
            virtualInterfaceId: string;
            connectionId: string;
        });
        await rehearsal.stack.forget("link-virtual-interface");
        rehearsal.simulator.world.log.length = 0;
    });
    after(() => rehearsal.end());

    it("is not made twice: the line that adopts it", async () => {
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect(failed).to.equal(true);
        expect(diagnostics[0]).to.equal(
            `error: before hook "link-virtual-interface-unmanaged" failed: Hosted connection ${connectionId} has virtual interface ${virtualInterfaceId} already, which this stack does not manage, and takes no second one. ` +
                `If it is this link's, set adopt: { virtualInterfaceId: "${virtualInterfaceId}" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ` +
                `If it is not, delete it first (aws directconnect delete-virtual-interface --virtual-interface-id ${virtualInterfaceId}).`,
        );
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });

    it("with that line: the preview says 1 to import, and the up writes nothing", async () => {
        await rehearsal.stack.setArgs({ ...rehearsal.args, adopt: { virtualInterfaceId } });
        const announced = await rehearsal.stack.preview();
        expect(announced.counts.import).to.equal(1);
        expect(announced.steps).to.include({ "link-virtual-interface": "import", "link-verification": "create" });
        expect(announced.diagnostics).to.deep.equal([]);
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });

    it("with the line left in place: nothing to do", async () => {
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
    });

    it("without it: nothing to replace, and it is destroyed with the rest", async () => {
        await rehearsal.stack.setArgs(rehearsal.args);
        const { steps } = await rehearsal.stack.up();
        expect(steps).to.deep.equal({});
        expect((await rehearsal.stack.destroy()).failed).to.equal(false);
        expect(writesOf(rehearsal.simulator)).to.include("DeleteVirtualInterface");
    });
});

describe("a virtual interface that is another circuit's", () => {
    it("is not adopted: every difference in one line, before a write", async () => {
        const rehearsal = await rehearse();
        try {
            await rehearsal.stack.up();
            const { virtualInterfaceId } = (await rehearsal.stack.outputs()) as { virtualInterfaceId: string };
            await rehearsal.stack.forget("link-virtual-interface");
            const found = rehearsal.simulator.world.aws.virtualInterfaces.get(virtualInterfaceId);
            Object.assign(found ?? {}, { vlan: 7 });
            Object.assign(found?.bgpPeers[0] ?? {}, { asn: 65010 });
            rehearsal.simulator.world.log.length = 0;
            await rehearsal.stack.setArgs({ ...rehearsal.args, adopt: { virtualInterfaceId } });
            const { failed, diagnostics } = await rehearsal.stack.up();
            const fix = "Adopt one that mirrors the VBR, or delete it and leave adopt.virtualInterfaceId out.";
            expect({ failed, diagnostics }).to.deep.equal({
                failed: true,
                diagnostics: [
                    `has VLAN 7, its hosted connection has 1101. ${fix}`,
                    `expects ASN 65010, the VBR has 45104. ${fix}`,
                ].map(
                    (line) =>
                        `error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: Virtual interface ${virtualInterfaceId} ${line}`,
                ),
            });
            expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
        } finally {
            await rehearsal.end();
        }
    });
});

describe("a virtual private gateway that is on the VPC already", () => {
    let rehearsal: Rehearsal;
    let vpnGatewayId: string;

    before(async () => {
        rehearsal = await rehearse();
        const { endpoints, description, args } = { ...rehearsal.simulator, ...rehearsal };
        const client = new EC2Client({
            endpoint: endpoints.ec2,
            region: description.credentials.aws.region,
            credentials: administratorOf(rehearsal.simulator),
        });
        const { VpnGateway } = await client.send(
            new CreateVpnGatewayCommand({ Type: "ipsec.1", AmazonSideAsn: 64600 }),
        );
        vpnGatewayId = VpnGateway?.VpnGatewayId ?? "";
        await client.send(new AttachVpnGatewayCommand({ VpcId: args.aws.vpcId, VpnGatewayId: vpnGatewayId }));
        client.destroy();
    });
    after(() => rehearsal.end());

    it("gets no second one beside it: the line that uses it, before anything is written", async () => {
        const { stack, simulator, args } = rehearsal;
        const { vpcId } = args.aws;
        simulator.world.log.length = 0;
        const refusal = {
            failed: true,
            diagnostics: [
                `error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: VPC ${vpcId} has virtual private gateway ${vpnGatewayId} already, and takes no second one. Set aws.vpnGatewayId: "${vpnGatewayId}" to end the link in it, or detach it first (aws ec2 detach-vpn-gateway --vpn-gateway-id ${vpnGatewayId} --vpc-id ${vpcId}).`,
            ],
        };
        expect(await stack.preview()).to.deep.include(refusal);
        expect(await stack.up()).to.deep.include(refusal);
        expect(writesOf(simulator)).to.deep.equal([]);
    });

    it("without the look: the hook of the attachment says so, after what comes before it", async () => {
        const { stack, args } = rehearsal;
        const { vpcId } = args.aws;
        await stack.setArgs({ ...args, preflight: false });
        const { failed, diagnostics } = await stack.up();
        expect(failed).to.equal(true);
        expect(diagnostics).to.include(
            `error: before hook "link-vpn-gateway-attachment-unmanaged" failed: VPC ${vpcId} has virtual private gateway ${vpnGatewayId} already, which this stack does not manage, and takes no second one. Set aws.vpnGatewayId: "${vpnGatewayId}" to end the link in it, or detach it first (aws ec2 detach-vpn-gateway --vpn-gateway-id ${vpnGatewayId} --vpc-id ${vpcId}), and run pulumi up again.`,
        );
    });

    it("with that line: the link ends in it, with its ASN, and destroy leaves it", async () => {
        const { aws } = rehearsal.args;
        await rehearsal.stack.setArgs({ ...rehearsal.args, aws: { ...aws, vpnGatewayId } });
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        expect(await rehearsal.stack.outputs()).to.deep.include({ vpnGatewayId, amazonSideAsn: 64600 });
        await rehearsal.stack.destroy();
        const gateways = [...rehearsal.simulator.world.aws.vpnGateways.values()];
        expect(
            gateways.filter(({ state }) => state !== "deleted").map((gateway) => gateway.vpnGatewayId),
        ).to.deep.equal([vpnGatewayId]);
    });
});

describe("a gateway's attachment that the state does not hold", () => {
    it("is not made twice: how to go on", async () => {
        const rehearsal = await rehearse();
        try {
            await rehearsal.stack.up();
            const { vpnGatewayId } = (await rehearsal.stack.outputs()) as Record<string, string>;
            await rehearsal.stack.forget("link-vpn-gateway-attachment");
            const { diagnostics } = await rehearsal.stack.up();
            const { vpcId } = rehearsal.args.aws;
            expect(diagnostics[0]).to.equal(
                `error: before hook "link-vpn-gateway-attachment-unmanaged" failed: VPC ${vpcId} is attached to this stack's virtual private gateway ${vpnGatewayId} already, but the state does not hold the attachment, which cannot be imported. Detach it (aws ec2 detach-vpn-gateway --vpn-gateway-id ${vpnGatewayId} --vpc-id ${vpcId}) and run pulumi up again.`,
            );
        } finally {
            await rehearsal.end();
        }
    });
});

describe("a CEN attachment that the state does not hold", () => {
    it("is not made twice; named, it is used as it is and left on destroy", async () => {
        const rehearsal = await rehearse();
        try {
            await rehearsal.stack.up();
            const { transitRouterAttachmentId, vbrId } = (await rehearsal.stack.outputs()) as Record<string, string>;
            await rehearsal.stack.forget("link-cen-attachment");
            const { cen } = rehearsal.args.alibaba;
            const { diagnostics } = await rehearsal.stack.up();
            expect(diagnostics[0]).to.equal(
                `error: before hook "link-cen-attachment-unmanaged" failed: VBR ${vbrId} is attached to transit router ${cen.transitRouterId} already (${transitRouterAttachmentId}), which this stack does not manage. ` +
                    `If it is this link's, set adopt: { cenAttachmentId: "${cen.cenId}:${transitRouterAttachmentId}" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. ` +
                    `If it is not, set alibaba.cen.attachmentId: "${transitRouterAttachmentId}" to use it as it is (its association, propagation and publishing are then not this stack's), or delete it (aliyun cbn DeleteTransitRouterVbrAttachment --TransitRouterAttachmentId ${transitRouterAttachmentId}), and run pulumi up again.`,
            );
            // As destroy would say: what is to stay loses the tag.
            Object.assign(rehearsal.simulator.world.alibaba.attachments.get(transitRouterAttachmentId ?? "") ?? {}, {
                tags: new Map(),
            });
            await rehearsal.stack.setArgs({
                ...rehearsal.args,
                alibaba: { ...rehearsal.args.alibaba, cen: { ...cen, attachmentId: transitRouterAttachmentId } },
            });
            const again = await rehearsal.stack.up();
            expect({ failed: again.failed, diagnostics: again.diagnostics }).to.deep.equal({
                failed: false,
                diagnostics: [],
            });
            expect((await rehearsal.stack.destroy()).failed).to.equal(false);
            expect(rehearsal.simulator.world.alibaba.attachments.has(transitRouterAttachmentId ?? "")).to.equal(true);
        } finally {
            await rehearsal.end();
        }
    });
});
