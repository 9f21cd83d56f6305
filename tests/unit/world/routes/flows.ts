import { expect } from "chai";

import type { TransitRouterAttachment, VpcRouteTable } from "../../../../simulator/world/alibabaState";
import type { Guesses } from "../../../../simulator/world/guesses";
import { joinAndWait, only, type Joined } from "../joined";

export const awsCidr = "10.0.0.0/16";
export const vSwitches = ["172.16.1.0/24", "172.16.2.0/24"];

/** What both clouds have learned of each other. */
export interface Flows {
    /** Propagated into AWS's main route table. */
    byAws: string[];
    /** In the transit router's system table, of AWS. */
    byTransitRouter: string[];
    /** Synchronised into the route table of the Alibaba Cloud VPC. */
    byVpc: string[];
    advertised: number;
    received: number;
}

export const everything: Flows = {
    byAws: vSwitches,
    byTransitRouter: [awsCidr],
    byVpc: [awsCidr],
    advertised: 2,
    received: 1,
};

export const nothing: Flows = { byAws: [], byTransitRouter: [], byVpc: [], advertised: 0, received: 0 };

export function flowsOf({ world, mainTable, systemTable, peer }: Joined): Flows {
    return {
        byAws: mainTable.routes
            .filter(({ origin }) => origin === "EnableVgwRoutePropagation")
            .map(({ destinationCidrBlock }) => destinationCidrBlock),
        byTransitRouter: systemTable.entries
            .filter(({ origin, status }) => origin === "VBR" && status === "Active")
            .map(({ destinationCidrBlock }) => destinationCidrBlock),
        byVpc: [...world.alibaba.vpcRouteTables.values()]
            .slice(0, 1)
            .flatMap(({ entries }) => entries)
            .filter(({ type }) => type === "CEN")
            .map(({ destinationCidrBlock }) => destinationCidrBlock),
        advertised: peer.advertisedRouteCount,
        received: peer.receivedRouteCount,
    };
}

/** The world after a change, once all routes are in the tables. */
export function settled(joined: Joined, change: (joined: Joined) => unknown): Joined {
    change(joined);
    joined.world.changed();
    joined.clock.advance(joined.world.durations.routeInstallation);
    return joined;
}

/** One condition of a rule, and what of everything it changes. */
export interface Flip {
    /** `P19: what flips`. */
    title: string;
    flip: (joined: Joined) => unknown;
    expected: Partial<Flows>;
    guesses?: Partial<Guesses>;
}

export function itFlips(flips: Flip[]): void {
    for (const { title, flip, expected, guesses } of flips) {
        it(title, () => {
            const joined = joinAndWait(guesses);
            expect(flowsOf(joined)).to.deep.equal(everything);
            expect(flowsOf(settled(joined, flip))).to.deep.equal({ ...everything, ...expected });
        });
    }
}

export function vpcTableOf({ world }: Joined): VpcRouteTable {
    return only(world.alibaba.vpcRouteTables.values());
}

export function vpcAttachmentOf({ world }: Joined): TransitRouterAttachment {
    return only([...world.alibaba.attachments.values()].filter(({ kind }) => kind === "VPC"));
}

/** `10.7.0.0/24`, `10.7.1.0/24` and so on. */
export function manyCidrBlocks(count: number, network = "10.7"): string[] {
    return Array.from({ length: count }, (_, index) => `${network}.${index}.0/24`);
}

/** An IPsec connection on the same transit router, associated and propagating. */
export function addVpn(
    { world, attachment, systemTable }: Pick<Joined, "world" | "attachment" | "systemTable">,
    announced: TransitRouterAttachment["announced"],
): TransitRouterAttachment {
    const vpn: TransitRouterAttachment = {
        ...attachment,
        attachmentId: "tr-attach-vpn",
        kind: "VPN",
        resourceId: "vco-1",
        announced,
    };
    world.alibaba.attachments.set(vpn.attachmentId, vpn);
    systemTable.associations.push({ attachmentId: vpn.attachmentId, status: "Active" });
    systemTable.propagations.push({ attachmentId: vpn.attachmentId, status: "Active" });
    return vpn;
}
