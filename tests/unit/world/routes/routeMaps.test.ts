import { expect } from "chai";

import type { CenRouteMap, TransitRouterAttachment } from "../../../../simulator/world/alibabaState";
import { routesKnownTo } from "../../../../simulator/world/routes/transitRouterTables";
import { joinAndWait, type Joined } from "../joined";
import { addVpn, awsCidr, itFlips, vpcAttachmentOf, vSwitches } from "./flows";
import { addMap } from "./ownRouteMap";

const [firstVSwitch, secondVSwitch] = vSwitches as [string, string];
const deny: Partial<CenRouteMap> = { mapResult: "Deny" };
const denyFirst: Partial<CenRouteMap> = { ...deny, destinationCidrBlocks: [firstVSwitch] };
const withoutFirst = { byAws: [secondVSwitch], advertised: 1 };
const unheard = { byAws: [], advertised: 0 };

function entryFrom({ systemTable }: Joined, { attachmentId }: TransitRouterAttachment): unknown {
    const entry = systemTable.entries.find((each) => each.attachmentId === attachmentId);
    return entry && { status: entry.status, preference: entry.preference, asPath: entry.asPath };
}

describe("route maps", () => {
    itFlips([
        {
            title: "P23: an outgoing one that denies a route keeps it from AWS",
            flip: (joined) => addMap(joined, denyFirst),
            expected: withoutFirst,
        },
        {
            title: "P23: one that permits it does not",
            flip: (joined) => addMap(joined, { destinationCidrBlocks: [firstVSwitch] }),
            expected: {},
        },
        {
            title: "P23: one that is still Creating does not count",
            flip: (joined) => addMap(joined, { ...denyFirst, status: "Creating" }),
            expected: {},
        },
        {
            title: "P23: one of another table does not count",
            flip: (joined) => addMap(joined, { ...denyFirst, transitRouterRouteTableId: "vtb-other" }),
            expected: {},
        },
        {
            title: "P23: a narrower CIDR block is included in a wider one",
            flip: (joined) =>
                addMap(joined, { ...deny, destinationCidrBlocks: ["172.16.0.0/16"], cidrMatchMode: "Include" }),
            expected: unheard,
        },
        {
            title: "P23: but no complete match",
            flip: (joined) =>
                addMap(joined, { ...deny, destinationCidrBlocks: ["172.16.0.0/16"], cidrMatchMode: "Complete" }),
            expected: {},
        },
        {
            title: "P23: an equal one is",
            flip: (joined) => addMap(joined, { ...denyFirst, cidrMatchMode: "Complete" }),
            expected: withoutFirst,
        },
        {
            title: "P23: one of several destinations is enough",
            flip: (joined) =>
                addMap(joined, { ...denyFirst, destinationCidrBlocks: ["192.168.0.0/16", vSwitches[0] ?? ""] }),
            expected: withoutFirst,
        },
        {
            title: "P23: one towards VBRs leaves the VPC alone",
            flip: (joined) => addMap(joined, { ...deny, destinationChildInstanceTypes: ["VBR"] }),
            expected: unheard,
        },
        {
            title: "P23: one towards the VPC leaves AWS alone",
            flip: (joined) => addMap(joined, { ...deny, destinationInstanceIds: [vpcAttachmentOf(joined).resourceId] }),
            expected: { byVpc: [] },
        },
        {
            title: "P23: one for what comes from a VBR leaves the VPC's routes alone",
            flip: (joined) => addMap(joined, { ...deny, sourceChildInstanceTypes: ["VBR"] }),
            expected: { byVpc: [] },
        },
        {
            title: "P23: one for what comes from the VPC leaves AWS's routes alone",
            flip: (joined) => addMap(joined, { ...deny, sourceInstanceIds: [vpcAttachmentOf(joined).resourceId] }),
            expected: unheard,
        },
        {
            title: "P23: one for what comes from another region matches nothing",
            flip: (joined) => addMap(joined, { ...deny, sourceRegionIds: ["eu-central-1"] }),
            expected: {},
        },
        {
            title: "P23: one for what comes from this region matches everything",
            flip: (joined) => addMap(joined, { ...deny, sourceRegionIds: ["ap-southeast-1"] }),
            expected: { ...unheard, byVpc: [] },
        },
        {
            title: "P23: the first that matches decides",
            flip: (joined) => {
                addMap(joined, { ...denyFirst, priority: 30 });
                addMap(joined, { priority: 20 });
            },
            expected: {},
        },
        {
            title: "P23: whatever order they were made in",
            flip: (joined) => {
                addMap(joined, { priority: 30 });
                addMap(joined, { ...denyFirst, priority: 20 });
            },
            expected: withoutFirst,
        },
        {
            title: "P23: unless it names the next one, from which on the others are asked",
            flip: (joined) => {
                addMap(joined, { priority: 20, nextPriority: 40 });
                addMap(joined, { ...deny, priority: 30 });
                addMap(joined, { ...denyFirst, priority: 40 });
            },
            expected: withoutFirst,
        },
        {
            title: "P32: an incoming one that denies a route keeps it from everybody",
            flip: (joined) =>
                addMap(joined, { ...deny, transmitDirection: "RegionIn", destinationCidrBlocks: [awsCidr] }),
            expected: { byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P32: an incoming one ignores what it says of destinations",
            flip: (joined) =>
                addMap(joined, {
                    ...deny,
                    transmitDirection: "RegionIn",
                    destinationCidrBlocks: [awsCidr],
                    destinationChildInstanceTypes: ["VBR"],
                }),
            expected: { byTransitRouter: [], byVpc: [] },
        },
        {
            title: "P33: without a VPN attachment nothing keeps a VBR from a VPC",
            flip: () => undefined,
            expected: {},
        },
    ]);

    it("P32: incoming, deny shows as Prohibited; else they set preference and path", () => {
        const joined = joinAndWait();
        const map = addMap(joined, { transmitDirection: "RegionIn", preference: 10, prependAsPath: [65001, 65001] });
        joined.world.changed();
        expect(entryFrom(joined, joined.attachment)).to.deep.equal({
            status: "Active",
            preference: 10,
            asPath: [65001, 65001, 64512],
        });
        map.mapResult = "Deny";
        joined.world.changed();
        expect(entryFrom(joined, joined.attachment)).to.deep.equal({
            status: "Prohibited",
            preference: 50,
            asPath: [64512],
        });
    });

    it("P23: outgoing, they prepend ASNs to the path", () => {
        const joined = joinAndWait();
        addMap(joined, { prependAsPath: [65001] });
        const known = routesKnownTo(joined.world, joined.attachment.attachmentId);
        expect(known.map(({ asPath }) => asPath)).to.deep.equal([[65001], [65001]]);
    });

    it("P23: outgoing, the best of several routes to one destination comes first", () => {
        const joined = joinAndWait();
        addVpn(joined, [{ destinationCidrBlock: awsCidr, asPath: [64512] }]);
        addMap(joined, { sourceChildInstanceTypes: ["VBR"], prependAsPath: [65001] });
        joined.world.changed();
        const known = routesKnownTo(joined.world, vpcAttachmentOf(joined).attachmentId);
        expect(known.map(({ asPath }) => asPath)).to.deep.equal([[64512], [65001, 64512]]);
    });

    it("P23: of several routes to one destination one is announced to AWS", () => {
        const joined = joinAndWait();
        addVpn(joined, [{ destinationCidrBlock: "192.168.1.0/24", asPath: [65010] }]);
        const { attachments } = joined.world.alibaba;
        const vpn = attachments.get("tr-attach-vpn") ?? joined.attachment;
        attachments.set("tr-attach-vpn-2", { ...vpn, attachmentId: "tr-attach-vpn-2" });
        joined.systemTable.propagations.push({ attachmentId: "tr-attach-vpn-2", status: "Active" });
        addMap(joined, { priority: 1, destinationCidrBlocks: ["192.168.1.0/24"] });
        joined.world.changed();
        expect(joined.peer.advertisedRouteCount).to.equal(3);
    });
});
