import { expect } from "chai";

import { findRoutes } from "../../../../provider/routes/findings";
import { textOf } from "../../../../provider/routes/missing";
import { readRoutes } from "../../../../provider/routes/read";
import { fakeClouds, makeAttachment, type FakeState } from "../../../support/fakeClouds";
import {
    joinedNetworks,
    makeAwsTable,
    makeEntry,
    makeVpcAttachment,
    makeVpcTable,
    networks,
    ofVSwitches,
} from "../../../support/joinedNetworks";

const ids = { vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" };
const session = { vpnGatewayId: "vgw-1", advertisedRouteCount: 2, receivedRouteCount: 1 };
const named = { ...networks, alibabaVpcIds: ["vpc-ali"] };
const all = ofVSwitches.join(", ");
const makesIt = "or name the VPC in alibaba.vpcs and set alibaba.manageVpcRoutes: true, which does that.";

type Change = (state: FakeState) => void;

async function look(
    change: Change = () => undefined,
    of = named,
    counts: object = {},
): Promise<ReturnType<typeof findRoutes>> {
    const clouds = fakeClouds(joinedNetworks());
    change(clouds.state);
    return findRoutes(await readRoutes(of, ids, clouds), { ...session, ...counts });
}

/** The texts of what is demanded, each behind its stage, and of what is not. */
async function missing(change?: Change, of?: typeof named, counts?: object): Promise<string[]> {
    const findings = await look(change, of, counts);
    return findings.missing.map((each) => `${each.isDemanded ? each.stage : `(${each.stage})`} | ${textOf(each)}`);
}

function without(name: "associations" | "propagations", attachment: string): Change {
    return (state) => (state[name] = state[name].filter(({ attachmentId }) => attachmentId !== attachment));
}

function entriesOf({ transitRouterTables }: FakeState): FakeState["transitRouterTables"][number]["entries"] {
    return transitRouterTables[0]?.entries ?? [];
}

describe("the routes of a link", () => {
    it("lead both ways where nothing is missing, from every subnet and vSwitch whose table has them", async () => {
        expect(await look()).to.deep.equal({
            awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
            alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
            missing: [],
        });
    });

    it("are told apart by the table that a subnet uses", async () => {
        const findings = await look((state) => {
            state.awsRouteTables = [makeAwsTable("rtb-1", ofVSwitches), makeAwsTable("rtb-2", ["172.16.1.0/24"])];
        });
        expect(findings.awsToAlibaba).to.deep.equal([
            { from: ["10.0.1.0/24"], to: ofVSwitches },
            { from: ["10.0.2.0/24"], to: ["172.16.1.0/24"] },
        ]);
    });

    describe("are missing, of a VPC that is named, by the leg that does not hold:", () => {
        const legs: [string, Change, string[]][] = [
            [
                "the VPC's attachment",
                (state) => (state.vpcAttachments = []),
                [
                    "leg missing | No packet gets to Alibaba Cloud: VPC vpc-ali is not attached at transit router tr-1. Attach it, in the CEN console or by alicloud.cen.TransitRouterVpcAttachment; a VPC of another region hangs on that region's transit router, and needs an inter-region connection.",
                ],
            ],
            [
                "the VPC's propagation",
                without("propagations", "tr-attach-vpc"),
                [
                    `leg missing | No packet gets to Alibaba Cloud: VPC vpc-ali does not propagate to route table vtb-1. Let it propagate (aliyun cbn EnableTransitRouterRouteTablePropagation --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-1), ${makesIt}`,
                ],
            ],
            [
                "the VBR's association",
                without("associations", "tr-attach-vbr"),
                [
                    "leg missing | No packet gets to Alibaba Cloud: VBR attachment tr-attach-vbr is not associated with route table vtb-1. Associate it (aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId tr-attach-vbr --TransitRouterRouteTableId vtb-1).",
                ],
            ],
            [
                "publishing to the VBR",
                (state) =>
                    (state.attachments = [
                        makeAttachment({ attachmentId: "tr-attach-vbr", autoPublishRouteEnabled: false }),
                    ]),
                [
                    "leg missing | No packet gets to Alibaba Cloud: the transit router does not publish its routes to VBR attachment tr-attach-vbr. Let it publish them (aliyun cbn UpdateTransitRouterVbrAttachmentAttribute --TransitRouterAttachmentId tr-attach-vbr --AutoPublishRouteEnabled true).",
                ],
            ],
            [
                "the VBR's propagation",
                without("propagations", "tr-attach-vbr"),
                [
                    "leg missing | No packet gets to AWS: VBR attachment tr-attach-vbr does not propagate to route table vtb-1. Let it propagate (aliyun cbn EnableTransitRouterRouteTablePropagation --TransitRouterAttachmentId tr-attach-vbr --TransitRouterRouteTableId vtb-1).",
                ],
            ],
            [
                "the VPC's association",
                without("associations", "tr-attach-vpc"),
                [
                    `leg missing | No packet gets to AWS: VPC vpc-ali is not associated with route table vtb-1. Associate it (aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-1), ${makesIt}`,
                ],
            ],
            [
                "the same table for both",
                (state) =>
                    (state.associations[1] = {
                        attachmentId: "tr-attach-vpc",
                        routeTableId: "vtb-2",
                        status: "Active",
                    }),
                [
                    'leg missing | No packet gets to AWS: VPC vpc-ali is associated with route table vtb-2, to which the VBR does not propagate: the VBR is in vtb-1. Set alibaba.cen.transitRouterRouteTableId: "vtb-2", or move the VPC to vtb-1 (aliyun cbn DissociateTransitRouterAttachmentFromRouteTable --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-2; aliyun cbn AssociateTransitRouterAttachmentWithRouteTable --TransitRouterAttachmentId tr-attach-vpc --TransitRouterRouteTableId vtb-1).',
                ],
            ],
            [
                "route synchronisation",
                (state) => (state.vpcAttachments = [makeVpcAttachment({ autoPublishRouteEnabled: false })]),
                [
                    `leg missing | No packet gets to AWS: route synchronisation to VPC vpc-ali is off. Turn it on (aliyun cbn UpdateTransitRouterVpcAttachmentAttribute --TransitRouterAttachmentId tr-attach-vpc --AutoPublishRouteEnabled true), ${makesIt}`,
                ],
            ],
        ];
        for (const [what, change, texts] of legs) {
            it(what, async () => {
                expect(await missing(change)).to.deep.equal(texts);
            });
        }

        it("but not where the VBR propagates to the table that the VPC is associated with, though it is associated with another", async () => {
            const texts = await missing((state) => {
                state.associations[1] = { attachmentId: "tr-attach-vpc", routeTableId: "vtb-2", status: "Active" };
                state.propagations.push({ attachmentId: "tr-attach-vbr", routeTableId: "vtb-2", status: "Active" });
            });
            expect(texts).to.deep.equal([]);
        });

        it("and a leg that is being made is waited for", async () => {
            const texts = await missing((state) => {
                state.associations[1] = { attachmentId: "tr-attach-vpc", routeTableId: "vtb-1", status: "Associating" };
            });
            expect(texts).to.deep.equal([
                "leg under way | No packet gets to AWS: VPC vpc-ali is not associated with route table vtb-1 (Associating). Wait until Alibaba Cloud has done it.",
            ]);
        });
    });

    describe("on their way to AWS are", () => {
        it("not sent, where the table lacks what the VPC propagates", async () => {
            const texts = await missing((state) => entriesOf(state).shift());
            expect(texts).to.deep.equal([
                "not sent | No packet gets to Alibaba Cloud: route table vtb-1 lacks of VPC vpc-ali: 172.16.1.0/24. Routes take up to two minutes.",
            ]);
        });

        it("not sent, where the VBR tells AWS no route", async () => {
            const texts = await missing(
                (state) => (state.virtualInterfaceRoutes = state.virtualInterfaceRoutes?.slice(2)),
                named,
                {
                    advertisedRouteCount: 0,
                },
            );
            expect(texts).to.deep.equal([
                `not sent | No packet gets to Alibaba Cloud: the VBR tells AWS no route, so not ${all}. Routes take up to two minutes.`,
            ]);
        });

        it("kept back, where a status or a route map says so", async () => {
            const texts = await missing((state) => {
                Object.assign(entriesOf(state)[0] ?? {}, { status: "Standby" });
                state.routeMaps = [
                    {
                        routeMapId: "cenrmap-1",
                        cenId: "cen-1",
                        routeTableId: "vtb-1",
                        transmitDirection: "RegionOut",
                        mapResult: "Deny",
                        priority: 20,
                        destinationCidrBlocks: ["172.16.2.0/23"],
                        cidrMatchMode: "Include",
                        sourceInstanceIds: [],
                        destinationInstanceIds: ["vbr-1"],
                        sourceChildInstanceTypes: ["VPC"],
                        destinationChildInstanceTypes: [],
                    },
                ];
            });
            expect(texts).to.deep.equal([
                "leg missing | No packet gets to Alibaba Cloud: route table vtb-1 has as Standby, of VPC vpc-ali: 172.16.1.0/24. Another source of the same block is preferred: take that away, or set preferences by route maps.",
                "leg missing | No packet gets to Alibaba Cloud: route map cenrmap-1 keeps from the VBR, of VPC vpc-ali: 172.16.2.0/24. Change or delete that route map in the CEN console.",
            ]);
        });

        it("not accepted, where the VBR tells them and AWS does not have them", async () => {
            const texts = await missing((state) => state.virtualInterfaceRoutes?.shift());
            expect(texts).to.deep.equal([
                "not accepted | No packet gets to Alibaba Cloud: AWS has not accepted 172.16.1.0/24 from the VBR. Routes take up to two minutes. AWS drops a path that holds its own ASN (two gateways of one ASN behind one CEN), and takes 100 prefixes at most.",
            ]);
        });

        it("not installed, where a route table lacks what AWS has accepted; also where AWS does not tell what it has", async () => {
            for (const told of [true, false]) {
                const texts = await missing((state) => {
                    state.awsRouteTables[1] = makeAwsTable("rtb-2", ["172.16.2.0/24"]);
                    state.virtualInterfaceRoutes = told ? state.virtualInterfaceRoutes : undefined;
                });
                expect(texts).to.deep.equal([
                    "not installed | No packet gets to Alibaba Cloud: route table rtb-2 does not have 172.16.1.0/24. Routes take up to two minutes. A route table takes 100 propagated routes at most.",
                ]);
            }
        });

        it("kept out of a table without propagation, with a route of its own, and where the VPC's own block wins", async () => {
            const elsewhere = {
                destinationCidrBlock: "172.16.1.0/24",
                targetId: "nat-1",
                state: "active",
                origin: "CreateRoute",
            };
            const texts = await missing((state) => {
                state.awsRouteTables = [
                    makeAwsTable("rtb-1", ["172.16.2.0/24"], {}),
                    makeAwsTable("rtb-2", [], { propagatingVpnGatewayIds: [] }),
                ];
                state.awsRouteTables[0]?.routes.push(elsewhere);
            });
            expect(texts).to.deep.equal([
                "leg missing | No packet gets to Alibaba Cloud: route table rtb-1 leads 172.16.1.0/24 elsewhere, by a route that wins over the propagated one. Delete that route.",
                `leg missing | No packet gets to Alibaba Cloud: route table rtb-2 takes no routes of the gateway, so not ${all}. Run pulumi refresh, after which pulumi up turns the propagation on.`,
            ]);
        });

        it("worth nothing inside the AWS VPC's own block", async () => {
            const texts = await missing((state) => {
                state.vSwitches[0] = {
                    vSwitchId: "vsw-0",
                    vpcId: "vpc-ali",
                    cidrBlock: "10.0.9.0/24",
                    routeTableId: "vtb-vpc",
                };
                entriesOf(state)[0] = makeEntry("10.0.9.0/24", "tr-attach-vpc");
                state.virtualInterfaceRoutes?.push({ direction: "accepted", cidrBlock: "10.0.9.0/24", asPath: [] });
            });
            expect(texts).to.deep.equal([
                "leg missing | No packet gets to Alibaba Cloud: 10.0.9.0/24 lies in VPC vpc-1 itself, whose local route wins over any propagated one. Give one of the two networks other addresses.",
            ]);
        });

        it("as good by a static route to the same gateway", async () => {
            const texts = await missing((state) => {
                const table = makeAwsTable("rtb-2", ofVSwitches);
                state.awsRouteTables[1] = {
                    ...table,
                    routes: table.routes.map((route) => ({ ...route, origin: "CreateRoute" })),
                };
            });
            expect(texts).to.deep.equal([]);
        });
    });

    describe("on their way to Alibaba Cloud are", () => {
        it("not sent, where AWS does not announce the VPC's block", async () => {
            const texts = await missing((state) => state.virtualInterfaceRoutes?.pop());
            expect(texts).to.deep.equal([
                "not sent | No packet gets to AWS: AWS does not tell the VBR 10.0.0.0/16. Routes take up to two minutes. A gateway that is not attached to the VPC tells nothing.",
            ]);
        });

        it("not accepted, or not sent, where the VBR brings them into no table", async () => {
            const change: Change = (state) => entriesOf(state).pop();
            expect(await missing(change)).to.deep.equal([
                "not accepted | No packet gets to AWS: route table vtb-1 does not have 10.0.0.0/16 of the VBR. Routes take up to two minutes. A VBR takes 110 routes at most, and drops the others.",
            ]);
            expect(await missing(change, named, { receivedRouteCount: 0 })).to.deep.equal([
                "not sent | No packet gets to AWS: the VBR has learned no route from AWS, so not 10.0.0.0/16. Routes take up to two minutes.",
            ]);
        });

        it("not installed, where the table of a vSwitch lacks them, and kept out by an entry of its own", async () => {
            expect(await missing((state) => (state.vpcRouteTables = [makeVpcTable([])]))).to.deep.equal([
                "not installed | No packet gets to AWS: route table vtb-vpc of VPC vpc-ali does not have 10.0.0.0/16. Routes take up to two minutes. It takes 200 custom and synchronised entries, and none beside a second transit router, an Express Connect Router or a VPN gateway with BGP.",
            ]);
            const own = {
                destinationCidrBlock: "10.0.0.0/16",
                type: "Custom",
                status: "Available",
                nextHopType: "Instance",
                nextHopId: "i-1",
            };
            expect(
                await missing((state) => (state.vpcRouteTables = [makeVpcTable([], { entries: [own] })])),
            ).to.deep.equal([
                "leg missing | No packet gets to AWS: route table vtb-vpc of VPC vpc-ali has an entry of its own for 10.0.0.0/16, which wins over the synchronised one. Delete that entry.",
            ]);
        });

        it("asked of a table alone that a vSwitch uses", async () => {
            const texts = await missing((state) =>
                state.vpcRouteTables.push(makeVpcTable([], { routeTableId: "vtb-unused" })),
            );
            expect(texts).to.deep.equal([]);
        });
    });

    describe("of VPCs that nobody has named", () => {
        it("are those that bring routes to the VBR's table", async () => {
            const findings = await look(undefined, networks as typeof named);
            expect(findings).to.deep.equal({
                awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
                alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
                missing: [],
            });
        });

        it("demand that AWS has them, and not that the VPC has a way back", async () => {
            const texts = await missing(
                (state) => {
                    state.vpcAttachments = [makeVpcAttachment({ autoPublishRouteEnabled: false })];
                    state.awsRouteTables[1] = makeAwsTable("rtb-2", ["172.16.2.0/24"]);
                },
                networks as typeof named,
            );
            expect(texts.map((text) => text.split(".")[0])).to.deep.equal([
                "not installed | No packet gets to Alibaba Cloud: route table rtb-2 does not have 172",
                "(leg missing) | No packet gets to AWS: route synchronisation to VPC vpc-ali is off",
            ]);
        });

        it("are none while no VPC is attached: that is said, and nothing is demanded", async () => {
            const texts = await missing(
                (state) => {
                    state.vpcAttachments = [];
                    state.transitRouterTables = [];
                },
                networks as typeof named,
            );
            expect(texts).to.deep.equal([
                "(leg missing) | No packet gets to Alibaba Cloud: no VPC brings routes to route table vtb-1 of transit router tr-1. Attach the VPC, associate it with that table and let it propagate to it; name it in alibaba.vpcs, so that the next pulumi up waits for its routes.",
            ]);
        });
    });

    describe("on a Basic CEN", () => {
        const { transitRouterId: _router, transitRouterRouteTableId: _table, ...basic } = named;
        const child = (childInstanceId: string, childInstanceType: string) => ({
            childInstanceId,
            childInstanceType,
            childInstanceRegionId: "ap-southeast-1",
            status: "Attached",
        });
        const onBasicCen: Change = (state) => {
            state.cenChildren = { "cen-1": [child("vbr-1", "VBR"), child("vpc-ali", "VPC")] };
            state.attachments = state.vpcAttachments = [];
            state.associations = state.propagations = [];
            state.transitRouterTables = [];
        };

        it("lead both ways once both are its children, named or not", async () => {
            for (const of of [basic, { ...basic, alibabaVpcIds: undefined }]) {
                expect(await look(onBasicCen, of as typeof named)).to.deep.equal({
                    awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ofVSwitches }],
                    alibabaToAws: [{ from: ofVSwitches, to: ["10.0.0.0/16"] }],
                    missing: [],
                });
            }
        });

        it("lack the child that is none", async () => {
            const texts = await missing((state) => {
                onBasicCen(state);
                state.cenChildren["cen-1"]?.pop();
            }, basic);
            expect(texts).to.deep.equal([
                "leg missing | No packet gets to Alibaba Cloud: VPC vpc-ali is not attached at CEN cen-1. Attach it, in the CEN console or by alicloud.cen.InstanceAttachment.",
            ]);
        });
    });
});
