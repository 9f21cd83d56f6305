import type { Action, ActionInput, ActionOutput } from "../../action";
import type { FailoverTest, VirtualInterface } from "../../world/awsState";
import type { World } from "../../world/world";
import { endTest, runningTestOf, startTest } from "../../world/failoverTest";
import { clientError, optionalNumber, optionalText, requiredText, textListOf } from "../input";
import { pageAskedFor } from "./page";
import { findVirtualInterface } from "./shapes";

function shape(test: FailoverTest): ActionOutput {
    return {
        testId: test.testId,
        virtualInterfaceId: test.virtualInterfaceId,
        bgpPeers: test.bgpPeerIds,
        status: test.status,
        ownerAccount: test.ownerAccount,
        testDurationInMinutes: test.durationMinutes,
        startTime: test.startedAt / 1000,
        ...(test.endedAt !== undefined && { endTime: test.endedAt / 1000 }),
    };
}

/** "Maximum value: 4,320 minutes (72 hours). Default: 180 minutes (3 hours)" (the API reference). */
function readMinutes({ durations, quotas }: World, input: ActionInput): number {
    const minutes = optionalNumber(input, "testDurationInMinutes") ?? durations.failoverTest / 60;
    const most = quotas.failoverTestMinutes;
    if (minutes < 1 || minutes > most) {
        throw clientError(`testDurationInMinutes ${minutes} is not valid: it must be between 1 and ${most}.`);
    }
    return minutes;
}

/** All peers of the virtual interface, unless some are named. */
function readPeerIds({ virtualInterfaceId, bgpPeers }: VirtualInterface, input: ActionInput): string[] {
    const known = bgpPeers.map(({ bgpPeerId }) => bgpPeerId);
    const named = textListOf(input, "bgpPeers");
    const unknown = named.find((id) => !known.includes(id));
    if (unknown !== undefined) {
        throw clientError(`BGP peer ${unknown} does not exist on Virtual Interface ${virtualInterfaceId}`);
    }
    return named.length === 0 ? known : [...new Set(named)];
}

/** Which states it takes, and the texts, are guesses. */
export const startBgpFailoverTest: Action = {
    name: "StartBgpFailoverTest",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        const { virtualInterfaceId, virtualInterfaceState: state } = vif;
        if (state !== "available" && state !== "down") {
            throw clientError(`Virtual Interface ${virtualInterfaceId} is in state ${state}`);
        }
        const test: FailoverTest = {
            testId: world.newId("dxviftest-", 8),
            virtualInterfaceId,
            ownerAccount: caller.accountId,
            region: caller.region,
            bgpPeerIds: readPeerIds(vif, input),
            durationMinutes: readMinutes(world, input),
            status: "in-progress",
            startedAt: world.clock.now(),
            endedAt: undefined,
        };
        startTest(world, test, vif);
        return { virtualInterfaceTest: shape(test) };
    },
};

export const stopBgpFailoverTest: Action = {
    name: "StopBgpFailoverTest",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        const test = runningTestOf(world, vif);
        if (test === undefined) {
            throw clientError(`No failover test is running on Virtual Interface ${vif.virtualInterfaceId}`);
        }
        endTest(world, test, "stopped");
        world.changed();
        return { virtualInterfaceTest: shape(test) };
    },
};

export const listVirtualInterfaceTestHistory: Action = {
    name: "ListVirtualInterfaceTestHistory",
    mutating: false,
    run({ world, caller }, input) {
        const testId = optionalText(input, "testId");
        const virtualInterfaceId = optionalText(input, "virtualInterfaceId");
        const status = optionalText(input, "status");
        const peerIds = textListOf(input, "bgpPeers");
        const found = [...world.aws.failoverTests.values()].filter(
            (test) =>
                test.ownerAccount === caller.accountId &&
                test.region === caller.region &&
                (testId === undefined || test.testId === testId) &&
                (virtualInterfaceId === undefined || test.virtualInterfaceId === virtualInterfaceId) &&
                (status === undefined || test.status === status) &&
                (peerIds.length === 0 || peerIds.some((id) => test.bgpPeerIds.includes(id))),
        );
        const inTime = (test: FailoverTest): string => `${test.startedAt} ${test.testId}`;
        const page = pageAskedFor("ListVirtualInterfaceTestHistory", input, found, inTime);
        return { virtualInterfaceTestHistory: page.items.map(shape), nextToken: page.nextToken };
    },
};
