import type { Given } from "../guide";
import type { AlibabaClient, AwsClients } from "./clients";
import { bgpPeers } from "./bgp";
import { describeRouteTable } from "./gateway";
import { first, show, wait, waitFor } from "./steps";
import { describeVirtualInterface } from "./virtualInterface";

/** Each side's reading lags by itself: both are asked. */
export async function waitForBgp(
    aws: AwsClients,
    alibaba: AlibabaClient,
    virtualInterfaceId: string,
    peerId: string,
): Promise<void> {
    const there = async (): Promise<string | undefined> =>
        first((await describeVirtualInterface(aws, virtualInterfaceId)).bgpPeers).bgpStatus;
    const here = async (): Promise<string | undefined> =>
        (await bgpPeers(alibaba)).find(({ BgpPeerId }) => BgpPeerId === peerId)?.BgpStatus;
    show("BGP", {
        aws: await waitFor("BGP on AWS", there, "up"),
        virtualInterface: (await describeVirtualInterface(aws, virtualInterfaceId)).virtualInterfaceState,
        alibaba: await waitFor("BGP on Alibaba Cloud", here, "Established"),
    });
}

/** What each side has learned from the other, and what it had. */
export async function showRoutes(
    aws: AwsClients,
    alibaba: AlibabaClient,
    { routeTableIds, alibabaVpcId }: Given,
    transitRouterTableId: string,
): Promise<void> {
    const atLeast =
        (count: number) =>
        (destinations: string[]): boolean =>
            destinations.length >= count;
    for (const table of routeTableIds) {
        const destinations = await wait("routes on AWS", () => awsRoutes(aws, table), atLeast(3));
        show("routes on AWS", { table, destinations });
    }
    const carried = await wait(
        "routes of the transit router",
        () => transitRouterRoutes(alibaba, transitRouterTableId),
        atLeast(3),
    );
    show("routes of the transit router", { destinations: carried });
    const arrived = await wait("routes of the VPC", () => vpcRoutes(alibaba, alibabaVpcId), atLeast(4));
    show("routes of the VPC", { destinations: arrived });
}

async function awsRoutes(aws: AwsClients, tableId: string): Promise<string[]> {
    const { Routes = [] } = await describeRouteTable(aws, tableId);
    return Routes.map(({ DestinationCidrBlock, Origin, State }) =>
        [DestinationCidrBlock, Origin, State].join(" "),
    ).sort();
}

interface RouteEntry {
    TransitRouterRouteEntryDestinationCidrBlock: string;
    TransitRouterRouteEntryOriginResourceType: string;
    TransitRouterRouteEntryStatus: string;
}

async function transitRouterRoutes(alibaba: AlibabaClient, routeTableId: string): Promise<string[]> {
    const { TransitRouterRouteEntries } = await alibaba.call<{ TransitRouterRouteEntries: RouteEntry[] }>(
        "cbn",
        "ListTransitRouterRouteEntries",
        { TransitRouterRouteTableId: routeTableId },
    );
    return TransitRouterRouteEntries.map((entry) =>
        [
            entry.TransitRouterRouteEntryDestinationCidrBlock,
            entry.TransitRouterRouteEntryOriginResourceType,
            entry.TransitRouterRouteEntryStatus,
        ].join(" "),
    ).sort();
}

interface VpcRouteEntry {
    DestinationCidrBlock: string;
    Type: string;
    NextHops: { NextHop: { NextHopType: string }[] };
}

async function vpcRoutes(alibaba: AlibabaClient, vpcId: string): Promise<string[]> {
    const { RouterTableList } = await alibaba.call<{
        RouterTableList: { RouterTableListType: { RouteTableId: string }[] };
    }>("vpc", "DescribeRouteTableList", { RegionId: alibaba.region, VpcId: vpcId });
    const { RouteEntrys } = await alibaba.call<{ RouteEntrys: { RouteEntry: VpcRouteEntry[] } }>(
        "vpc",
        "DescribeRouteEntryList",
        { RegionId: alibaba.region, RouteTableId: first(RouterTableList.RouterTableListType).RouteTableId },
    );
    return RouteEntrys.RouteEntry.map(({ DestinationCidrBlock, Type, NextHops }) =>
        [DestinationCidrBlock, Type, first(NextHops.NextHop).NextHopType].join(" "),
    ).sort();
}

interface OrderDetail {
    Success: boolean;
    Data: { OrderList: { Order: { PaymentStatus: string; OrderType: string; InstanceIDs: string }[] } };
}

export async function showOrder(alibaba: AlibabaClient, orderId: string): Promise<void> {
    const answer = await alibaba.call<OrderDetail>("bss", "GetOrderDetail", { OrderId: orderId });
    const order = first(answer.Data.OrderList.Order);
    show("order", {
        success: answer.Success,
        status: order.PaymentStatus,
        type: order.OrderType,
        instances: order.InstanceIDs,
    });
}
