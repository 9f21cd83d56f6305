import { expect } from "chai";

import { routesKnownTo } from "../../../../simulator/world/routes/transitRouterTables";
import { joinAndWait } from "../joined";
import { addVpn, awsCidr, flowsOf, vSwitches } from "./flows";
import { addMap } from "./ownRouteMap";
import { addSecondLink } from "./secondLink";

describe("the route map that comes with a VPN attachment", () => {
    it("P33: the first VPN attachment keeps VPN and VBRs apart, and the VPC hears of all", () => {
        const joined = joinAndWait();
        const vpn = addVpn(joined, [{ destinationCidrBlock: "10.8.0.0/16", asPath: [65010] }]);
        joined.world.changed();
        expect(flowsOf(joined)).to.deep.include({ byAws: vSwitches, byVpc: [awsCidr, "10.8.0.0/16"] });
        const known = routesKnownTo(joined.world, vpn.attachmentId);
        expect(known.map(({ destinationCidrBlock }) => destinationCidrBlock)).to.deep.equal(vSwitches);
    });

    it("P33: it comes when the VPN attachment is Attached, and not before", () => {
        const joined = joinAndWait();
        const vpn = addVpn(joined, []);
        vpn.status = "Attaching";
        joined.world.changed();
        expect(joined.world.alibaba.routeMaps.size).to.equal(0);
        vpn.status = "Attached";
        joined.world.changed();
        expect(joined.world.alibaba.routeMaps.size).to.equal(1);
    });

    it("P33: it keeps one VBR from another, too, which without it hear each other", () => {
        const joined = joinAndWait();
        addSecondLink(joined).useAsn(64513);
        joined.world.changed();
        joined.clock.advance(joined.world.durations.bgpSession + 2 * joined.world.durations.routeInstallation);
        expect(flowsOf(joined).byAws).to.deep.equal([...vSwitches, "10.2.0.0/16"]);
        addVpn(joined, []);
        joined.world.changed();
        expect(flowsOf(joined).byAws).to.deep.equal(vSwitches);
    });

    it("P33: it is one outgoing map with priority 5000 for each table, made once, only at that transit router", () => {
        const joined = joinAndWait();
        const { alibaba } = joined.world;
        alibaba.routeTables.set("vtb-elsewhere", {
            ...joined.systemTable,
            transitRouterRouteTableId: "vtb-elsewhere",
            transitRouterId: "tr-elsewhere",
        });
        addVpn(joined, []);
        joined.world.changed();
        joined.world.changed();
        expect(
            [...alibaba.routeMaps.values()].map(({ routeMapId, ...map }) => [routeMapId.slice(0, 8), map]),
        ).to.deep.equal([
            [
                "cenrmap-",
                {
                    cenId: joined.attachment.cenId,
                    cenRegionId: "ap-southeast-1",
                    transitRouterRouteTableId: joined.systemTable.transitRouterRouteTableId,
                    transmitDirection: "RegionOut",
                    mapResult: "Deny",
                    priority: 5000,
                    nextPriority: undefined,
                    preference: undefined,
                    prependAsPath: [],
                    cidrMatchMode: undefined,
                    destinationCidrBlocks: [],
                    sourceInstanceIds: [],
                    destinationInstanceIds: [],
                    sourceRegionIds: [],
                    sourceChildInstanceTypes: ["VPN", "VBR", "CCN"],
                    destinationChildInstanceTypes: ["VPN", "VBR", "CCN"],
                    description: "",
                    status: "Active",
                },
            ],
        ]);
    });

    it("P33: a map of one's own that permits with a lower priority number comes first", () => {
        const joined = joinAndWait();
        addMap(joined, { sourceChildInstanceTypes: ["VPN"], destinationChildInstanceTypes: ["VBR"] });
        const vpn = addVpn(joined, [{ destinationCidrBlock: "10.8.0.0/16", asPath: [65010] }]);
        joined.world.changed();
        joined.clock.advance(joined.world.durations.routeInstallation);
        expect(flowsOf(joined).byAws).to.deep.equal([...vSwitches, "10.8.0.0/16"]);
        const back = routesKnownTo(joined.world, vpn.attachmentId);
        expect(back.map(({ destinationCidrBlock }) => destinationCidrBlock)).to.deep.equal(vSwitches);
    });
});
