import { expect } from "chai";

import { makeAwsTable, makeEntry, makeVpcTable, ofVSwitches } from "../../../support/joinedNetworks";
import { entriesOf, missingAfter, named, type Change } from "../../../support/routeFindings";

const all = ofVSwitches.join(", ");

describe("routes on their way to AWS are", () => {
    it("not sent, where the table lacks what the VPC propagates", async () => {
        const texts = await missingAfter((state) => entriesOf(state).shift());
        expect(texts).to.deep.equal([
            "not sent | No packet gets to Alibaba Cloud: route table vtb-1 lacks of VPC vpc-ali: 172.16.1.0/24. Routes take up to two minutes.",
        ]);
    });

    it("not sent, where the VBR tells AWS no route", async () => {
        const texts = await missingAfter(
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
        const texts = await missingAfter((state) => {
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
        const texts = await missingAfter((state) => state.virtualInterfaceRoutes?.shift());
        expect(texts).to.deep.equal([
            "not accepted | No packet gets to Alibaba Cloud: AWS has not accepted 172.16.1.0/24 from the VBR. Routes take up to two minutes. AWS drops a path that holds its own ASN (two gateways of one ASN behind one CEN), and takes 100 prefixes at most.",
        ]);
    });

    it("not installed, where a route table lacks what AWS has accepted; also where AWS does not tell what it has", async () => {
        for (const told of [true, false]) {
            const texts = await missingAfter((state) => {
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
        const texts = await missingAfter((state) => {
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
        const texts = await missingAfter((state) => {
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
        const texts = await missingAfter((state) => {
            const table = makeAwsTable("rtb-2", ofVSwitches);
            state.awsRouteTables[1] = {
                ...table,
                routes: table.routes.map((route) => ({ ...route, origin: "CreateRoute" })),
            };
        });
        expect(texts).to.deep.equal([]);
    });
});

describe("routes on their way to Alibaba Cloud are", () => {
    it("not sent, where AWS does not announce the VPC's block", async () => {
        const texts = await missingAfter((state) => state.virtualInterfaceRoutes?.pop());
        expect(texts).to.deep.equal([
            "not sent | No packet gets to AWS: AWS does not tell the VBR 10.0.0.0/16. Routes take up to two minutes. A gateway that is not attached to the VPC tells nothing.",
        ]);
    });

    it("not accepted, or not sent, where the VBR brings them into no table", async () => {
        const change: Change = (state) => entriesOf(state).pop();
        expect(await missingAfter(change)).to.deep.equal([
            "not accepted | No packet gets to AWS: route table vtb-1 does not have 10.0.0.0/16 of the VBR. Routes take up to two minutes. A VBR takes 110 routes at most, and drops the others.",
        ]);
        expect(await missingAfter(change, named, { receivedRouteCount: 0 })).to.deep.equal([
            "not sent | No packet gets to AWS: the VBR has learned no route from AWS, so not 10.0.0.0/16. Routes take up to two minutes.",
        ]);
    });

    it("not installed, where the table of a vSwitch lacks them, and kept out by an entry of its own", async () => {
        expect(await missingAfter((state) => (state.vpcRouteTables = [makeVpcTable([])]))).to.deep.equal([
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
            await missingAfter((state) => (state.vpcRouteTables = [makeVpcTable([], { entries: [own] })])),
        ).to.deep.equal([
            "leg missing | No packet gets to AWS: route table vtb-vpc of VPC vpc-ali has an entry of its own for 10.0.0.0/16, which wins over the synchronised one. Delete that entry.",
        ]);
    });

    it("asked of a table alone that a vSwitch uses", async () => {
        const texts = await missingAfter((state) =>
            state.vpcRouteTables.push(makeVpcTable([], { routeTableId: "vtb-unused" })),
        );
        expect(texts).to.deep.equal([]);
    });
});
