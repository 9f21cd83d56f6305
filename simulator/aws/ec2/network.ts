import type { Action } from "../../action";
import { CloudError } from "../../world/cloudError";
import { describe, isOwn, tagSet } from "./filters";

export function unknownId(code: string, kind: string): (id: string) => CloudError {
    return (id) => new CloudError(code, `The ${kind} ID '${id}' does not exist`);
}

export const describeVpcs: Action = {
    name: "DescribeVpcs",
    mutating: false,
    run(context, input) {
        const own = [...context.world.aws.vpcs.values()].filter((vpc) => isOwn(context, vpc));
        const { page, nextToken } = describe(
            input,
            own,
            { parameter: "VpcId", of: ({ vpcId }) => vpcId, unknown: unknownId("InvalidVpcID.NotFound", "vpc") },
            {
                "vpc-id": ({ vpcId }) => [vpcId],
                cidr: ({ cidrBlocks }) => cidrBlocks.slice(0, 1),
                "cidr-block-association.cidr-block": ({ cidrBlocks }) => cidrBlocks,
                "is-default": () => ["false"],
                state: () => ["available"],
                "owner-id": ({ ownerAccount }) => [ownerAccount],
            },
        );
        return {
            vpcSet: page.map((vpc) => ({
                vpcId: vpc.vpcId,
                ownerId: vpc.ownerAccount,
                state: "available",
                cidrBlock: vpc.cidrBlocks[0],
                cidrBlockAssociationSet: vpc.cidrBlocks.map((cidrBlock, index) => ({
                    associationId: `vpc-cidr-assoc-${vpc.vpcId.slice(4)}${index}`,
                    cidrBlock,
                    cidrBlockState: { state: "associated" },
                })),
                isDefault: false,
                tagSet: tagSet(vpc.tags),
            })),
            nextToken,
        };
    },
};

export const describeRouteTables: Action = {
    name: "DescribeRouteTables",
    mutating: false,
    run(context, input) {
        const { vpcs, subnets, routeTables } = context.world.aws;
        const own = [...routeTables.values()].filter((table) => {
            const vpc = vpcs.get(table.vpcId);
            return vpc !== undefined && isOwn(context, vpc);
        });
        const subnetsOf = (id: string): string[] =>
            [...subnets.values()].filter(({ routeTableId }) => routeTableId === id).map(({ subnetId }) => subnetId);
        const { page, nextToken } = describe(
            input,
            own,
            {
                parameter: "RouteTableId",
                of: ({ routeTableId }) => routeTableId,
                unknown: unknownId("InvalidRouteTableID.NotFound", "routeTable"),
            },
            {
                "route-table-id": ({ routeTableId }) => [routeTableId],
                "vpc-id": ({ vpcId }) => [vpcId],
                "association.main": ({ main }) => [String(main)],
                "association.route-table-id": ({ routeTableId }) => [routeTableId],
                "association.subnet-id": ({ routeTableId }) => subnetsOf(routeTableId),
                "route.destination-cidr-block": ({ routes }) => routes.map((route) => route.destinationCidrBlock),
                "route.gateway-id": ({ routes }) => routes.map(({ gatewayId }) => gatewayId),
                "route.origin": ({ routes }) => routes.map(({ origin }) => origin),
                "route.state": ({ routes }) => routes.map(({ state }) => state),
            },
        );
        return {
            routeTableSet: page.map((table) => ({
                routeTableId: table.routeTableId,
                vpcId: table.vpcId,
                routeSet: table.routes,
                associationSet: [
                    ...(table.main ? [{ routeTableId: table.routeTableId, main: true }] : []),
                    ...subnetsOf(table.routeTableId).map((subnetId) => ({
                        routeTableId: table.routeTableId,
                        subnetId,
                        main: false,
                    })),
                ],
                propagatingVgwSet: table.propagatingVgws.map((gatewayId) => ({ gatewayId })),
                tagSet: tagSet(table.tags),
            })),
            nextToken,
        };
    },
};

export const describeSubnets: Action = {
    name: "DescribeSubnets",
    mutating: false,
    run(context, input) {
        const { vpcs, subnets } = context.world.aws;
        const own = [...subnets.values()].filter((subnet) => {
            const vpc = vpcs.get(subnet.vpcId);
            return vpc !== undefined && isOwn(context, vpc);
        });
        const { page, nextToken } = describe(
            input,
            own,
            {
                parameter: "SubnetId",
                of: ({ subnetId }) => subnetId,
                unknown: unknownId("InvalidSubnetID.NotFound", "subnet"),
            },
            {
                "subnet-id": ({ subnetId }) => [subnetId],
                "vpc-id": ({ vpcId }) => [vpcId],
                "availability-zone": ({ availabilityZone }) => [availabilityZone],
                "cidr-block": ({ cidrBlock }) => [cidrBlock],
                state: () => ["available"],
            },
        );
        return {
            subnetSet: page.map(({ tags, routeTableId: _table, networkAclId: _acl, ...subnet }) => ({
                ...subnet,
                state: "available",
                tagSet: tagSet(tags),
            })),
            nextToken,
        };
    },
};
