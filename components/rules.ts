import * as pulumi from "@pulumi/pulumi";

import {
    checkAmazonSideAsn,
    checkAuthKey,
    checkDistinctAsns,
    checkLocalAsn,
    checkSeconds,
    defaultAmazonSideAsn,
} from "../provider/rules";
import { problemsOfAdoption } from "./adoption";
import type { MultiCloudConnectionArgs } from "./args";
import { problemsOfOverrides } from "./overrides";

/** Every problem of the arguments that can be seen without a cloud: values that are still unknown are left to the resources' own checks. */
export function problemsOf(args: MultiCloudConnectionArgs): string[] {
    const { alibaba, aws, bgp } = args;
    return [
        ...problemsOfBorderRouter(alibaba),
        ...problemsOfCen(args),
        ...problemsOfVpcs(alibaba),
        ...problemsOfRouteTables(aws.routeTableIds),
        ...whenPlain("bgp.localAsn", bgp?.localAsn, "number", checkLocalAsn),
        ...whenPlain("aws.amazonSideAsn", aws.amazonSideAsn, "number", checkAmazonSideAsn),
        // An existing gateway has the ASN that it has.
        ...(aws.vpnGatewayId === undefined
            ? problemsOfAsnPair(aws.amazonSideAsn ?? defaultAmazonSideAsn, bgp?.localAsn)
            : []),
        ...whenPlain("bgp.authKey", bgp?.authKey, "string", checkAuthKey),
        ...problemsOfExistingGateway(aws),
        ...problemsOfAdoption(args),
        ...problemsOfTimeouts(args),
        ...problemsOfLevel(args.verification),
        ...problemsOfOverrides(args.overrides),
    ];
}

function problemsOfBorderRouter(alibaba: MultiCloudConnectionArgs["alibaba"]): string[] {
    if (alibaba.vbrId ?? alibaba.accessPointId ?? alibaba.borderRouterName) {
        return [];
    }
    return [
        "alibaba: neither a VBR nor a way to find it is given. Set alibaba.vbrId, or alibaba.accessPointId or alibaba.borderRouterName to search.",
    ];
}

/** What only a transit router has is refused on a Basic CEN, where it would be ignored without a word. */
function problemsOfCen({ alibaba: { cen }, overrides }: MultiCloudConnectionArgs): string[] {
    if (cen.transitRouterId !== undefined) {
        return [];
    }
    return [
        ...(cen.transitRouterRouteTableId === undefined
            ? []
            : [
                  "alibaba.cen.transitRouterRouteTableId is a transit router's, and without alibaba.cen.transitRouterId the CEN is a Basic one, which has no route table to choose. Set alibaba.cen.transitRouterId, or remove it.",
              ]),
        ...whenPlain("alibaba.cen.attachmentId", cen.attachmentId, "string", (id) =>
            id.startsWith("tr-attach-")
                ? [
                      `alibaba.cen.attachmentId is ${id}, an attachment to a transit router, and none is named. Set alibaba.cen.transitRouterId too.`,
                  ]
                : [],
        ),
        ...(overrides?.cenAttachment === undefined
            ? []
            : [
                  "overrides.cenAttachment is for an attachment to a transit router; one to a Basic CEN has nothing to choose. Set alibaba.cen.transitRouterId, or remove it.",
              ]),
    ];
}

function problemsOfVpcs({ vpcs, manageVpcRoutes, cen }: MultiCloudConnectionArgs["alibaba"]): string[] {
    return [
        ...(vpcs?.length === 0 ? ["alibaba.vpcs is empty. Name the VPCs that the link is for, or leave it out."] : []),
        ...(manageVpcRoutes === true && vpcs === undefined
            ? [
                  "alibaba.manageVpcRoutes makes what is missing on the side of alibaba.vpcs, which names none. Set alibaba.vpcs.",
              ]
            : []),
        ...(manageVpcRoutes === true && cen.transitRouterId === undefined
            ? [
                  "alibaba.manageVpcRoutes is for a transit router; on a Basic CEN an attached VPC learns every route by itself. Set alibaba.cen.transitRouterId, or remove it.",
              ]
            : []),
    ];
}

function problemsOfLevel(verification: MultiCloudConnectionArgs["verification"]): string[] {
    // A program in JavaScript may give anything.
    const level: unknown = verification?.level ?? "routes";
    return level === "bgp" || level === "routes"
        ? []
        : ['verification.level is neither "bgp" nor "routes". Write one of them, or leave it out.'];
}

function problemsOfRouteTables(ids: MultiCloudConnectionArgs["aws"]["routeTableIds"]): string[] {
    return Object.keys(ids).length > 0
        ? []
        : [
              "aws.routeTableIds is empty: no route table of the VPC would learn the Alibaba routes. Name at least one rtb-...",
          ];
}

function problemsOfAsnPair(amazonSideAsn: unknown, localAsn: unknown): string[] {
    return typeof amazonSideAsn === "number" && typeof localAsn === "number"
        ? checkDistinctAsns(amazonSideAsn, localAsn)
        : [];
}

function problemsOfExistingGateway({ vpnGatewayId, amazonSideAsn }: MultiCloudConnectionArgs["aws"]): string[] {
    return vpnGatewayId === undefined || amazonSideAsn === undefined
        ? []
        : [
              "aws.amazonSideAsn is for a gateway that is made, and aws.vpnGatewayId names one that has its own. Leave one of them out.",
          ];
}

function problemsOfTimeouts({ timeouts, verification }: MultiCloudConnectionArgs): string[] {
    const limits = {
        "timeouts.borderRouterSeconds": timeouts?.borderRouterSeconds,
        "timeouts.circuitSeconds": timeouts?.circuitSeconds,
        "verification.timeoutSeconds": verification?.timeoutSeconds,
    };
    return Object.entries(limits).flatMap(([name, seconds]) =>
        whenPlain(name, seconds, "number", (limit) => checkSeconds(name, limit)),
    );
}

type PlainType<Value> = Value extends number ? "number" : "string";

/** Only the text of the rule shows a value: what is of another type may be anything, a key that was put in the wrong place say. */
function whenPlain<Value extends number | string>(
    name: string,
    value: pulumi.Input<Value> | undefined,
    type: PlainType<Value>,
    check: (value: Value) => string[],
): string[] {
    if (value === undefined || pulumi.Output.isInstance(value) || value instanceof Promise) {
        return [];
    }
    return typeof value === type ? check(value) : [`${name} is of the wrong type; it must be a ${type}.`];
}
