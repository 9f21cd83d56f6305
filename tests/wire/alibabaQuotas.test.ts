import { expect } from "chai";

import { defaultQuotas, type Quotas } from "../../simulator/world/limits";
import { startBgp, type BgpServer } from "./alibabaBgp";
import { region, type Query } from "./alibabaServer";

/** A quota: its number by default, how the `count`th thing of it is asked for, and what the one above gets. */
interface Quota {
    byDefault: number;
    ask: (server: BgpServer, count: number) => Promise<string>;
    refusal: string;
}

function newRouteMap(server: BgpServer, changes: Query): Query {
    return {
        CenId: server.ids.cenId,
        CenRegionId: region,
        TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
        TransmitDirection: "RegionIn",
        MapResult: "Deny",
        ...changes,
    };
}

const quotas = {
    alibabaCallsPerMinute: {
        byDefault: 300,
        ask: (server) => server.refusal("vpc", "DescribeVpcs"),
        refusal: "Throttling.User 400: Request was denied due to user flow control.",
    },
    bgpGroupsPerBorderRouter: {
        byDefault: 8,
        ask: (server) => server.refusal("vpc", "CreateBgpGroup", server.newGroup()),
        refusal: "QuotaExceeded.Bgp 400: bgp group count per vbr quota exceed.",
    },
    bgpPeersPerBorderRouter: {
        byDefault: 8,
        ask: async (server, count) => {
            const [known] = server.world.alibaba.bgpGroups.keys();
            const groupId = known ?? (await server.makeGroup());
            return server.refusal(
                "vpc",
                "CreateBgpPeer",
                server.newPeer(groupId, { PeerIpAddress: `10.0.0.${count}` }),
            );
        },
        refusal: "QuotaExceeded.Bgp 400: bgp peer count per vbr quota exceed.",
    },
    cenGrantsPerInstance: {
        byDefault: 20,
        ask: async (server, count) => {
            const cenId = `cen-${count}`;
            const ownerId = server.world.accounts.alibabaAccountId;
            server.world.alibaba.cens.set(cenId, { cenId, ownerId, name: cenId, status: "Active" });
            return server.refusal("vpc", "GrantInstanceToCen", {
                InstanceId: server.order.vbrId,
                InstanceType: "VBR",
                CenId: cenId,
                CenOwnerId: ownerId,
            });
        },
        refusal: "QuotaExceeded.CbnGrantRules 404: cbn grantRules per instance quota exceed",
    },
    routeMapPriority: {
        byDefault: 100,
        ask: (server, count) => {
            const query = newRouteMap(server, { Priority: String(count) });
            const asked = server.refusal("cbn", "CreateCenRouteMap", query);
            return asked.finally(() => server.clock.advance(server.world.durations.routeMap));
        },
        refusal: "IllegalParam.Priority 400: The specified Priority is illegal.",
    },
    synchronisedVpcsPerTransitRouter: {
        byDefault: 50,
        ask: (server, count) => {
            const { attachments } = server.world.alibaba;
            const known = [...attachments.values()].find(({ kind }) => kind === "VPC");
            if (known === undefined) {
                throw new Error("No attachment of a VPC.");
            }
            // The first is the one that the world comes with.
            const attachmentId = count === 1 ? known.attachmentId : `tr-attach-${count}`;
            const resourceId = `vpc-${count}`;
            attachments.set(attachmentId, { ...known, attachmentId, resourceId, autoPublishRouteEnabled: false });
            const asked = server.refusal("cbn", "UpdateTransitRouterVpcAttachmentAttribute", {
                TransitRouterAttachmentId: attachmentId,
                AutoPublishRouteEnabled: "true",
            });
            return asked.finally(() => server.clock.advance(server.world.durations.attachmentUpdate));
        },
        refusal:
            "QuotaExceeded.VpcAutoRoutesPublishPerTransitRouter 400: The number of VPCs that have route synchronization enabled has reached the upper limit.",
    },
    tagsPerCenCall: {
        byDefault: 20,
        ask: (server, count) =>
            server.refusal("cbn", "CreateTransitRouterVbrAttachment", {
                TransitRouterId: server.ids.transitRouterId,
                VbrId: server.order.vbrId,
                DryRun: "true",
                ...Object.fromEntries(
                    Array.from({ length: count }, (_, index) => [`Tag.${index + 1}.Key`, `k${index}`]),
                ),
            }),
        refusal: "NumberExceed.Tags 400: At most {number} tags can be given in one call.",
    },
    valuesPerRouteMapCondition: {
        byDefault: 32,
        ask: (server, count) => {
            const values = Array.from({ length: count }, (_, index) => [
                `SourceInstanceIds.${index + 1}`,
                `vpc-${index}`,
            ]);
            const conditions = Object.fromEntries(values) as Query;
            const query = newRouteMap(server, { Priority: `${count}`, ...conditions });
            const asked = server.refusal("cbn", "CreateCenRouteMap", query);
            return asked.finally(() => server.clock.advance(server.world.durations.routeMap));
        },
        refusal: "IllegalParam.SourceInstanceIds 400: The specified SourceInstanceIds is illegal.",
    },
    routesPerBgpGroup: {
        byDefault: 110,
        ask: (server, count) => server.refusal("vpc", "CreateBgpGroup", server.newGroup({ RouteQuota: String(count) })),
        refusal:
            "IllegalParam.RouteLimit 400: The operation is failed because of bgp group max route entry num quota exceed.",
    },
} as const satisfies Partial<Record<keyof Quotas, Quota>>;

describe("the quotas of the Alibaba Cloud wire", () => {
    let server: BgpServer;

    afterEach(() => server.close());

    for (const [name, { byDefault, ask, refusal }] of Object.entries<Quota>(quotas)) {
        it(`${name}: as many as the number says, and not one more; ${byDefault} by default`, async () => {
            expect(defaultQuotas[name as keyof typeof quotas]).to.equal(byDefault);
            for (const number of [2, 3]) {
                server = await startBgp({ peerOutsideSubnet: "accepted" }, { quotas: { [name]: number } });
                for (let count = 1; count <= number; count++) {
                    expect(await ask(server, count), `${count} of ${number}`).to.equal("accepted");
                }
                expect(await ask(server, number + 1)).to.equal(refusal.replace("{number}", String(number)));
                await server.close();
            }
        });
    }
});
