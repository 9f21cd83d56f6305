import type { BorderRouter } from "../clouds/clouds";
import { numberOfAddress, prefixLengthOf } from "../rules";
import type { WaitTable } from "../waiting/wait";

export type BackendState =
    "not there" | "Configuring" | "Running" | "FinancialLocked" | "SecurityLocked" | "terminated" | "expired";

/** The wait for Alibaba's backend: the console's words, from minutes to days. */
export const backend: WaitTable<BackendState> = {
    subject: "Alibaba backend",
    stage: "backend",
    pending: {
        "not there": { turn: "yours", to: "check the VBR's ID and region, or buy the multi-cloud connection" },
        Configuring: { turn: "alibaba" },
    },
    otherwise: { turn: "alibaba" },
    target: { Running: "ready" },
    fatal: {
        FinancialLocked: "Pay the open bill of the circuit in the Alibaba Cloud console.",
        SecurityLocked: "Ask Alibaba Cloud's support to unlock the circuit.",
        terminated: "Recover the VBR in the Alibaba Cloud console.",
        expired: "Renew the circuit's subscription in the Alibaba Cloud console.",
    },
    onTimeout: "Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.",
};

/** Whether the circuit's subscription is over: PConnVbrExpireTime of DescribeVirtualBorderRouters. */
export function isExpired({ expireTime }: BorderRouter, now: number): boolean {
    return Date.parse(expireTime) <= now;
}

/** A VBR is `active` as soon as it is made, so that alone proves nothing: circuit, VLAN and addresses must be there as well. */
export function statusOfBackend(router: BorderRouter | undefined, now: number): BackendState {
    if (router === undefined) {
        return "not there";
    }
    if (
        router.physicalConnectionBusinessStatus === "FinancialLocked" ||
        router.physicalConnectionBusinessStatus === "SecurityLocked"
    ) {
        return router.physicalConnectionBusinessStatus;
    }
    if (["terminating", "terminated", "deleting"].includes(router.status)) {
        return "terminated";
    }
    if (isExpired(router, now)) {
        return "expired";
    }
    const ready =
        router.status === "active" &&
        router.physicalConnectionStatus === "Enabled" &&
        router.physicalConnectionBusinessStatus === "Normal" &&
        router.vlanId !== undefined &&
        numberOfAddress(router.localGatewayIp) !== undefined &&
        numberOfAddress(router.peerGatewayIp) !== undefined &&
        prefixLengthOf(router.peeringSubnetMask) !== undefined;
    return ready ? "Running" : "Configuring";
}
