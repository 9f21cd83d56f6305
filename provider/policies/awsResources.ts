import { madeForTag } from "../rules/marks";
import type { Use } from "./args";
import type { Condition, Grant } from "./row";

/**
 * The resources of AWS that the rows name. Which action takes which of them, and which conditions, is from
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectconnect.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html: of a required resource type, each resource that a call
 * names has to be allowed.
 */

function partitionOf(region: string): string {
    const [, special] = /^(cn|us-gov)-/.exec(region) ?? [];
    return special === undefined ? "aws" : `aws-${special}`;
}

function arn({ region, accountId }: Use, service: "ec2" | "directconnect", resource: string): string {
    return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}

/** A tag that is there, whatever its value: the VPC's or the VBR's ID, and of both there may be another one tomorrow. */
const withTag = (kind: "ResourceTag" | "RequestTag", tag: string): Condition => ({
    StringLike: { [`aws:${kind}/${tag}`]: "*" },
});

/** Actions that list, and take no resource; of a region that is known, only there. */
export function everything({ region }: Use): Grant[] {
    const condition = region === "*" ? undefined : { StringEquals: { "aws:RequestedRegion": region } };
    return [{ resources: ["*"], ...(condition && { condition }) }];
}

export function hostedConnection(use: Use): Grant[] {
    return [{ resources: [arn(use, "directconnect", `dxcon/${use.connectionId}`)] }];
}

/** Only ever by the tag that says that this package accepted it. */
export const acceptedConnection =
    (kind: "marks" | "marked", tag: string) =>
    (use: Use): Grant[] =>
        hostedConnection(use).map((grant) => ({
            ...grant,
            condition:
                kind === "marked"
                    ? withTag("ResourceTag", tag)
                    : { "ForAllValues:StringEquals": { "aws:TagKeys": tag } },
        }));

/** A new interface on it, which is to be known as this package's own. */
export function connectionOfNewInterface(use: Use): Grant[] {
    return hostedConnection(use).map((grant) => ({ ...grant, condition: withTag("RequestTag", madeForTag) }));
}

/** It is of no region (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectconnect.html). */
export function anyDirectConnectGateway({ region, accountId }: Use): Grant[] {
    return [{ resources: [`arn:${partitionOf(region)}:directconnect::${accountId}:dx-gateway/*`] }];
}

export function anyVirtualInterface(use: Use): Grant[] {
    return [{ resources: [arn(use, "directconnect", "dxvif/*")] }];
}

export function ownVirtualInterface(use: Use): Grant[] {
    return own(use.adoptedVirtualInterfaceId, (id) => arn(use, "directconnect", `dxvif/${id}`));
}

export function newVpnGateway(use: Use): Grant[] {
    const resources = [arn(use, "ec2", "vpn-gateway/*")];
    return [{ resources, condition: withTag("RequestTag", madeForTag) }];
}

/** The tags that a gateway is made with. */
export function tagsOfNewVpnGateway(use: Use): Grant[] {
    return newVpnGateway(use).map(({ resources, condition }) => ({
        resources,
        condition: { ...condition, StringEquals: { "ec2:CreateAction": "CreateVpnGateway" } },
    }));
}

export function ownVpnGateway(use: Use): Grant[] {
    return own(use.adoptedVpnGatewayId, (id) => arn(use, "ec2", `vpn-gateway/${id}`));
}

/** The one that the link ends in. */
function vpnGatewayOfLink(use: Use): Grant[] {
    return use.vpnGatewayId === undefined
        ? ownVpnGateway(use)
        : [{ resources: [arn(use, "ec2", `vpn-gateway/${use.vpnGatewayId}`)] }];
}

export function vpcAndOwnVpnGateway(use: Use): Grant[] {
    return [{ resources: [arn(use, "ec2", `vpc/${use.vpcId}`)] }, ...ownVpnGateway(use)];
}

export function routeTablesAndVpnGateway(use: Use): Grant[] {
    return [
        { resources: use.routeTableIds.map((id) => arn(use, "ec2", `route-table/${id}`)) },
        ...vpnGatewayOfLink(use),
    ];
}

/** What carries the tag that says so, and what is to be adopted. */
function own(adoptedId: string | undefined, arnOf: (id: string) => string): Grant[] {
    return [
        { resources: [arnOf("*")], condition: withTag("ResourceTag", madeForTag) },
        ...(adoptedId === undefined ? [] : [{ resources: [arnOf(adoptedId)] }]),
    ];
}
