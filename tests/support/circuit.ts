import type { CircuitActivationOutputs } from "../../provider/circuitActivation/handler";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makeBorderRouter,
    makeConnection,
    type FakeClouds,
    type FakeState,
} from "./fakeClouds";
import { fakeContext, type FakeContext } from "./fakeContext";

export const mark = { "multicloud-connection:accepted-for": "vbr-1" };

/** What an acceptance writes, and nothing else. */
export const acceptanceWrites = [
    ["tagConnection", "dxcon-1", mark],
    ["confirmConnection", "dxcon-1"],
];

/** What a CircuitActivation that accepted the connection hands on. */
export const activated: CircuitActivationOutputs = {
    vbrId: "vbr-1",
    ...awsAccount,
    ...alibabaAccount,
    connectionId: "dxcon-1",
    connectionState: "available",
    vlanId: 101,
    borderRouterVlanId: 101,
    amazonAddress: "169.254.10.2/30",
    customerAddress: "169.254.10.1/30",
    localAsn: 45104,
    made: true,
    ready: true,
};

export const configuring = {
    vlanId: undefined,
    localGatewayIp: "",
    peerGatewayIp: "",
    peeringSubnetMask: "",
    physicalConnectionStatus: "Allocating",
};

/** A bought circuit before anything has happened: the connection is offered, and the VBR shows neither VLAN nor addresses. */
export function offeredCircuit(changes: Partial<FakeState> = {}): FakeClouds {
    return fakeClouds({
        connections: [makeConnection({ connectionState: "ordering" })],
        borderRouters: [makeBorderRouter(configuring)],
        ...changes,
    });
}

/** What happens in the clouds, by the seconds that have passed. */
export type Course = Readonly<Record<number, (state: FakeState) => void>>;

/** A context in which the course takes its time. */
export function contextOf(clouds: FakeClouds, course: Course): FakeContext {
    const left = new Map(Object.entries(course));
    const context: FakeContext = fakeContext(clouds, (now) => {
        for (const [seconds, event] of left) {
            if (now - startedAt >= Number(seconds) * 1000) {
                left.delete(seconds);
                event(clouds.state);
            }
        }
    });
    const startedAt = context.clock.now();
    return context;
}

export function showVlan({ borderRouters }: FakeState): void {
    Object.assign(borderRouters[0] ?? {}, { vlanId: 101 });
}

export function run({ borderRouters }: FakeState): void {
    Object.assign(borderRouters[0] ?? {}, makeBorderRouter());
}

/** The port of an accepted connection is set up. */
export function setUp({ connections }: FakeState): void {
    connections
        .filter(({ connectionState }) => connectionState === "pending")
        .forEach((connection) => (connection.connectionState = "available"));
}

/** The usual one: VLAN after a minute, Running after two, the port after three. */
export const usualCourse: Course = { 60: showVlan, 120: run, 180: setUp };
