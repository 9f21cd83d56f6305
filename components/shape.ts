import * as pulumi from "@pulumi/pulumi";

import type { MultiCloudConnectionArgs } from "./args";

const sections = ["alibaba", "aws", "bgp", "verification", "timeouts", "onDestroy", "adopt"] as const;
const optional = ["bgp", "verification", "timeouts", "onDestroy", "adopt", "overrides", "settings"] as const;

type Values = Record<string, unknown>;

/** The arguments without what is null: what a program in JavaScript gives as null is left out. */
export function withoutNulls(args: MultiCloudConnectionArgs): MultiCloudConnectionArgs {
    const given = { ...(without(args) as Values) };
    for (const section of sections) {
        given[section] = without(given[section]);
    }
    if (isRecord(given.alibaba)) {
        given.alibaba = { ...given.alibaba, cen: without(given.alibaba.cen) };
    }
    return given as object as MultiCloudConnectionArgs;
}

/** What a program in JavaScript, which sees no types, may get so wrong that nothing else can be judged: which children exist hangs on it. */
export function problemsOfShape(args: object): string[] {
    const given = args as Values;
    const { alibaba, aws } = given;
    return [
        ...problemsOfObject("alibaba", alibaba),
        ...(isRecord(alibaba) ? problemsOfObject("alibaba.cen", alibaba.cen) : []),
        ...(isRecord(alibaba) && isRecord(alibaba.cen) ? missing("alibaba.cen.cenId", alibaba.cen.cenId) : []),
        ...(isRecord(alibaba) ? problemsOfVpcs(alibaba) : []),
        ...problemsOfObject("aws", aws),
        ...(isRecord(aws) ? [...missing("aws.vpcId", aws.vpcId), ...problemsOfRouteTables(aws.routeTableIds)] : []),
        ...optional.flatMap((name) => (given[name] === undefined ? [] : problemsOfObject(name, given[name]))),
    ];
}

/** Both decide which children exist. */
function problemsOfVpcs({ vpcs, manageVpcRoutes }: Values): string[] {
    return [
        ...(manageVpcRoutes === undefined || typeof manageVpcRoutes === "boolean"
            ? []
            : [`alibaba.manageVpcRoutes ${stateOf(manageVpcRoutes)}; it must be plain. Write true or false.`]),
        ...(vpcs === undefined
            ? []
            : Array.isArray(vpcs)
              ? vpcs.flatMap((id, index) => missing(`alibaba.vpcs, entry ${index},`, id))
              : [
                    `alibaba.vpcs ${stateOf(vpcs)}; it must be a plain list. Write [vpc-...], with outputs in it where needed.`,
                ]),
    ];
}

/** By place or by key; each is an ID or the promise of one. */
function problemsOfRouteTables(ids: unknown): string[] {
    if (!Array.isArray(ids) && !isRecord(ids)) {
        return [
            `aws.routeTableIds ${stateOf(ids)}; it must be a plain list or record, for the names of children are made from it. Write [rtb-...], with outputs in it where needed.`,
        ];
    }
    return Object.entries(ids).flatMap(([key, id]) => missing(`aws.routeTableIds, entry ${key},`, id));
}

function problemsOfObject(name: string, value: unknown): string[] {
    return isRecord(value) ? [] : [`${name} ${stateOf(value)}; it must be a plain object. Write ${name}: { ... }.`];
}

function missing(name: string, value: unknown): string[] {
    return value === undefined || value === null || value === "" ? [`${name} is missing. Set it.`] : [];
}

function stateOf(value: unknown): string {
    if (value === undefined || value === null) {
        return "is missing";
    }
    return pulumi.Output.isInstance(value) || value instanceof Promise ? "is an output" : "is of the wrong type";
}

function isRecord(value: unknown): value is Values {
    return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        !pulumi.Output.isInstance(value) &&
        !(value instanceof Promise)
    );
}

function without(value: unknown): unknown {
    return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null)) : value;
}
