import type { Action } from "../../action";
import { optionalFlag, optionalText, regionOf } from "../input";
import { numberedPage } from "../pages";
import { filterValues, isVisible } from "./access";

const borderRouterFilters = ["PhysicalConnectionId", "VbrId", "Status", "Name", "AccessPointId", "eccId", "type"];

export const describeVirtualBorderRouters: Action = {
    name: "DescribeVirtualBorderRouters",
    mutating: false,
    run(context, input) {
        const { alibaba } = context.world;
        const region = regionOf(context, input);
        const filters = filterValues(input, borderRouterFilters);
        const foreignToo = optionalFlag(input, "IncludeCrossAccountVbr") ?? false;
        const found = [...alibaba.borderRouters.values()].filter((router) => {
            const fields: Record<string, string> = {
                PhysicalConnectionId: router.physicalConnectionId,
                VbrId: router.vbrId,
                Status: router.status,
                Name: router.name,
                AccessPointId: router.accessPointId,
                type: "pconnVBR",
            };
            return (
                router.regionId === region &&
                isVisible(context, router) &&
                (foreignToo || router.ownerId === context.caller.accountId) &&
                [...filters].every(([key, values]) => values.includes(fields[key] ?? ""))
            );
        });
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            VirtualBorderRouterSet: {
                VirtualBorderRouterType: page.map((router) => {
                    const circuit = alibaba.circuits.get(router.physicalConnectionId);
                    const attachments = [...alibaba.attachments.values()].filter(
                        ({ resourceId }) => resourceId === router.vbrId,
                    );
                    const children = alibaba.cenChildren.filter(
                        ({ childInstanceId }) => childInstanceId === router.vbrId,
                    );
                    return {
                        VbrId: router.vbrId,
                        Name: router.name,
                        Description: router.description,
                        Status: router.status,
                        Type: "pconnVBR",
                        // Fields that the backend has not set yet are absent.
                        ...(router.vlanId !== undefined && { VlanId: router.vlanId }),
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
                        PConnVbrChargeType: "Prepaid",
                        PConnVbrExpireTime: circuit?.expireTime,
                        CreationTime: router.creationTime,
                        MinTxInterval: router.minTxInterval,
                        MinRxInterval: router.minRxInterval,
                        DetectMultiplier: router.detectMultiplier,
                        Mtu: 1500,
                        AssociatedCens: {
                            AssociatedCen: [...attachments, ...children].map(({ cenId, status }) => ({
                                CenId: cenId,
                                CenStatus: status,
                            })),
                        },
                    };
                }),
            },
        };
    },
};

export const describePhysicalConnections: Action = {
    name: "DescribePhysicalConnections",
    mutating: false,
    run(context, input) {
        const region = regionOf(context, input);
        const filters = filterValues(input, [
            "PhysicalConnectionId",
            "AccessPointId",
            "Type",
            "LineOperator",
            "Spec",
            "Status",
            "Name",
            "ProductType",
        ]);
        const found = [...context.world.alibaba.circuits.values()].filter((circuit) => {
            const fields: Record<string, string> = {
                PhysicalConnectionId: circuit.physicalConnectionId,
                AccessPointId: circuit.accessPointId,
                Type: "VPC",
                Status: circuit.status,
                Name: circuit.name,
                ProductType: circuit.productType,
            };
            return (
                circuit.regionId === region &&
                circuit.ownerId === context.caller.accountId &&
                [...filters].every(([key, values]) => values.includes(fields[key] ?? ""))
            );
        });
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
                    ExpireTime: circuit.expireTime,
                    Type: "VPC",
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

export const describeVpcs: Action = {
    name: "DescribeVpcs",
    mutating: false,
    run(context, input) {
        const region = regionOf(context, input);
        const wanted = optionalText(input, "VpcId")?.split(",");
        const found = [...context.world.alibaba.vpcs.values()].filter(
            ({ vpcId, regionId, ownerId }) =>
                regionId === region && ownerId === context.caller.accountId && (wanted?.includes(vpcId) ?? true),
        );
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            Vpcs: {
                Vpc: page.map((vpc) => ({
                    VpcId: vpc.vpcId,
                    VpcName: vpc.name,
                    RegionId: vpc.regionId,
                    CidrBlock: vpc.cidrBlock,
                    Status: "Available",
                    OwnerId: Number(vpc.ownerId),
                    VSwitchIds: { VSwitchId: vpc.vSwitches.map(({ vSwitchId }) => vSwitchId) },
                })),
            },
        };
    },
};

export const getPhysicalConnectionServiceStatus: Action = {
    name: "GetPhysicalConnectionServiceStatus",
    mutating: false,
    run({ world, caller }) {
        return { Enabled: world.alibaba.outboundBillingOpened.has(caller.accountId) };
    },
};
