import * as pulumi from "@pulumi/pulumi";

import type { OverrideArgs } from "./args";

/** What an override must leave alone, since the other side of the link is made from the same value; and the argument that sets both. */
export const settled = {
    vpnGateway: { amazonSideAsn: "aws.amazonSideAsn", vpcId: "aws.vpcId" },
    virtualInterface: {
        addressFamily: undefined,
        amazonAddress: undefined,
        bgpAsn: "bgp.localAsn",
        bgpAsnLong: "bgp.localAsn",
        bgpAuthKey: "bgp.authKey",
        connectionId: "aws.connectionId",
        customerAddress: undefined,
        dxGatewayId: undefined,
        vlan: undefined,
        vpnGatewayId: "aws.vpnGatewayId",
    },
    cenAttachment: {
        cenId: "alibaba.cen.cenId",
        transitRouterId: "alibaba.cen.transitRouterId",
        vbrId: "alibaba.vbrId",
    },
} as const;

/** A program in JavaScript sees no types. */
export function problemsOfOverrides(overrides: OverrideArgs = {}): string[] {
    return Object.entries(settled).flatMap(([child, properties]) => {
        const given = (overrides as Record<string, object | undefined>)[child] ?? {};
        return Object.entries(properties as Record<string, string | undefined>)
            .filter(([property]) => (given as Record<string, unknown>)[property] !== undefined)
            .map(
                ([property, argument]) =>
                    `overrides.${child}.${property} would part one side of the link from the other. ${argument === undefined ? "Remove it" : `Set ${argument} instead`}.`,
            );
    });
}

type Tags = pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;

/** The overrides win; tags come on top of those that are there. */
export function withOverrides<Args extends { tags?: Tags }>(args: Args, overrides: Partial<Args> = {}): Args {
    const { tags } = overrides;
    return {
        ...args,
        ...overrides,
        tags:
            tags === undefined
                ? args.tags
                : pulumi.all([args.tags, tags]).apply(([own, more]) => ({ ...own, ...more })),
    };
}
