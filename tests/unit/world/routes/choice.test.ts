import { expect } from "chai";

import type { CenRouteMap, TransitRouterAttachment } from "../../../../simulator/world/alibabaState";
import type { Guesses } from "../../../../simulator/world/guesses";
import { addSystemRouteMaps } from "../../../../simulator/world/routes/routeMaps";
import { joinAndWait, only, type Joined } from "../joined";
import { addVpn, awsCidr, vSwitches } from "./flows";

/** An incoming map that gives everything of an attachment this preference, or denies it. */
function addIncomingMap(joined: Joined, { resourceId }: TransitRouterAttachment, fields: Partial<CenRouteMap>): void {
    const { routeMaps } = joined.world.alibaba;
    addSystemRouteMaps(joined.world);
    const routeMapId = `cenrmap-${routeMaps.size}`;
    routeMaps.set(routeMapId, {
        ...only([...routeMaps.values()].filter(({ priority }) => priority === 5000)),
        routeMapId,
        transmitDirection: "RegionIn",
        mapResult: "Permit",
        priority: 10,
        sourceInstanceIds: [resourceId],
        sourceChildInstanceTypes: [],
        ...fields,
    });
}

/** The statuses of AWS's CIDR block in the table, over the VBR and over the VPN. */
function statusesWith(
    asPath: number[],
    change: (joined: Joined, vpn: TransitRouterAttachment) => unknown,
    guesses: Partial<Guesses> = {},
): (string | undefined)[] {
    const joined = joinAndWait(guesses);
    const vpn = addVpn(joined, [{ destinationCidrBlock: awsCidr, asPath }]);
    change(joined, vpn);
    joined.world.changed();
    return ["VBR", "VPN"].map(
        (kind) =>
            joined.systemTable.entries.find(
                ({ destinationCidrBlock, origin }) => destinationCidrBlock === awsCidr && origin === kind,
            )?.status,
    );
}

describe("a transit router's choice", () => {
    it("P32: equal routes are all Active", () => {
        expect(statusesWith([64512], () => undefined)).to.deep.equal(["Active", "Active"]);
    });

    it("P32: the shorter AS path wins", () => {
        expect(statusesWith([65001, 64512], () => undefined)).to.deep.equal(["Active", "Standby"]);
        expect(statusesWith([], () => undefined)).to.deep.equal(["Standby", "Active"]);
    });

    it("P32: the lower preference wins before that", () => {
        expect(
            statusesWith([65001, 64512], (joined, vpn) => addIncomingMap(joined, vpn, { preference: 49 })),
        ).to.deep.equal(["Standby", "Active"]);
        expect(statusesWith([], (joined, vpn) => addIncomingMap(joined, vpn, { preference: 51 }))).to.deep.equal([
            "Active",
            "Standby",
        ]);
    });

    it("P32: what a route map prohibits does not compete", () => {
        expect(
            statusesWith([65001, 64512], (joined) => addIncomingMap(joined, joined.attachment, { mapResult: "Deny" })),
        ).to.deep.equal(["Prohibited", "Active"]);
    });

    it("P32: prepended ASNs make a route lose", () => {
        expect(
            statusesWith([64512], (joined) => addIncomingMap(joined, joined.attachment, { prependAsPath: [65001] })),
        ).to.deep.equal(["Standby", "Active"]);
    });

    it("P27: a VBR that loses the AS path wins by it", () => {
        expect(statusesWith([64512], ({ borderRouter }) => (borderRouter.losesAsPath = true))).to.deep.equal([
            "Active",
            "Standby",
        ]);
    });

    it("P32: a route that lost shows as Candidate, if that is how it shows (lostRoute)", () => {
        expect(statusesWith([], () => undefined, { lostRoute: "Candidate" })).to.deep.equal(["Candidate", "Active"]);
    });

    it("P32: of two VPCs with one CIDR block the second is Rejected, and advertised once", () => {
        const joined = joinAndWait();
        const { alibaba } = joined.world;
        const vpc = only(alibaba.vpcs.values());
        alibaba.vpcs.set("vpc-2", { ...vpc, vpcId: "vpc-2", vSwitches: vpc.vSwitches.slice(0, 1) });
        alibaba.attachments.set("tr-attach-2", {
            ...only([...alibaba.attachments.values()].filter(({ kind }) => kind === "VPC")),
            attachmentId: "tr-attach-2",
            resourceId: "vpc-2",
        });
        joined.systemTable.propagations.push({ attachmentId: "tr-attach-2", status: "Active" });
        joined.world.changed();
        expect(
            joined.systemTable.entries
                .filter(({ destinationCidrBlock }) => destinationCidrBlock === vSwitches[0])
                .map(({ attachmentId, status }) => [attachmentId === "tr-attach-2", status]),
        ).to.deep.equal([
            [false, "Active"],
            [true, "Rejected"],
        ]);
        expect(joined.peer.advertisedRouteCount).to.equal(2);
    });
});
