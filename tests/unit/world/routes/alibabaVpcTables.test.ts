import { expect } from "chai";

import type { VpcRouteEntry } from "../../../../simulator/world/alibabaState";
import { joinAndWait, only } from "../joined";
import { moveToBasicCen } from "./basicCen";
import { awsCidr, flowsOf, itFlips, manyCidrBlocks, settled, vpcAttachmentOf, vpcTableOf, vSwitches } from "./flows";

function customEntries(cidrBlocks: string[]): VpcRouteEntry[] {
    return cidrBlocks.map((destinationCidrBlock) => ({
        routeEntryId: `rte-${destinationCidrBlock}`,
        destinationCidrBlock,
        type: "Custom",
        nextHopType: "Instance",
        nextHopId: "i-1",
        status: "Available",
    }));
}

describe("route tables of an Alibaba Cloud VPC", () => {
    itFlips([
        {
            title: "P30: learn nothing without route synchronisation",
            flip: (joined) => (vpcAttachmentOf(joined).autoPublishRouteEnabled = false),
            expected: { byVpc: [] },
        },
        {
            title: "P30: learn nothing over an attachment that is not Attached",
            flip: (joined) => (vpcAttachmentOf(joined).status = "Detaching"),
            expected: { byVpc: [], byAws: [], advertised: 0 },
        },
        {
            title: "P30: learn nothing if the table takes no propagated routes",
            flip: (joined) => (vpcTableOf(joined).routePropagationEnabled = false),
            expected: { byVpc: [] },
        },
        {
            title: "P30: learn nothing while a VPN gateway brings its BGP routes",
            flip: (joined) =>
                vpcTableOf(joined).entries.push(
                    ...customEntries(["192.168.0.0/16"]).map((entry) => ({ ...entry, type: "BGP" as const })),
                ),
            expected: { byVpc: [] },
        },
        {
            title: "P30: keep their own entry of the same destination",
            flip: (joined) => vpcTableOf(joined).entries.push(...customEntries([awsCidr])),
            expected: { byVpc: [] },
        },
        {
            title: "P30: keep their own entry beside a wider one",
            flip: (joined) => vpcTableOf(joined).entries.push(...customEntries(["10.0.0.0/8"])),
            expected: {},
        },
        {
            title: "P30: hold 200 custom entries, synchronised ones among them",
            flip: (joined) => vpcTableOf(joined).entries.push(...customEntries(manyCidrBlocks(199))),
            expected: {},
        },
        {
            title: "P30: hold no more than 200",
            flip: (joined) => vpcTableOf(joined).entries.push(...customEntries(manyCidrBlocks(200))),
            expected: { byVpc: [] },
        },
        {
            title: "P30: hold no more, however many of their own they have",
            flip: (joined) => {
                joined.vpc.cidrBlocks.push("10.200.0.0/16");
                vpcTableOf(joined).entries.push(...customEntries(manyCidrBlocks(201)));
            },
            expected: { byVpc: [], byTransitRouter: [awsCidr, "10.200.0.0/16"], received: 2 },
        },
        {
            title: "of a Basic CEN learn the routes of all other children, as these do theirs",
            flip: (joined) => moveToBasicCen(joined),
            expected: { byTransitRouter: [] },
        },
        {
            title: "of a Basic CEN learn nothing of a child that is not Attached yet",
            flip: (joined) => moveToBasicCen(joined, { status: "Attaching" }),
            expected: { byTransitRouter: [], byVpc: [], byAws: [], advertised: 0 },
        },
        {
            title: "of a Basic CEN learn nothing of a child of another one",
            flip: (joined) => moveToBasicCen(joined, { cenId: "cen-other" }),
            expected: { byTransitRouter: [], byVpc: [], byAws: [], advertised: 0 },
        },
    ]);

    it("P30: hold the system's entries, the user's own, and then the synchronised ones", () => {
        const joined = joinAndWait();
        const table = vpcTableOf(joined);
        table.entries.unshift(...customEntries(["10.0.0.0/8"]));
        joined.world.changed();
        expect(table.entries.map(({ routeEntryId: _id, status: _status, ...entry }) => entry)).to.deep.equal([
            ...[...vSwitches, "100.64.0.0/10"].map((destinationCidrBlock) => ({
                destinationCidrBlock,
                type: "System",
                nextHopType: destinationCidrBlock === "100.64.0.0/10" ? "service" : "local",
                nextHopId: "",
            })),
            { destinationCidrBlock: "10.0.0.0/8", type: "Custom", nextHopType: "Instance", nextHopId: "i-1" },
            {
                destinationCidrBlock: awsCidr,
                type: "CEN",
                nextHopType: "Attachment",
                nextHopId: vpcAttachmentOf(joined).attachmentId,
            },
        ]);
    });

    it("P30: keep what a VPN gateway brings, of which another VPC's tables know nothing", () => {
        const joined = joinAndWait();
        const ofVpnGateway = customEntries(["192.168.0.0/16"]).map((entry): VpcRouteEntry => ({
            ...entry,
            type: "BGP",
        }));
        const table = { ...vpcTableOf(joined), routeTableId: "vtb-2", vpcId: "vpc-2", entries: ofVpnGateway };
        const vpc = { ...only(joined.world.alibaba.vpcs.values()), vpcId: "vpc-2" };
        joined.world.alibaba.vpcs.set("vpc-2", vpc);
        const learned = flowsOf(settled(joined, ({ world }) => world.alibaba.vpcRouteTables.set("vtb-2", table))).byVpc;
        expect(learned).to.deep.equal([awsCidr]);
        expect(table.entries.filter(({ type }) => type === "BGP")).to.deep.equal(ofVpnGateway);
    });

    it("P30: learn nothing by another VPC's route synchronisation", () => {
        const joined = joinAndWait();
        const own = vpcAttachmentOf(joined);
        joined.world.alibaba.attachments.set("tr-attach-2", { ...own, attachmentId: "tr-attach-2" });
        joined.systemTable.associations.push({ attachmentId: "tr-attach-2", status: "Active" });
        own.resourceId = "vpc-another";
        expect(flowsOf(settled(joined, () => undefined)).byVpc).to.deep.equal([awsCidr]);
        expect(vpcTableOf(joined).entries.at(-1)).to.include({ type: "CEN", nextHopId: "tr-attach-2" });
    });

    it("P30: every table of the VPC is synchronised, each for itself", () => {
        const joined = joinAndWait();
        const custom = {
            ...vpcTableOf(joined),
            routeTableId: "vtb-2",
            type: "Custom" as const,
            entries: customEntries([awsCidr]),
        };
        joined.world.alibaba.vpcRouteTables.set("vtb-2", custom);
        joined.world.changed();
        const learned = [...joined.world.alibaba.vpcRouteTables.values()].map(
            ({ entries }) => entries.filter(({ type }) => type === "CEN").length,
        );
        expect(learned).to.deep.equal([1, 0]);
    });

    it("of a Basic CEN learn over VBRs what AWS has announced, with the CEN as next hop", () => {
        const joined = settled(joinAndWait(), moveToBasicCen);
        expect(flowsOf(joined).byVpc).to.deep.equal([awsCidr]);
        expect(vpcTableOf(joined).entries.at(-1)).to.include({ nextHopType: "CenBasic", nextHopId: "cen-basic" });
    });
});
