import type { CheckFailure } from "../../provider/handler";
import { preflightHandler, type PreflightInputs } from "../../provider/preflight/handler";
import type { TransitRouterRouteEntry } from "../../provider/clouds/network";
import { fakeClouds, makeGateway, makeVirtualInterface, type FakeClouds, type FakeState } from "./fakeClouds";
import { fakeContext, type FakeContext } from "./fakeContext";

/** A link of which everything is named. */
export const inputs: PreflightInputs = {
    vbrId: "vbr-1",
    connectionId: "dxcon-1",
    cenId: "cen-1",
    transitRouterId: "tr-1",
    vpcId: "vpc-1",
    vpnGatewayId: "vgw-1",
    routeTableIds: ["rtb-1"],
    awsAccountId: "123456789012",
    awsRegion: "ap-southeast-1",
    alibabaAccountId: "1234567890123456",
    alibabaRegion: "ap-southeast-1",
    trafficPath: { transitRouterRouteTableId: "vtb-1" },
};

/** What a check of the resource says. */
export interface Said {
    refused: string[];
    warned: string[];
}

export async function checked(
    state: Partial<FakeState> = {},
    changes: PreflightInputs = {},
    olds?: PreflightInputs,
): Promise<Said> {
    return checkedWith(fakeContext(fakeClouds(state)), { ...inputs, ...changes }, olds);
}

export async function checkedWith(context: FakeContext, news: PreflightInputs, olds?: PreflightInputs): Promise<Said> {
    const failures: CheckFailure[] = (await preflightHandler.guard?.(news, olds, context)) ?? [];
    const writes = (context.clouds as FakeClouds).writes;
    if (writes.length > 0) {
        throw new Error(`a look wrote: ${JSON.stringify(writes)}`);
    }
    return {
        refused: failures.map(({ reason }) => reason),
        warned: context.lines.filter(([severity]) => severity === "warn").flatMap(([, line]) => line.split("\n")),
    };
}

/** What the clouds hold once the link is there. */
export function standing(changes: Partial<FakeState> = {}): Partial<FakeState> {
    return {
        virtualInterfaces: [makeVirtualInterface()],
        vpnGateways: [makeGateway({ attachments: [{ vpcId: "vpc-1", state: "attached" }] })],
        ...changes,
    };
}

export function makeEntry(changes: Partial<TransitRouterRouteEntry> = {}): TransitRouterRouteEntry {
    return {
        destinationCidrBlock: "172.16.1.0/24",
        status: "Active",
        attachmentId: "tr-attach-vpc",
        originResourceType: "VPC",
        originResourceId: "vpc-alibaba",
        asPath: [],
        preference: 50,
        ...changes,
    };
}

/** The transit router's system table, with these entries. */
export function tableWith(...entries: TransitRouterRouteEntry[]): Pick<FakeState, "transitRouterTables"> {
    return {
        transitRouterTables: [
            { transitRouterId: "tr-1", routeTableId: "vtb-1", type: "System", status: "Active", entries },
        ],
    };
}
