import type { Action, ActionContext } from "../../action";
import type { BorderRouter, Circuit } from "../../world/alibabaState";
import { listed } from "../../world/listings";
import { filtered, type FilterTable } from "../filters";
import { optionalFlag, regionOf } from "../input";
import { numberedPage } from "../pages";
import { ofBorderRouter, toSeconds } from "../times";
import { isVisible } from "./access";

const borderRouterType = "pconnVBR";

const borderRouterFilters: FilterTable<BorderRouter> = {
    PhysicalConnectionId: (router) => router.physicalConnectionId,
    VbrId: (router) => router.vbrId,
    Status: (router) => router.status,
    Name: (router) => router.name,
    AccessPointId: (router) => router.accessPointId,
    eccId: () => "",
    type: () => borderRouterType,
};

export const describeVirtualBorderRouters: Action = {
    name: "DescribeVirtualBorderRouters",
    mutating: false,
    run(context, input) {
        const region = regionOf(context, input, "The RegionId provided does not exist in our records.");
        const foreignToo = optionalFlag(input, "IncludeCrossAccountVbr") ?? false;
        const found = filtered(input, listed(context.world, "borderRouters"), borderRouterFilters).filter(
            (router) =>
                router.regionId === region &&
                isVisible(context, router) &&
                (foreignToo || router.ownerId === context.caller.accountId),
        );
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            VirtualBorderRouterSet: {
                VirtualBorderRouterType: page.map((router) => borderRouterShape(context, router)),
            },
        };
    },
};

function borderRouterShape({ world }: ActionContext, router: BorderRouter): Record<string, unknown> {
    const { attachments, cenChildren, cens } = world.alibaba;
    const circuit = listed(world, "circuits").find(
        ({ physicalConnectionId }) => physicalConnectionId === router.physicalConnectionId,
    );
    const joined = [
        ...[...attachments.values()].filter(({ resourceId }) => resourceId === router.vbrId),
        ...cenChildren.filter(({ childInstanceId }) => childInstanceId === router.vbrId),
    ];
    return {
        VbrId: router.vbrId,
        Name: router.name,
        Description: router.description,
        Status: router.status,
        Type: borderRouterType,
        // Fields that the backend has not set yet are absent.
        ...(router.vlanId !== undefined && { VlanId: router.vlanId }),
        ...(router.circuitCode !== undefined && { CircuitCode: router.circuitCode }),
        LocalGatewayIp: router.localGatewayIp,
        PeerGatewayIp: router.peerGatewayIp,
        PeeringSubnetMask: router.peeringSubnetMask,
        EnableIpv6: false,
        RouteTableId: router.routeTableId,
        AccessPointId: router.accessPointId,
        Bandwidth: circuit?.bandwidthMbps,
        PhysicalConnectionId: router.physicalConnectionId,
        PhysicalConnectionOwnerUid: circuit?.ownerId,
        PhysicalConnectionStatus: circuit?.status,
        PhysicalConnectionBusinessStatus: circuit?.businessStatus,
        PConnVbrChargeType: "PrePaid",
        PConnVbrExpireTime: circuit && ofBorderRouter(world, circuit.expireTime),
        CreationTime: ofBorderRouter(world, router.creationTime),
        MinTxInterval: router.minTxInterval,
        MinRxInterval: router.minRxInterval,
        DetectMultiplier: router.detectMultiplier,
        Mtu: 1500,
        AssociatedCens: {
            AssociatedCen: joined.map(({ cenId, status }) => ({
                CenId: cenId,
                CenOwnerId: Number(cens.get(cenId)?.ownerId),
                CenStatus: status,
            })),
        },
    };
}

const circuitType = "VPC";

const circuitFilters: FilterTable<Circuit> = {
    PhysicalConnectionId: (circuit) => circuit.physicalConnectionId,
    AccessPointId: (circuit) => circuit.accessPointId,
    Type: () => circuitType,
    LineOperator: () => "",
    Spec: () => "",
    Status: (circuit) => circuit.status,
    Name: (circuit) => circuit.name,
    ProductType: (circuit) => circuit.productType,
};

export const describePhysicalConnections: Action = {
    name: "DescribePhysicalConnections",
    mutating: false,
    run(context, input) {
        const region = regionOf(context, input);
        const found = filtered(input, listed(context.world, "circuits"), circuitFilters).filter(
            (circuit) => circuit.regionId === region && circuit.ownerId === context.caller.accountId,
        );
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            PhysicalConnectionSet: {
                PhysicalConnectionType: page.map((circuit) => ({
                    PhysicalConnectionId: circuit.physicalConnectionId,
                    Name: circuit.name,
                    Status: circuit.status,
                    BusinessStatus: circuit.businessStatus,
                    AccessPointId: circuit.accessPointId,
                    Bandwidth: circuit.bandwidthMbps,
                    ProductType: circuit.productType,
                    EndTime: toSeconds(circuit.expireTime),
                    Type: circuitType,
                })),
            },
        };
    },
};

export const describeAccessPoints: Action = {
    name: "DescribeAccessPoints",
    mutating: false,
    run(context, input) {
        const region = regionOf(context, input);
        const found = context.world.alibaba.accessPoints.filter(({ regionId }) => regionId === region);
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            AccessPointSet: {
                AccessPointType: page.map(({ accessPointId, name, regionId, vendor }) => ({
                    AccessPointId: accessPointId,
                    Name: name,
                    AttachedRegionNo: regionId,
                    Status: "recommended",
                    Type: "VPC",
                    HostOperator: vendor,
                })),
            },
        };
    },
};

export const getPhysicalConnectionServiceStatus: Action = {
    name: "GetPhysicalConnectionServiceStatus",
    mutating: false,
    run(context, input) {
        regionOf(context, input);
        const { world, caller } = context;
        return { Enabled: world.alibaba.outboundBillingOpened.has(caller.accountId) };
    },
};
