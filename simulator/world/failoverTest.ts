import type { AwsBgpPeer, FailoverTest, VirtualInterface } from "./awsState";
import type { World } from "./world";

export function runningTestOf(world: World, { virtualInterfaceId }: VirtualInterface): FailoverTest | undefined {
    return [...world.aws.failoverTests.values()].find(
        (test) => test.virtualInterfaceId === virtualInterfaceId && test.endedAt === undefined,
    );
}

/** P41: a test holds the peers that it names down, whatever the client does meanwhile. */
export function isHeldDown(world: World, virtualInterface: VirtualInterface, peer: AwsBgpPeer): boolean {
    return runningTestOf(world, virtualInterface)?.bgpPeerIds.includes(peer.bgpPeerId) ?? false;
}

/** P17: `testing` from the beginning on, until the test is stopped or over. */
export function startTest(world: World, test: FailoverTest, virtualInterface: VirtualInterface): void {
    world.aws.failoverTests.set(test.testId, test);
    virtualInterface.virtualInterfaceState = "testing";
    world.later(test.durationMinutes * 60, () => {
        endTest(world, test, "completed");
    });
    world.changed();
}

/** The virtual interface is `down` then, until the physics finds a session. */
export function endTest(world: World, test: FailoverTest, status: FailoverTest["status"]): void {
    if (test.endedAt !== undefined) {
        return;
    }
    Object.assign(test, { status, endedAt: world.clock.now() });
    const virtualInterface = world.aws.virtualInterfaces.get(test.virtualInterfaceId);
    if (virtualInterface?.virtualInterfaceState === "testing") {
        virtualInterface.virtualInterfaceState = "down";
    }
}
