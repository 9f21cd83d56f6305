import { expect } from "chai";

import { startBgp, type BgpServer } from "./alibabaBgp";
import { at, ownKey, vendorKey, type Query } from "./alibabaServer";

type Owner = "user" | "alibaba";
/** Whom a write is open to: the owner of the VBR, or of the circuit. */
type Right = "VBR" | "circuit";

const owners: Owner[] = ["user", "alibaba"];
const keys = { user: ownKey, alibaba: vendorKey };
const accountIds = { user: "1234567890123456", alibaba: "1000000000000001" };
const forbiddenByRam = "Forbidden.RAM 403: User not authorized to operate on the specified resource.";

const parameters: [string, string, Right][] = [
    ["VlanId", "102", "circuit"],
    ["CircuitCode", "longtel001", "circuit"],
    ["LocalGatewayIp", "169.254.10.1", "VBR"],
    ["PeerGatewayIp", "169.254.10.2", "VBR"],
    ["PeeringSubnetMask", "255.255.255.248", "VBR"],
    ["Name", "aws", "VBR"],
    ["Description", "to AWS", "VBR"],
    ["MinTxInterval", "300", "VBR"],
    ["MinRxInterval", "300", "VBR"],
    ["DetectMultiplier", "5", "VBR"],
];

interface Write {
    action: string;
    query: Query;
    right: Right;
    forbidden: string;
    /** To whom the VBR is none of theirs. */
    unknown: string;
}

describe("who may read and write what on the Alibaba Cloud wire", () => {
    let server: BgpServer;

    afterEach(() => server.close());

    /** In the order in which none stands in another's way. */
    function writes(bgpGroupId: string, bgpPeerId: string): Write[] {
        const ofRouter = { right: "VBR", forbidden: forbiddenByRam } as const;
        const BgpGroupId = bgpGroupId;
        const BgpPeerId = bgpPeerId;
        const noGroup = "InvalidBgpGroup 400: bgp group not exists";
        const noPeer = "InvalidParams.NotFound 400: instance not found";
        return [
            ...parameters.map(([parameter, value, right]) => ({
                action: "ModifyVirtualBorderRouterAttribute",
                query: { VbrId: server.order.vbrId, [parameter]: value },
                right,
                forbidden: `Forbidden.${parameter}NotAllowedByCaller 403: The caller is not allowed to specify the ${parameter}${parameter === "VlanId" ? "" : " parameter"}.`,
                unknown: "InvalidVbrId.NotFound 400: The specified VirutalBorderRouter is not found.",
            })),
            {
                ...ofRouter,
                action: "CreateBgpGroup",
                query: server.newGroup(),
                unknown: "InvalidVbrNetwork 400: vbr netowrk not exists",
            },
            {
                ...ofRouter,
                action: "CreateBgpPeer",
                query: server.newPeer(BgpGroupId, { PeerIpAddress: "169.254.10.3" }),
                unknown: noGroup,
            },
            { ...ofRouter, action: "ModifyBgpGroupAttribute", query: { BgpGroupId }, unknown: noGroup },
            { ...ofRouter, action: "ModifyBgpPeerAttribute", query: { BgpPeerId }, unknown: noPeer },
            { ...ofRouter, action: "DeleteBgpPeer", query: { BgpPeerId }, unknown: noPeer },
        ];
    }

    for (const borderRouterOwner of owners) {
        for (const circuitOwner of owners) {
            describe(`where the VBR is ${borderRouterOwner}'s and the circuit ${circuitOwner}'s`, () => {
                beforeEach(async () => {
                    server = await startBgp({ borderRouterOwner, circuitOwner, backendMakesBgp: "group-and-peer" });
                    server.world.alibaba.outboundBillingOpened.add(accountIds.alibaba);
                });

                for (const caller of owners) {
                    const has = { VBR: borderRouterOwner === caller, circuit: circuitOwner === caller };
                    // The user has bought it, so sees it in any case.
                    const sees = caller === "user" || has.VBR || has.circuit;
                    const count = async (action: string, query: Query = {}): Promise<unknown> =>
                        (await server.call("vpc", action, query, keys[caller])).TotalCount;

                    it(`${caller} reads ${sees ? "the VBR and its BGP" : "nothing"}`, async () => {
                        expect(await count("DescribeVirtualBorderRouters")).to.equal(has.VBR ? 1 : 0);
                        expect(
                            await count("DescribeVirtualBorderRouters", { IncludeCrossAccountVbr: "true" }),
                        ).to.equal(sees ? 1 : 0);
                        expect(await count("DescribePhysicalConnections")).to.equal(has.circuit ? 1 : 0);
                        expect(await count("DescribeBgpGroups")).to.equal(sees ? 1 : 0);
                        expect(await count("DescribeBgpPeers")).to.equal(sees ? 1 : 0);
                    });

                    it(`${caller} writes what belongs to ${describeRights(has)}`, async () => {
                        const [group] = server.world.alibaba.bgpGroups.keys();
                        const [peer] = server.world.alibaba.bgpPeers.keys();
                        for (const write of writes(group ?? "", peer ?? "")) {
                            const { action, query, right } = write;
                            const expected = sees ? (has[right] ? "accepted" : write.forbidden) : write.unknown;
                            const what = `${action} ${Object.keys(query).join(" ")}`;
                            expect(await server.refusal("vpc", action, query, keys[caller]), what).to.equal(expected);
                            server.settle();
                        }
                    });
                }

                it("the user deletes a group of the VBR only as its owner", async () => {
                    server.world.alibaba.bgpPeers.clear();
                    const [BgpGroupId] = server.world.alibaba.bgpGroups.keys();
                    expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.equal(
                        borderRouterOwner === "user" ? "accepted" : forbiddenByRam,
                    );
                });

                for (const { action, transitRouterType, ownerParameter, query, refusal } of attachments()) {
                    it(`the user brings the VBR to a CEN by ${action}, a foreign one by its owner's ID`, async () => {
                        const [router] = server.world.alibaba.transitRouters.values();
                        Object.assign(router ?? {}, { type: transitRouterType });
                        const ask = (changes: Query): Promise<string> =>
                            server.refusal("cbn", action, { ...query(server), ...changes });
                        if (borderRouterOwner === "alibaba") {
                            expect(await ask({})).to.equal(refusal(server));
                            expect(await ask({ [ownerParameter]: accountIds.user })).to.equal(refusal(server));
                        }
                        expect(await ask({ [ownerParameter]: accountIds[borderRouterOwner] })).to.equal("accepted");
                        const shown = await server.call("vpc", "DescribeVirtualBorderRouters", {
                            IncludeCrossAccountVbr: "true",
                        });
                        const [shownRouter] = at(shown, "VirtualBorderRouterSet", "VirtualBorderRouterType");
                        expect(shownRouter?.AssociatedCens).to.deep.equal({
                            AssociatedCen: [
                                {
                                    CenId: server.ids.cenId,
                                    CenOwnerId: Number(accountIds.user),
                                    CenStatus: "Attaching",
                                },
                            ],
                        });
                    });
                }
            });
        }
    }
});

function describeRights({ VBR, circuit }: Record<Right, boolean>): string {
    return [...(VBR ? ["the VBR"] : []), ...(circuit ? ["the circuit"] : [])].join(" and ") || "neither";
}

interface WayToAttach {
    action: string;
    transitRouterType: "Basic" | "Enterprise";
    /** The parameter that names the VBR's owner. */
    ownerParameter: string;
    query: (server: BgpServer) => Query;
    /** What a wrong owner gets. */
    refusal: (server: BgpServer) => string;
}

function attachments(): WayToAttach[] {
    return [
        {
            action: "CreateTransitRouterVbrAttachment",
            transitRouterType: "Enterprise",
            ownerParameter: "VbrOwnerId",
            query: ({ ids, order }) => ({ TransitRouterId: ids.transitRouterId, VbrId: order.vbrId }),
            refusal: ({ order }) =>
                `InvalidVbrOwnerId 400: The VBR ${order.vbrId} does not belong to account ${accountIds.user}.`,
        },
        {
            action: "AttachCenChildInstance",
            transitRouterType: "Basic",
            ownerParameter: "ChildInstanceOwnerId",
            query: ({ ids, order }) => ({
                CenId: ids.cenId,
                ChildInstanceId: order.vbrId,
                ChildInstanceType: "VBR",
                ChildInstanceRegionId: "ap-southeast-1",
            }),
            refusal: ({ order }) => `ParameterInstanceId 400: The child instance ${order.vbrId} does not exist.`,
        },
    ];
}
