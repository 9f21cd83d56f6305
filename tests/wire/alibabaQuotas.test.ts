import { expect } from "chai";

import { defaultQuotas, type Quotas } from "../../simulator/world/limits";
import { startBgp, type BgpServer } from "./alibabaBgp";

/** A quota: its number by default, how the `count`th thing of it is asked for, and what the one above gets. */
interface Quota {
    byDefault: number;
    ask: (server: BgpServer, count: number) => Promise<string>;
    refusal: string;
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
                expect(await ask(server, number + 1)).to.equal(refusal);
                await server.close();
            }
        });
    }
});
