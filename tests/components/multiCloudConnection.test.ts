import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";

import type * as Package from "../../index";
import { inputsOf, mockEngine, registrations, valueOf } from "./mocks";

const args = {
    alibaba: { vbrId: "vbr-1", cen: { cenId: "cen-1", transitRouterId: "tr-1" } },
    aws: { vpcId: "vpc-1", routeTableIds: ["rtb-1", "rtb-2"] },
} satisfies Package.MultiCloudConnectionArgs;

/** As a secret reaches the engine. */
function secret(value: object): object {
    return { [pulumi.runtime.specialSigKey]: pulumi.runtime.specialSecretSig, value };
}

describe("MultiCloudConnection", () => {
    let multicloud: typeof Package;

    before(async () => {
        await mockEngine();
        multicloud = await import("../../index.js");
    });

    beforeEach(() => {
        registrations.length = 0;
    });

    async function connect(
        changes: Partial<Package.MultiCloudConnectionArgs> = {},
    ): Promise<Package.MultiCloudConnection> {
        const link = new multicloud.MultiCloudConnection("link", { ...args, ...changes });
        await valueOf(link.verification);
        await valueOf(link.transitRouterAttachmentId);
        return link;
    }

    it("makes these children, named by role", async () => {
        await connect();
        expect(registrations.map(({ name }) => name).sort()).to.deep.equal([
            "link",
            "link-bgp-auth-key",
            "link-border-router",
            "link-border-router-bgp",
            "link-cen-association",
            "link-cen-attachment",
            "link-cen-leftover-check",
            "link-cen-propagation",
            "link-circuit",
            "link-connection-release",
            "link-preflight",
            "link-route-propagation-0",
            "link-route-propagation-1",
            "link-verification",
            "link-virtual-interface",
            "link-vpn-gateway",
            "link-vpn-gateway-attachment",
            "link-vpn-gateway-leftover-check",
        ]);
    });

    it("mirrors the circuit on the virtual interface", async () => {
        await connect();
        expect(inputsOf("link-virtual-interface")).to.deep.include({
            addressFamily: "ipv4",
            connectionId: "dxcon-1",
            vlan: 101,
            vpnGatewayId: "vgw-1",
            amazonAddress: "169.254.10.2/30",
            customerAddress: "169.254.10.1/30",
            bgpAsn: 45104,
            name: "multicloud-vbr-1",
        });
    });

    it("gives the VBR's BGP the gateway's ASN and the AWS address without its mask", async () => {
        await connect();
        expect(inputsOf("link-border-router-bgp")).to.deep.include({
            vbrId: "vbr-1",
            peerAsn: 64512,
            localAsn: 45104,
            peerIpAddress: "169.254.10.2",
        });
    });

    it("publishes, associates and propagates, without which AWS learns no route", async () => {
        await connect();
        expect(inputsOf("link-cen-attachment")).to.deep.include({
            vbrId: "vbr-1",
            cenId: "cen-1",
            transitRouterId: "tr-1",
            autoPublishRouteEnabled: true,
        });
        const legs = { transitRouterAttachmentId: "tr-attach-1", transitRouterRouteTableId: "vtb-system" };
        expect(inputsOf("link-cen-association")).to.deep.equal(legs);
        expect(inputsOf("link-cen-propagation")).to.deep.equal(legs);
    });

    it("names the route tables' children by the keys of a record", async () => {
        await connect({ aws: { vpcId: "vpc-1", routeTableIds: { main: "rtb-1" } } });
        expect(inputsOf("link-route-propagation-main")).to.deep.equal({ routeTableId: "rtb-1", vpnGatewayId: "vgw-1" });
    });

    it("takes an existing gateway with its own ASN, and makes none", async () => {
        await connect({ aws: { ...args.aws, vpnGatewayId: "vgw-9" } });
        expect(inputsOf("link-vpn-gateway")).to.equal(undefined);
        expect(inputsOf("link-virtual-interface")).to.deep.include({ vpnGatewayId: "vgw-9" });
        expect(inputsOf("link-border-router-bgp")).to.deep.include({ peerAsn: 64600 });
    });

    it("takes an existing CEN attachment, and makes none", async () => {
        const link = await connect({
            alibaba: { vbrId: "vbr-1", cen: { ...args.alibaba.cen, attachmentId: "tr-attach-9" } },
        });
        expect(inputsOf("link-cen-attachment")).to.equal(undefined);
        expect(await valueOf(link.transitRouterAttachmentId)).to.equal("tr-attach-9");
    });

    it("takes overrides of what the other side does not depend on; tags come on top of the component's", async () => {
        await connect({
            tags: { team: "network" },
            overrides: {
                vpnGateway: { tags: { Name: "edge" } },
                virtualInterface: { mtu: 8500, tags: { tier: "gold" } },
                cenAttachment: { autoPublishRouteEnabled: false },
            },
        });
        expect(inputsOf("link-vpn-gateway")).to.deep.include({
            tags: { Name: "edge", team: "network", "multicloud-connection:made-for": "vpc-1" },
        });
        expect(inputsOf("link-virtual-interface")).to.deep.include({
            mtu: 8500,
            tags: { Name: "link", team: "network", "multicloud-connection:made-for": "vbr-1", tier: "gold" },
        });
        expect(inputsOf("link-cen-attachment")).to.deep.include({
            autoPublishRouteEnabled: false,
            tags: { team: "network", "multicloud-connection:made-for": "vbr-1" },
        });
    });

    it("tells Preflight and the leaf what the traffic hangs on, and whether it may be cut", async () => {
        await connect();
        expect(inputsOf("link-preflight")).to.deep.include({
            trafficPath: { transitRouterRouteTableId: "vtb-system" },
        });
        expect(inputsOf("link-verification")).to.deep.include({ made: { vpnGateway: true, vbrAttachment: true } });
        registrations.length = 0;
        await connect({
            alibaba: {
                vbrId: "vbr-1",
                cen: { ...args.alibaba.cen, transitRouterRouteTableId: "vtb-1", attachmentId: "tr-attach-9" },
            },
            aws: { ...args.aws, vpnGatewayId: "vgw-9" },
            bgp: { authKey: "0123456789" },
            overrides: {
                virtualInterface: { name: "edge", mtu: 8500 },
                vpnGateway: { availabilityZone: "ap-southeast-1a" },
                cenAttachment: { autoPublishRouteEnabled: false, vbrOwnerId: "9999999999999999" },
            },
            allowOutage: true,
        });
        expect(inputsOf("link-preflight")).to.deep.include({
            // Because of the key, all of it.
            trafficPath: secret({
                authKey: "0123456789",
                attachmentId: "tr-attach-9",
                transitRouterRouteTableId: "vtb-1",
                virtualInterfaceName: "edge",
                mtu: 8500,
                availabilityZone: "ap-southeast-1a",
                autoPublishRouteEnabled: false,
                vbrOwnerId: "9999999999999999",
            }),
            allowOutage: true,
        });
        expect(inputsOf("link-verification")).to.deep.include({
            made: { vpnGateway: false, vbrAttachment: false },
            allowOutage: true,
        });
    });

    it("makes Preflight without its looks, too: what needs none stays guarded", async () => {
        await connect({ preflight: false });
        expect(inputsOf("link-preflight")).to.include({ looks: false, vpcId: "vpc-1" });
    });

    it("refuses an ASN for a gateway that is there already: it would be ignored", () => {
        const aws = { ...args.aws, vpnGatewayId: "vgw-9", amazonSideAsn: 64600 };
        expect(() => new multicloud.MultiCloudConnection("link", { ...args, aws })).to.throw(
            "link: aws.amazonSideAsn is for a gateway that is made, and aws.vpnGatewayId names one that has its own. Leave one of them out.",
        );
    });

    it("refuses an override that would part one side from the other", () => {
        const overrides = { vpnGateway: { amazonSideAsn: "64600" }, virtualInterface: { vlan: 7 } };
        expect(() => new multicloud.MultiCloudConnection("link", { ...args, overrides: overrides as object })).to.throw(
            [
                "link: 2 arguments need a change:",
                "  - overrides.vpnGateway.amazonSideAsn would part one side of the link from the other. Set aws.amazonSideAsn instead.",
                "  - overrides.virtualInterface.vlan would part one side of the link from the other. Remove it.",
            ].join("\n"),
        );
    });

    it("reports every problem at once, before any resource", () => {
        expect(
            () =>
                new multicloud.MultiCloudConnection("link", {
                    alibaba: { cen: args.alibaba.cen },
                    aws: { vpcId: "vpc-1", routeTableIds: [], amazonSideAsn: 1 },
                    bgp: { authKey: "short" },
                }),
        ).to.throw(/^link: 4 arguments need a change:\n {2}- alibaba: neither a VBR nor a way to find it is given\./);
    });
});
