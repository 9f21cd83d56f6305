import { spawn } from "node:child_process";
import { once } from "node:events";

import type { Simulator } from "../../../simulator/server";

/** What a client's program takes as its one argument: what an engineer reads off the consoles, and two sessions that are over. */
export interface Given {
    vbrId: string;
    cenId: string;
    transitRouterId: string;
    awsVpcId: string;
    alibabaVpcId: string;
    routeTableIds: string[];
    orderId: string;
    bgpAuthKey: string;
    expiredSessions: { aws: Session; alibaba: Session };
}

interface Session {
    accessKeyId: string;
    secret: string;
    token: string;
}

/** A line that a step leaves. */
export type Line = Record<string, unknown> & { step: string };

export const bgpAuthKey = "console-guide-key";

export function givenIn(simulator: Simulator): Given {
    const {
        vbrId = "",
        cenId,
        transitRouterId = "",
        awsVpcId,
        alibabaVpcId,
        routeTableIds,
    } = simulator.description.world;
    const [orderId = ""] = simulator.world.alibaba.orders.keys();
    return {
        vbrId,
        cenId,
        transitRouterId,
        awsVpcId,
        alibabaVpcId,
        routeTableIds,
        orderId,
        bgpAuthKey,
        expiredSessions: { aws: expiredSession(simulator, "aws"), alibaba: expiredSession(simulator, "alibaba") },
    };
}

function expiredSession({ keys, description }: Simulator, cloud: "aws" | "alibaba"): Session {
    const { accountId, region } = description.credentials[cloud];
    const key = keys.issue({ cloud, accountId, region, arn: "expired" }, -1);
    return { accessKeyId: key.accessKeyId, secret: key.secret, token: key.sessionToken };
}

/** Runs a client's program in the environment of `simulate` alone, and answers its lines. */
export async function runGuide([file, ...args]: [string, ...string[]], simulator: Simulator): Promise<Line[]> {
    const child = spawn(file, [...args, JSON.stringify(givenIn(simulator))], {
        stdio: ["ignore", "pipe", "pipe"],
        env: {
            PATH: process.env.PATH,
            // No settings of whoever runs the tests.
            HOME: "/nonexistent",
            AWS_EC2_METADATA_DISABLED: "true",
            ...simulator.environment,
        },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) {
        throw new Error(`The guide ended with ${code ?? "a signal"} after\n${stdout}${stderr}`);
    }
    return stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Line);
}

/** Puts a name where each identifier stands: those that the world had by what they are, new ones by their form. */
export function withNames(simulator: Simulator, lines: Line[]): Line[] {
    const { vbrId, hostedConnectionId, routeTableIds, transitRouterRouteTableId, awsVpcId } =
        simulator.description.world;
    const [circuitId] = simulator.world.alibaba.circuits.keys();
    const known = [
        [vbrId, "<VBR>"],
        [circuitId, "<circuit>"],
        [hostedConnectionId, "<connection>"],
        [transitRouterRouteTableId, "<transit router's table>"],
        [awsVpcId, "<VPC>"],
        [routeTableIds[0], "<main table>"],
        [routeTableIds[1], "<private table>"],
    ] as const;
    const made = [
        [/\btr-attach-[0-9a-f]{18}\b/g, "<attachment>"],
        [/\bbgpg-t4n[0-9a-f]{17}\b/g, "<BGP group>"],
        [/\bbgp-t4n[0-9a-f]{17}\b/g, "<BGP peer>"],
        [/\bvgw-0[0-9a-f]{16}\b/g, "<VPN gateway>"],
        [/\bdxvif-f[0-9a-f]{7}\b/g, "<virtual interface>"],
        [/\b[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\b/g, "<request>"],
    ] as const;
    const text = [...known, ...made].reduce(
        (all, [id, name]) => (id === undefined ? all : all.replaceAll(id, name)),
        JSON.stringify(lines),
    );
    return JSON.parse(text) as Line[];
}
