import { expect } from "chai";

import type { TransitRouterRouteTable, VpcRouteEntry } from "../../../../simulator/world/alibabaState";
import { joinAndWait, only, type Joined } from "../joined";
import { awsCidr, flowsOf, itFlips, vpcAttachmentOf, vpcTableOf, vSwitches } from "./flows";

/** Moves the VBR's association from the system table to a new one without propagations. */
function moveAssociation({ world, systemTable }: Joined): TransitRouterRouteTable {
    const table: TransitRouterRouteTable = {
        ...systemTable,
        transitRouterRouteTableId: "vtb-custom",
        type: "Custom",
        associations: systemTable.associations.splice(1),
        propagations: [],
        entries: [],
    };
    world.alibaba.routeTables.set(table.transitRouterRouteTableId, table);
    return table;
}

/** A second route table of the VPC, which its vSwitches use. */
function addCustomTable(joined: Joined, entry: VpcRouteEntry): void {
    const { alibaba } = joined.world;
    const table = { ...vpcTableOf(joined), routeTableId: "vtb-of-the-vswitches", type: "Custom" as const };
    alibaba.vpcRouteTables.set(table.routeTableId, { ...table, entries: [entry] });
}

function customEntry(fields: Partial<VpcRouteEntry>): VpcRouteEntry {
    return {
        routeEntryId: "rte-own",
        destinationCidrBlock: "192.168.7.0/24",
        type: "Custom",
        nextHopType: "Instance",
        nextHopId: "i-1",
        status: "Available",
        ...fields,
    };
}

const unheard = { byAws: [], advertised: 0 };

describe("routes in the transit router", () => {
    itFlips([
        {
            title: "P23: without publishing AWS learns nothing",
            flip: ({ attachment }) => (attachment.autoPublishRouteEnabled = false),
            expected: unheard,
        },
        {
            title: "P23: without association AWS learns nothing",
            flip: ({ systemTable }) => systemTable.associations.splice(1),
            expected: unheard,
        },
        {
            title: "P23: an association that is not Active yet does not count",
            flip: ({ systemTable }) =>
                systemTable.associations.slice(1).forEach((each) => (each.status = "Associating")),
            expected: unheard,
        },
        {
            title: "P23: an attachment that is not Attached publishes nothing",
            flip: ({ attachment }) => (attachment.status = "Detaching"),
            expected: { ...unheard, byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P23: one route for each vSwitch",
            flip: ({ world }) => only(world.alibaba.vpcs.values()).vSwitches.pop(),
            expected: { byAws: vSwitches.slice(0, 1), advertised: 1 },
        },
        {
            title: "P28: without the VBR's propagation the table learns nothing from AWS",
            flip: ({ systemTable }) => systemTable.propagations.splice(1),
            expected: { byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P28: a propagation that is being enabled does not count yet",
            flip: ({ systemTable }) => systemTable.propagations.slice(1).forEach((each) => (each.status = "Enabling")),
            expected: { byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P28: an attachment that is not Attached brings nothing",
            flip: ({ attachment }) => (attachment.status = "Detaching"),
            expected: { ...unheard, byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P28: one that is being updated still brings all",
            flip: (joined) => (vpcAttachmentOf(joined).status = "Modifying"),
            expected: {},
        },
        {
            title: "P28: propagation to another table is none to this one",
            flip: ({ world, systemTable }) =>
                world.alibaba.routeTables.set("vtb-custom", {
                    ...systemTable,
                    transitRouterRouteTableId: "vtb-custom",
                    associations: [],
                    propagations: systemTable.propagations.splice(1),
                }),
            expected: { byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P29: without the VPC's propagation there is nothing to announce to AWS",
            flip: ({ systemTable }) => systemTable.propagations.shift(),
            expected: unheard,
        },
        {
            title: "P29: what is published of the VPC's system table goes along",
            flip: (joined) => vpcTableOf(joined).entries.push(customEntry({ published: true })),
            expected: { byAws: [...vSwitches, "192.168.7.0/24"], advertised: 3 },
        },
        {
            title: "P29: what is not published of it does not",
            flip: (joined) => vpcTableOf(joined).entries.push(customEntry({})),
            expected: {},
        },
        {
            title: "P29: what is published of another VPC's system table does not",
            flip: (joined) => {
                const table = { ...vpcTableOf(joined), routeTableId: "vtb-of-another", vpcId: "vpc-another" };
                const entries = [customEntry({ published: true })];
                joined.world.alibaba.vpcRouteTables.set("vtb-of-another", { ...table, entries });
            },
            expected: {},
        },
        {
            title: "P31: associated with another table, the VBR publishes what that one holds: nothing",
            flip: moveAssociation,
            expected: unheard,
        },
        {
            title: "P31: associated with another table to which the VPC propagates too, the VBR publishes it",
            flip: (joined) => moveAssociation(joined).propagations.push(...joined.systemTable.propagations.slice(0, 1)),
            expected: {},
        },
        {
            title: "P31: the VPC learns AWS's routes only from the table that it is associated with",
            flip: ({ systemTable }) => systemTable.associations.shift(),
            expected: { byVpc: [] },
        },
    ]);

    it("P29: of a VPC's custom table nothing ever is learned, published or not", () => {
        const joined = joinAndWait();
        addCustomTable(joined, customEntry({ published: true }));
        joined.world.changed();
        expect(joined.systemTable.entries.map(({ destinationCidrBlock }) => destinationCidrBlock)).to.deep.equal([
            ...vSwitches,
            awsCidr,
        ]);
    });

    it("keep their entries' IDs through every settling", () => {
        const { world, systemTable } = joinAndWait();
        const before = systemTable.entries.map(({ entryId }) => entryId);
        world.changed();
        expect(systemTable.entries.map(({ entryId }) => entryId)).to.deep.equal(before);
        expect(new Set(before).size).to.equal(3);
        expect(before.every((id) => /^rte-[0-9a-f]{18}$/.test(id))).to.equal(true);
    });

    it("say where they come from, through which ASNs, and how they are preferred", () => {
        const joined = joinAndWait();
        const { attachment, systemTable } = joined;
        const vpcAttachment = vpcAttachmentOf(joined).attachmentId;
        expect(systemTable.entries.map(({ entryId: _id, ...entry }) => entry)).to.deep.equal([
            ...vSwitches.map((destinationCidrBlock) => ({
                destinationCidrBlock,
                attachmentId: vpcAttachment,
                origin: "VPC",
                asPath: [],
                preference: 50,
                status: "Active",
            })),
            {
                destinationCidrBlock: awsCidr,
                attachmentId: attachment.attachmentId,
                origin: "VBR",
                asPath: [64512],
                preference: 50,
                status: "Active",
            },
        ]);
    });

    it("are the same after another settling", () => {
        const joined = joinAndWait();
        const before = JSON.stringify([flowsOf(joined), joined.systemTable, vpcTableOf(joined), joined.mainTable]);
        joined.world.changed();
        expect(JSON.stringify([flowsOf(joined), joined.systemTable, vpcTableOf(joined), joined.mainTable])).to.equal(
            before,
        );
    });
});
