import * as pulumi from "@pulumi/pulumi";

import type { AdoptArgs, MultiCloudConnectionArgs } from "./args";
import { problemsOf } from "./rules";
import { problemsOfShape, withoutNulls } from "./shape";

/** What the constructor builds: the arguments with every default in place, and which children exist. Pure. */
export interface ConnectionPlan {
    args: MultiCloudConnectionArgs;
    /** What people see as the name of things in both consoles. */
    label: pulumi.Input<string>;
    /** The role of each route table's child, and the table. */
    routeTables: readonly { key: string; routeTableId: pulumi.Input<string> }[];
    makesVpnGateway: boolean;
    adopts: AdoptArgs;
    /** Whether both clouds are looked at before the first write. */
    looks: boolean;
}

/** Decides everything that is plain, or throws one error that lists every problem. */
export function planConnection(name: string, given: MultiCloudConnectionArgs): ConnectionPlan {
    const args = withoutNulls(given);
    const ofShape = problemsOfShape(args);
    const problems = ofShape.length > 0 ? ofShape : problemsOf(args);
    if (problems.length > 0) {
        // A RunError is shown as it is, without the stack trace of a program that failed.
        throw new pulumi.RunError(
            problems.length === 1
                ? `${name}: ${problems[0]}`
                : [
                      `${name}: ${problems.length} arguments need a change:`,
                      ...problems.map((problem) => `  - ${problem}`),
                  ].join("\n"),
        );
    }
    return {
        args,
        label: args.label ?? name,
        routeTables: routeTablesOf(args.aws.routeTableIds),
        makesVpnGateway: args.aws.vpnGatewayId === undefined,
        adopts: args.adopt ?? {},
        looks: args.preflight ?? true,
    };
}

function routeTablesOf(ids: MultiCloudConnectionArgs["aws"]["routeTableIds"]): ConnectionPlan["routeTables"] {
    return Object.entries(ids).map(([key, routeTableId]) => ({ key, routeTableId }));
}
