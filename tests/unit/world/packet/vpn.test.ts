import { expect } from "chai";

import type { Joined } from "../joined";
import { overDirectConnectGateway } from "../routes/directConnectGateway";
import { addVpn } from "../routes/flows";
import { overCircuit, waysAfter } from "./paths";

function addVpnBothEnds(joined: Joined): void {
    addVpn(joined, [{ destinationCidrBlock: "10.0.0.0/16", asPath: [64512, 65000] }]);
    joined.world.aws.vpnConnections.set("vpn-1", {
        vpnConnectionId: "vpn-1",
        vpnGatewayId: joined.gateway.vpnGatewayId,
        state: "available",
        staticRoutes: [],
        bgpRoutes: [{ destinationCidrBlock: "172.16.1.0/24", asPath: [45104] }],
        transitRouterAttachmentId: "tr-attach-vpn",
    });
}

const overVpn = {
    there: ["subnet", "vgw-00000001", "vpn-1", "transit router", "VPC"],
    back: ["vSwitch", "transit router", "vco-1", "vgw-00000001", "AWS VPC"],
};

describe("the way of a packet beside a VPN", () => {
    it("P36: no further than the Direct Connect gateway, where none is associated with the VPC's gateway", () => {
        expect(
            waysAfter((joined) => {
                overDirectConnectGateway(joined, { gatewayId: "tgw-1", gatewayType: "transitGateway" });
                addVpnBothEnds(joined);
            }),
        ).to.deep.equal({
            arrives: false,
            direction: "return",
            stop: "gateway",
            at: "dcgw-1",
            path: ["vSwitch", "transit router", "VBR", "dxvif-00000001", "dcgw-1"],
        });
    });

    it("P36: over the circuit although there is a VPN, since AWS prefers it (P35), and the transit router too (P32)", () => {
        expect(waysAfter(addVpnBothEnds)).to.deep.equal(overCircuit);
    });

    it("P36: over the VPN once the circuit is down", () => {
        expect(
            waysAfter((joined) => {
                addVpnBothEnds(joined);
                joined.connection.connectionState = "down";
            }),
        ).to.deep.equal(overVpn);
    });

    it("P36: there over the circuit and back over the VPN, whose prefix at the transit router is longer (P32)", () => {
        expect(
            waysAfter((joined) => {
                addVpnBothEnds(joined);
                addVpn(joined, [{ destinationCidrBlock: "10.0.1.0/24", asPath: [64512] }]);
            }),
        ).to.deep.equal({ there: overCircuit.there, back: overVpn.back });
    });

    it("P36: out of this world over a VPN whose other end is not in it, on either side", () => {
        const toSomebodyElse = (joined: Joined): void => {
            addVpnBothEnds(joined);
            joined.connection.connectionState = "down";
            for (const connection of joined.world.aws.vpnConnections.values()) {
                connection.transitRouterAttachmentId = "tr-attach-elsewhere";
            }
        };
        expect(waysAfter(toSomebodyElse)).to.deep.equal({
            arrives: false,
            direction: "forward",
            stop: "vpn",
            at: "vpn-1",
            path: ["subnet", "vgw-00000001", "vpn-1"],
        });
        expect(
            waysAfter((joined) => addVpn(joined, [{ destinationCidrBlock: "10.0.1.0/24", asPath: [64512] }])),
        ).to.deep.equal({
            arrives: false,
            direction: "return",
            stop: "vpn",
            at: "vco-1",
            path: ["vSwitch", "transit router"],
        });
    });

    it("P36: no packet over the VPN that is longer than it lets pass, on either side", () => {
        const overVpnOnly = (joined: Joined): void => {
            addVpnBothEnds(joined);
            joined.connection.connectionState = "down";
        };
        expect(waysAfter(overVpnOnly, 1446)).to.deep.equal(overVpn);
        expect(waysAfter(overVpnOnly, 1447)).to.deep.include({ direction: "forward", stop: "mtu", at: "vpn-1" });
    });

    it("P36: into AWS over the VPN connection that is the attachment's own, and into a transit router that is attached", () => {
        const besideAnother = (joined: Joined): void => {
            const { vpnConnections } = joined.world.aws;
            addVpnBothEnds(joined);
            const own = vpnConnections.get("vpn-1");
            if (own === undefined) {
                throw new Error("no VPN connection");
            }
            const another = { ...own, vpnGatewayId: "vgw-another", transitRouterAttachmentId: "tr-attach-another" };
            vpnConnections.clear();
            vpnConnections.set("vpn-another", { ...another, vpnConnectionId: "vpn-another" }).set("vpn-1", own);
            joined.connection.connectionState = "down";
        };
        expect(waysAfter(besideAnother)).to.deep.equal(overVpn);
        const goingAway = (joined: Joined): void => {
            besideAnother(joined);
            const attachment = joined.world.alibaba.attachments.get("tr-attach-vpn");
            Object.assign(attachment ?? {}, { status: "Detaching" });
        };
        expect(waysAfter(goingAway)).to.deep.include({ direction: "forward", stop: "vpn", at: "vpn-1" });
    });

    it("P36: nowhere over a VPN connection that is being deleted", () => {
        expect(
            waysAfter((joined) => {
                addVpnBothEnds(joined);
                addVpn(joined, [{ destinationCidrBlock: "10.0.1.0/24", asPath: [64512] }]);
                joined.world.aws.vpnConnections.forEach((connection) => (connection.state = "deleting"));
            }),
        ).to.deep.include({ direction: "return", stop: "vpn", at: "vco-1" });
    });
});
