import { expect } from "chai";

import { CloudCallError } from "../../../provider/clouds/errors";
import { fakeWire, type FakeWire, type WireAnswer, type WireRequest } from "../../support/fakeWire";
import { errorOf } from "../../support/rejects";
import { alibabaAt, awsOfEnvironment, withEndpoints } from "../../support/wiredClouds";

describe("the reads of both networks", () => {
    let wire: FakeWire | undefined;
    let restore: (() => void) | undefined;

    afterEach(async () => {
        restore?.();
        await wire?.close();
    });

    async function answering(answer: (request: WireRequest, count: number) => WireAnswer): Promise<FakeWire> {
        wire = await fakeWire(answer);
        restore = withEndpoints(wire.url);
        return wire;
    }

    const refusing = (code: string, message: string): Promise<FakeWire> =>
        answering(({ headers }) => ({
            status: 400,
            body: headers["x-acs-action"] === undefined ? { __type: code, message } : { Code: code, Message: message },
        }));

    async function permissionOf(call: Promise<unknown>): Promise<string | undefined> {
        const error = await errorOf(call);
        if (!(error instanceof CloudCallError)) {
            throw error;
        }
        return error.permission;
    }

    it("tell a service that does not know the routes of a virtual interface from one that has none", async () => {
        for (const code of ["UnknownOperationException", "com.amazon.coral.service#UnknownOperationException"]) {
            await refusing(code, "");
            expect(await awsOfEnvironment().listVirtualInterfaceRoutes("dxvif-1"), code).to.equal(undefined);
            await wire?.close();
        }
        await answering(() => ({ body: { routes: [] } }));
        expect(await awsOfEnvironment().listVirtualInterfaceRoutes("dxvif-1")).to.deep.equal([]);
    });

    it("take an answer without the routes for a broken one, and read every page", async () => {
        await answering(() => ({ body: {} }));
        const { message } = await errorOf(awsOfEnvironment().listVirtualInterfaceRoutes("dxvif-1"));
        expect(message).to.equal(
            "routes of dxvif-1: the answer has no routes. That passes by itself: run the same command again later; it goes on where it stopped.",
        );
        await wire?.close();
        const route = (cidr: string): object => ({ cidr, routeDirection: "accepted", asPath: [] });
        const { requests } = await answering((_request, count) => ({
            body:
                count === 1 ? { routes: [route("10.0.0.0/8")], nextToken: "more" } : { routes: [route("10.1.0.0/16")] },
        }));
        const routes = await awsOfEnvironment().listVirtualInterfaceRoutes("dxvif-1");
        expect(routes?.map(({ cidrBlock }) => cidrBlock)).to.deep.equal(["10.0.0.0/8", "10.1.0.0/16"]);
        expect(requests.map(({ action, fields }) => [action, fields.nextToken])).to.deep.equal([
            ["ListVirtualInterfaceRoutes", undefined],
            ["ListVirtualInterfaceRoutes", "more"],
        ]);
    });

    it("name the permission that they were denied, in AWS", async () => {
        await refusing("AccessDeniedException", "User is not authorized.");
        const aws = awsOfEnvironment();
        expect([
            await permissionOf(aws.listVirtualInterfaceRoutes("dxvif-1")),
            await permissionOf(aws.describeDirectConnectGateway("gw-1")),
            await permissionOf(aws.describeVirtualInterfaces()),
        ]).to.deep.equal([
            "directconnect:ListVirtualInterfaceRoutes",
            "directconnect:DescribeDirectConnectGateways",
            "directconnect:DescribeVirtualInterfaces",
        ]);
    });

    it("name the permission that they were denied, in Alibaba Cloud", async () => {
        const { url } = await refusing("Forbidden.RAM", "User not authorized to operate on the specified resource.");
        const alibaba = alibabaAt(url);
        expect([
            await permissionOf(alibaba.describeSecurityGroups("vpc-1")),
            await permissionOf(alibaba.describeRouteTablesOfVpc("vpc-1")),
            await permissionOf(alibaba.listTransitRouterRouteEntries("vtb-1")),
        ]).to.deep.equal([
            "ecs:DescribeSecurityGroups",
            "vpc:DescribeRouteTableList",
            "cen:ListTransitRouterRouteEntries",
        ]);
    });

    it("name none where something else is wrong", async () => {
        const { url } = await refusing("InvalidVpcId.NotFound", "No such VPC.");
        expect(await permissionOf(alibabaAt(url).describeVSwitches("vpc-1"))).to.equal(undefined);
    });

    it("take an answer without its list for a broken one, in Alibaba Cloud", async () => {
        const { url } = await answering(() => ({ body: {} }));
        const alibaba = alibabaAt(url);
        const reads: Record<string, () => Promise<unknown>> = {
            "Vpcs.Vpc": () => alibaba.describeVpcs(["vpc-1"]),
            "VSwitches.VSwitch": () => alibaba.describeVSwitches("vpc-1"),
            "RouterTableList.RouterTableListType": () => alibaba.describeRouteTablesOfVpc("vpc-1"),
            "SecurityGroups.SecurityGroup": () => alibaba.describeSecurityGroups("vpc-1"),
            "NetworkAcls.NetworkAcl": () => alibaba.describeNetworkAcls("vpc-1"),
            TransitRouterAttachments: () => alibaba.listVpcAttachments("cen-1", "tr-1"),
            TransitRouterRouteTables: () => alibaba.listTransitRouterRouteTables("tr-1"),
            TransitRouterRouteEntries: () => alibaba.listTransitRouterRouteEntries("vtb-1"),
            "RouteMaps.RouteMap": () => alibaba.describeRouteMaps("cen-1"),
            "RouteConflicts.RouteConflict": () => alibaba.describeRouteConflicts("vpc-1", "vtb-1"),
            "ChildInstances.ChildInstance": () => alibaba.describeCenChildren("cen-1"),
        };
        for (const [list, read] of Object.entries(reads)) {
            expect((await errorOf(read())).message, list).to.include(`: the answer has no ${list}. `);
        }
    });
});
