import { expect } from "chai";

import type { PacketOutcome } from "../../../../simulator/world/packet/packet";
import { sendPacket } from "../../../../simulator/world/packet/sendPacket";
import { joinAndWait, only, type Joined } from "../joined";
import { moveToBasicCen } from "../routes/basicCen";
import { overDirectConnectGateway } from "../routes/directConnectGateway";
import { vpcTableOf } from "../routes/flows";
import { addSecondLink } from "../routes/secondLink";
import { packetOf } from "./packets";
import { overCircuit, pathsOf, waysAfter } from "./paths";

describe("the way of a packet", () => {
    it("P36: over a VGW, the circuit and the transit router", () => {
        expect(waysAfter(() => undefined)).to.deep.equal(overCircuit);
    });

    it("P36: over a Direct Connect gateway and a VGW", () => {
        expect(waysAfter((joined) => overDirectConnectGateway(joined, {}))).to.deep.equal({
            there: overCircuit.there,
            back: ["vSwitch", "transit router", "VBR", "dxvif-00000001", "dcgw-1", "AWS VPC"],
        });
    });

    it("P36: over a Direct Connect gateway and a transit gateway, to which a static route leads", () => {
        expect(
            waysAfter((joined) => {
                overDirectConnectGateway(joined, { gatewayId: "tgw-1", gatewayType: "transitGateway" });
                joined.mainTable.routes.push({
                    destinationCidrBlock: "172.16.0.0/16",
                    gatewayId: "tgw-1",
                    state: "active",
                    origin: "CreateRoute",
                });
            }),
        ).to.deep.equal({
            there: ["subnet", "tgw-1", "dxvif-00000001", "VBR", "transit router", "VPC"],
            back: ["vSwitch", "transit router", "VBR", "dxvif-00000001", "dcgw-1", "AWS VPC"],
        });
    });

    it("P36: over a Direct Connect gateway to a VGW while its association is updated, not while it is being made", () => {
        const besideTransitGateway = (state: "updating" | "associating"): PacketOutcome => {
            const joined = joinAndWait();
            const { from, to, ...packet } = packetOf(joined);
            overDirectConnectGateway(joined, { gatewayId: "tgw-1", gatewayType: "transitGateway" });
            const { associations } = only(joined.world.aws.directConnectGateways.values());
            const ofVpnGateway = associations.map((association) => ({
                ...association,
                associationId: "association-2",
                gatewayId: joined.gateway.vpnGatewayId,
                gatewayType: "virtualPrivateGateway" as const,
                state,
            }));
            associations.push(...ofVpnGateway);
            joined.world.changed();
            return sendPacket(joined.world, { ...packet, from: to, to: from });
        };
        expect(besideTransitGateway("updating")).to.include({ arrives: true });
        expect(besideTransitGateway("associating")).to.include({ direction: "forward", stop: "gateway", at: "dcgw-1" });
    });

    it("P36: over a Basic CEN", () => {
        expect(waysAfter(moveToBasicCen)).to.deep.equal({
            there: ["subnet", "vgw-00000001", "dxvif-00000001", "VBR", "VPC"],
            back: ["vSwitch", "VBR", "dxvif-00000001", "vgw-00000001", "AWS VPC"],
        });
    });

    it("P36: from one VPC of AWS to another through CEN, where their gateways' ASNs differ (P26)", () => {
        const waysWith = (asn: number): unknown => {
            const joined = joinAndWait();
            const packet = packetOf(joined);
            addSecondLink(joined).useAsn(asn);
            joined.world.aws.subnets.set("subnet-2", {
                subnetId: "subnet-2",
                vpcId: "vpc-2",
                cidrBlock: "10.2.1.0/24",
                availabilityZone: "ap-southeast-1a",
                routeTableId: "rtb-2",
                networkAclId: undefined,
                tags: new Map(),
            });
            joined.world.changed();
            joined.clock.advance(joined.world.durations.bgpSession + 2 * joined.world.durations.routeInstallation);
            const to = { subnetId: "subnet-2", address: "10.2.1.10", securityGroupIds: ["sg-aws"] };
            return pathsOf(joined, sendPacket(joined.world, { ...packet, to }));
        };
        expect(waysWith(64513)).to.deep.equal({
            there: [
                "subnet",
                "vgw-00000001",
                "dxvif-00000001",
                "VBR",
                "transit router",
                "vbr-2",
                "dxvif-2",
                "vgw-2",
                "vpc-2",
            ],
            back: [
                "subnet-2",
                "vgw-2",
                "dxvif-2",
                "vbr-2",
                "transit router",
                "VBR",
                "dxvif-00000001",
                "vgw-00000001",
                "AWS VPC",
            ],
        });
        expect(waysWith(64512)).to.deep.include({ arrives: false, stop: "no-route", path: ["subnet"] });
    });

    it("P36: within one VPC on either side", () => {
        const joined = joinAndWait();
        const packet = packetOf(joined);
        const { from, to } = packet;
        const withinAws = sendPacket(joined.world, { ...packet, to: { ...from, address: "10.0.1.11" } });
        const withinAlibaba = sendPacket(joined.world, { ...packet, from: { ...to, address: "172.16.1.11" } });
        expect([withinAws, withinAlibaba].map((outcome) => pathsOf(joined, outcome))).to.deep.equal([
            { there: ["subnet", "AWS VPC"], back: ["subnet", "AWS VPC"] },
            { there: ["vSwitch", "VPC"], back: ["vSwitch", "VPC"] },
        ]);
    });

    it("P36: to a VPC that publishes the address but has no such subnet", () => {
        const joined = joinAndWait();
        const packet = packetOf(joined);
        const { alibaba } = joined.world;
        vpcTableOf(joined).entries.push({
            routeEntryId: "rte-own",
            destinationCidrBlock: "192.168.1.0/24",
            type: "Custom",
            nextHopType: "Instance",
            nextHopId: "i-1",
            status: "Available",
            published: true,
        });
        alibaba.vpcs.set("vpc-apart", {
            ...only(alibaba.vpcs.values()),
            vpcId: "vpc-apart",
            vSwitches: [
                {
                    vSwitchId: "vsw-apart",
                    cidrBlock: "192.168.1.0/24",
                    zoneId: "ap-southeast-1a",
                    routeTableId: "vtb-apart",
                    networkAclId: undefined,
                },
            ],
        });
        joined.world.changed();
        joined.clock.advance(joined.world.durations.routeInstallation);
        const to = { subnetId: "vsw-apart", address: "192.168.1.10", securityGroupIds: ["sg-alibaba"] };
        expect(pathsOf(joined, sendPacket(joined.world, { ...packet, to }))).to.deep.include({
            direction: "forward",
            stop: "destination",
            at: "VPC",
        });
    });

    it("P36: no further than the VBR, in the moment before AWS hears of a withdrawal", () => {
        const withdrawn: ((joined: Joined) => unknown)[] = [
            ({ attachment }) => (attachment.autoPublishRouteEnabled = false),
            ({ systemTable }) => systemTable.propagations.shift(),
        ];
        for (const withdraw of withdrawn) {
            const joined = joinAndWait();
            const packet = packetOf(joined);
            withdraw(joined);
            expect(pathsOf(joined, sendPacket(joined.world, packet))).to.deep.equal({
                arrives: false,
                direction: "forward",
                stop: "border-router",
                at: "VBR",
                path: ["subnet", "vgw-00000001", "dxvif-00000001", "VBR"],
            });
        }
    });

    it("P36: no further than the sender's own subnet, if it is longer than AWS's network lets pass", () => {
        const stopAt = (bytes: number): unknown => waysAfter(() => undefined, bytes);
        expect(stopAt(9002)).to.deep.include({ direction: "forward", stop: "mtu", path: ["subnet"] });
        expect(stopAt(9001)).to.deep.include({ stop: "mtu", path: overCircuit.there.slice(0, 3) });
    });

    it("P36: no further than the route table that has no route", () => {
        const joined = joinAndWait();
        const packet = packetOf(joined);
        joined.mainTable.propagatingVgws.pop();
        joined.world.changed();
        const { routeTableId } = joined.mainTable;
        expect(sendPacket(joined.world, packet)).to.deep.include({ stop: "no-route", at: routeTableId });
    });

    it("starts and ends in a subnet that has its address", () => {
        const joined = joinAndWait();
        const packet = packetOf(joined);
        const from = { ...packet.from, address: "10.0.2.10" };
        expect(() => sendPacket(joined.world, { ...packet, from })).to.throw(
            `No subnet ${packet.from.subnetId} has the address 10.0.2.10.`,
        );
        joined.mainTable.propagatingVgws.pop();
        joined.world.changed();
        const to = { ...packet.to, address: "172.16.2.10" };
        expect(() => sendPacket(joined.world, { ...packet, to })).to.throw(
            `No subnet ${packet.to.subnetId} has the address 172.16.2.10.`,
        );
    });
});
