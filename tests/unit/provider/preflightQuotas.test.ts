import { expect } from "chai";

import type { RouteMap, TransitRouterRouteEntry } from "../../../provider/clouds/network";
import { makeBorderRouter, makeGroup, makePeer } from "../../support/fakeClouds";
import { checked, makeEntry, tableWith } from "../../support/preflight";

const nothing = { refused: [], warned: [] };

function vSwitches(count: number): TransitRouterRouteEntry[] {
    return Array.from({ length: count }, (_, index) => makeEntry({ destinationCidrBlock: `172.16.${index}.0/24` }));
}

const line = (count: number, says: string): string =>
    `Route table vtb-1 holds ${count} prefixes for AWS, one for each vSwitch and each learned route; a virtual interface takes 100, ${says} Keep some from the VBR by an outgoing route map, or aggregate them.`;

describe("Preflight predicts the prefixes towards AWS", () => {
    it("and says nothing below 80", async () => {
        expect(await checked(tableWith(...vSwitches(79)))).to.deep.equal(nothing);
    });

    for (const count of [80, 100]) {
        it(`warns of ${count}`, async () => {
            expect(await checked(tableWith(...vSwitches(count)))).to.deep.equal({
                refused: [],
                warned: [line(count, "and above BGP goes down.")],
            });
        });
    }

    it("refuses 101", async () => {
        expect(await checked(tableWith(...vSwitches(101)))).to.deep.equal({
            refused: [line(101, "and BGP goes down above.")],
            warned: [],
        });
    });

    it("counts a prefix once, and neither IPv6, nor what is not active, nor what comes from the link itself", async () => {
        const others = [
            makeEntry({ destinationCidrBlock: "172.16.0.0/24", attachmentId: "tr-attach-other" }),
            makeEntry({ destinationCidrBlock: "2408:4000::/56" }),
            makeEntry({ destinationCidrBlock: "192.168.0.0/24", status: "Prohibited" }),
            makeEntry({
                destinationCidrBlock: "10.0.0.0/16",
                originResourceType: "VBR",
                originResourceId: "vbr-1",
            }),
        ];
        expect((await checked(tableWith(...vSwitches(100), ...others))).warned).to.deep.equal([
            line(100, "and above BGP goes down."),
        ]);
    });

    describe("and leaves out what an outgoing route map keeps from the VBR", () => {
        const deny: RouteMap = {
            routeMapId: "cenrmap-1",
            cenId: "cen-1",
            routeTableId: "vtb-1",
            transmitDirection: "RegionOut",
            mapResult: "Deny",
            priority: 10,
            destinationCidrBlocks: ["172.16.0.0/17"],
            cidrMatchMode: "Include",
            sourceInstanceIds: [],
            destinationInstanceIds: ["vbr-1"],
            sourceChildInstanceTypes: [],
            destinationChildInstanceTypes: [],
        };
        const counted = async (...routeMaps: RouteMap[]): Promise<number> => {
            const { refused } = await checked({ ...tableWith(...vSwitches(240)), routeMaps });
            return Number(/holds (\d+) prefixes/.exec(refused[0] ?? "")?.[1]);
        };

        it("by its blocks, whole or inside of them", async () => {
            expect(await counted(deny)).to.equal(240 - 128);
            expect(
                await counted({ ...deny, cidrMatchMode: "Complete", destinationCidrBlocks: ["172.16.5.0/24"] }),
            ).to.equal(239);
            expect(await counted({ ...deny, cidrMatchMode: undefined })).to.equal(240 - 128);
        });

        it("by whom it is for, and from whom", async () => {
            const otherwise: Partial<RouteMap>[] = [
                { destinationInstanceIds: ["vbr-2"] },
                { destinationInstanceIds: [], destinationChildInstanceTypes: ["VPC"] },
                { sourceInstanceIds: ["vpc-other"] },
                { sourceChildInstanceTypes: ["VPN"] },
                { transmitDirection: "RegionIn" },
                { routeTableId: "vtb-2" },
                { mapResult: "Permit" },
            ];
            for (const changes of otherwise) {
                expect(await counted({ ...deny, ...changes }), JSON.stringify(changes)).to.equal(240);
            }
            const toVbrs = { destinationInstanceIds: [], destinationChildInstanceTypes: ["VBR"] };
            expect(await counted({ ...deny, ...toVbrs, sourceChildInstanceTypes: ["VPC"] })).to.equal(240 - 128);
        });

        it("by the first that fits", async () => {
            const permit: RouteMap = { ...deny, routeMapId: "cenrmap-2", mapResult: "Permit", priority: 5 };
            expect(await counted(deny, permit)).to.equal(240);
            expect(await counted(deny, { ...permit, priority: 20 })).to.equal(240 - 128);
        });
    });
});

describe("Preflight compares with the other quotas", () => {
    it("warns of more blocks than a BGP peer of the VBR takes", async () => {
        const awsCidrBlocks = Array.from({ length: 111 }, (_, index) => `10.${index}.0.0/16`);
        expect(await checked({ awsCidrBlocks })).to.deep.equal({
            refused: [],
            warned: [
                "AWS VPC vpc-1 has 111 blocks; a VBR's BGP peer takes 110 routes and drops the others without a word. Use fewer and larger blocks.",
            ],
        });
        expect(await checked({ awsCidrBlocks: awsCidrBlocks.slice(1) })).to.deep.equal(nothing);
    });

    it("refuses a VBR that has its eight BGP peers, unless one of them is adopted", async () => {
        const peers = (bgpGroupId: string, count: number): ReturnType<typeof makePeer>[] =>
            Array.from({ length: count }, (_, index) => makePeer({ bgpPeerId: `bgp-${index}`, bgpGroupId }));
        const full = { groups: [makeGroup()], peers: peers("bgpg-other", 8) };
        expect(await checked(full)).to.deep.equal({
            refused: ["VBR vbr-1 has 8 BGP peers, and takes 8. Delete one that is not used, or name another VBR."],
            warned: [],
        });
        expect(await checked({ ...full, peers: peers("bgpg-other", 7) })).to.deep.equal(nothing);
        expect(await checked({ ...full, peers: peers("bgpg-backend", 8) })).to.deep.equal(nothing);
        const going = [...peers("bgpg-other", 7), makePeer({ bgpGroupId: "bgpg-other", status: "Deleting" })];
        expect(await checked({ ...full, peers: going })).to.deep.equal(nothing);
    });
});

describe("Preflight looks at the subscription", () => {
    const subject = "The subscription of circuit pc-1, which VBR vbr-1 is on,";
    const until = (expireTime: string): Promise<unknown> =>
        checked({ borderRouters: [makeBorderRouter({ expireTime })] });

    it("and says nothing of one that has 30 days, or whose end nobody tells", async () => {
        expect(await until("2026-01-31T00:00:00Z")).to.deep.equal(nothing);
        expect(await until("")).to.deep.equal(nothing);
    });

    it("warns where it ends before", async () => {
        expect(await until("2026-01-30T23:59:59Z")).to.deep.equal({
            refused: [],
            warned: [
                `${subject} ends on 2026-01-30, in 29 days: BGP goes down then. Renew it in the Alibaba Cloud console before.`,
            ],
        });
        expect(await until("2026-01-02T00:00:00Z")).to.deep.equal({
            refused: [],
            warned: [
                `${subject} ends on 2026-01-02, in one day: BGP goes down then. Renew it in the Alibaba Cloud console before.`,
            ],
        });
    });

    it("refuses where it has ended", async () => {
        expect(await until("2026-01-01T00:00:00Z")).to.deep.equal({
            refused: [`${subject} ended on 2026-01-01: no BGP comes up. Renew it in the Alibaba Cloud console.`],
            warned: [],
        });
    });
});
