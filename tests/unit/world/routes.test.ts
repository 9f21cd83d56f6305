import { expect } from "chai";

import type { TransitRouterRouteTable } from "../../../simulator/world/alibabaState";
import { routesKnownTo } from "../../../simulator/world/routes";
import type { World } from "../../../simulator/world/world";
import { joinAndWait, only, type Joined } from "./joined";

const vpcCidr = "10.0.0.0/16";
const vSwitches = ["172.16.1.0/24", "172.16.2.0/24"];

function propagatedTo({ mainTable }: Joined): string[] {
    return mainTable.routes
        .filter(({ origin }) => origin === "EnableVgwRoutePropagation")
        .map(({ destinationCidrBlock }) => destinationCidrBlock);
}

function learnedByTable({ systemTable }: Joined, origin: "VBR" | "VPC"): string[] {
    return systemTable.entries
        .filter((entry) => entry.origin === origin)
        .map(({ destinationCidrBlock }) => destinationCidrBlock);
}

/** What both clouds have learned of each other. */
function learned(joined: Joined): { byAws: string[]; byAlibaba: string[]; advertised: number; received: number } {
    return {
        byAws: propagatedTo(joined),
        byAlibaba: learnedByTable(joined, "VBR"),
        advertised: joined.peer.advertisedRouteCount,
        received: joined.peer.receivedRouteCount,
    };
}

const everything = { byAws: vSwitches, byAlibaba: [vpcCidr], advertised: 2, received: 1 };

interface Case {
    rule: string;
    what: string;
    change: (joined: Joined) => unknown;
    expected: Partial<typeof everything>;
}

const cases: Case[] = [
    {
        rule: "P19",
        what: "AWS advertises the VPC's secondary CIDRs too, and no subnets",
        change: ({ vpc }) => vpc.cidrBlocks.push("10.9.0.0/16"),
        expected: { byAlibaba: [vpcCidr, "10.9.0.0/16"], received: 2 },
    },
    {
        rule: "P22",
        what: "a gateway that is detaching advertises nothing, and propagates nothing",
        change: ({ gateway }) => gateway.attachments.forEach((attachment) => (attachment.state = "detaching")),
        expected: { byAlibaba: [], received: 0, byAws: [] },
    },
    {
        rule: "P23",
        what: "without publishing AWS learns nothing",
        change: ({ attachment }) => (attachment.autoPublishRouteEnabled = false),
        expected: { byAws: [], advertised: 0 },
    },
    {
        rule: "P23",
        what: "without association AWS learns nothing",
        change: ({ systemTable }) => systemTable.associations.splice(1),
        expected: { byAws: [], advertised: 0 },
    },
    {
        rule: "P23",
        what: "an association that is not Active yet does not count",
        change: ({ systemTable }) => systemTable.associations.forEach((each) => (each.status = "Associating")),
        expected: { byAws: [], advertised: 0 },
    },
    {
        rule: "P23",
        what: "one route for each vSwitch",
        change: ({ world }) => only(world.alibaba.vpcs.values()).vSwitches.pop(),
        expected: { byAws: ["172.16.1.0/24"], advertised: 1 },
    },
    {
        rule: "P28",
        what: "without the VBR's propagation the table learns nothing from AWS",
        change: ({ systemTable }) => systemTable.propagations.splice(1),
        expected: { byAlibaba: [] },
    },
    {
        rule: "P28",
        what: "a propagation that is being enabled does not count yet",
        change: ({ systemTable }) => systemTable.propagations.slice(1).forEach((each) => (each.status = "Enabling")),
        expected: { byAlibaba: [] },
    },
    {
        rule: "P29",
        what: "without the VPC's propagation there is nothing to advertise to AWS",
        change: ({ systemTable }) => systemTable.propagations.shift(),
        expected: { byAws: [], advertised: 0 },
    },
    {
        rule: "P34",
        what: "without propagation on the table it learns nothing",
        change: ({ mainTable }) => mainTable.propagatingVgws.pop(),
        expected: { byAws: [] },
    },
    {
        rule: "P34",
        what: "a gateway on another VPC propagates nothing into this one's tables, and advertises nothing of it",
        change: ({ gateway }) => gateway.attachments.forEach((attachment) => (attachment.vpcId = "vpc-other")),
        expected: { byAws: [], byAlibaba: [], received: 0 },
    },
    {
        rule: "P31",
        what: "associated with another table, the VBR advertises what that one holds: nothing",
        change: ({ world, systemTable }) => moveAssociation(world, systemTable),
        expected: { byAws: [], advertised: 0 },
    },
    {
        rule: "P31",
        what: "associated with another table to which the VPC propagates too, the VBR advertises it",
        change: ({ world, systemTable }) =>
            moveAssociation(world, systemTable).propagations.push(...systemTable.propagations.slice(0, 1)),
        expected: {},
    },
    {
        rule: "P37",
        what: "a deleted virtual interface withdraws the routes of both sides",
        change: ({ vif }) => (vif.virtualInterfaceState = "deleting"),
        expected: { byAws: [], byAlibaba: [], advertised: 0, received: 0 },
    },
    {
        rule: "P44",
        what: "a VPC in another region than the connection is out of reach over a VPN gateway",
        change: ({ vpc }) => (vpc.region = "eu-west-1"),
        expected: { byAlibaba: [], received: 0 },
    },
    {
        rule: "P35",
        what: "a static route of the same destination wins over the propagated one",
        change: ({ mainTable }) =>
            mainTable.routes.push({
                destinationCidrBlock: "172.16.1.0/24",
                gatewayId: "igw-1",
                state: "active",
                origin: "CreateRoute",
            }),
        expected: { byAws: ["172.16.2.0/24"] },
    },
    {
        rule: "P16",
        what: "a fallen session withdraws the routes of both sides",
        change: ({ connection }) => (connection.connectionState = "down"),
        expected: { byAws: [], byAlibaba: [], advertised: 0, received: 0 },
    },
];

/** Moves the VBR's association from the system table to a new one without propagations. */
function moveAssociation(world: World, systemTable: TransitRouterRouteTable): TransitRouterRouteTable {
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

describe("routes of the world", () => {
    it("flow both ways once the session is up", () => {
        const joined = joinAndWait();
        expect(learned(joined)).to.deep.equal(everything);
        expect(joined.mainTable.routes).to.deep.equal([
            { destinationCidrBlock: vpcCidr, gatewayId: "local", state: "active", origin: "CreateRouteTable" },
            ...vSwitches.map((destinationCidrBlock) => ({
                destinationCidrBlock,
                gatewayId: "vgw-00000001",
                state: "active",
                origin: "EnableVgwRoutePropagation",
            })),
        ]);
    });

    it("P34: reach only the tables with propagation", () => {
        const { otherTable } = joinAndWait();
        expect(otherTable.routes.map(({ gatewayId }) => gatewayId)).to.deep.equal(["local"]);
    });

    for (const { rule, what, change, expected } of cases) {
        it(`${rule}: ${what}`, () => {
            const joined = joinAndWait();
            change(joined);
            joined.world.changed();
            expect(learned(joined)).to.deep.equal({ ...everything, ...expected });
        });
    }

    it("P31: the VPC learns AWS's routes only from the table that it is associated with", () => {
        const joined = joinAndWait();
        const vpcAttachmentId = joined.systemTable.associations[0]?.attachmentId ?? "";
        const known = (): string[] =>
            routesKnownTo(joined.world, vpcAttachmentId).map((entry) => entry.destinationCidrBlock);
        expect(known()).to.deep.equal([vpcCidr]);
        joined.systemTable.associations.shift();
        expect(known()).to.deep.equal([]);
    });

    it("keep their entries' IDs through every settling", () => {
        const { world, systemTable } = joinAndWait();
        const before = systemTable.entries.map(({ entryId }) => entryId);
        world.changed();
        expect(systemTable.entries.map(({ entryId }) => entryId)).to.deep.equal(before);
        expect(new Set(before).size).to.equal(3);
    });

    it("of all other children are learned by a VBR on a Basic CEN", () => {
        const joined = joinAndWait();
        const { world, borderRouter, attachment } = joined;
        world.alibaba.attachments.delete(attachment.attachmentId);
        const vpc = only(world.alibaba.vpcs.values());
        for (const [childInstanceId, childInstanceType] of [
            [vpc.vpcId, "VPC"],
            [borderRouter.vbrId, "VBR"],
        ] as const) {
            world.alibaba.cenChildren.push({
                cenId: "cen-basic",
                childInstanceId,
                childInstanceType,
                childInstanceRegionId: vpc.regionId,
                childInstanceOwnerId: vpc.ownerId,
                status: "Attached",
                attachTime: "2026-01-01T00:00:00Z",
            });
        }
        world.changed();
        expect(propagatedTo(joined)).to.deep.equal(vSwitches);
    });
});
