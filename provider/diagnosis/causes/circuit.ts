import { backend, isExpired } from "../../backendConfiguration/status";
import type { BorderRouter } from "../../clouds/clouds";
import { numberOfAddress, prefixLengthOf } from "../../rules";
import { meaningIn } from "../../waiting/wait";
import type { Cause } from "../diagnose";

const gone = ["terminating", "terminated", "deleting", "recovering"];

/** The circuit and the VBR as Alibaba Cloud's backend leaves them. */
export const circuitCauses: readonly Cause[] = [
    {
        name: "backend-not-finished",
        find: ({ alibaba: { borderRouter } }) => {
            const missing = borderRouter === undefined ? [] : missingOf(borderRouter);
            return missing.length === 0
                ? []
                : [
                      {
                          says: `Alibaba Cloud has not finished ${borderRouter?.vbrId ?? ""}: ${missing.join(", ")}.`,
                          fix: "Wait; open a ticket with Alibaba Cloud if it stays so.",
                      },
                  ];
        },
    },
    {
        name: "circuit-locked",
        find: ({ alibaba: { borderRouter } }) => {
            const status = borderRouter?.physicalConnectionBusinessStatus ?? "Normal";
            return status === "Normal"
                ? []
                : [
                      {
                          says: `Circuit ${borderRouter?.physicalConnectionId ?? ""} is ${status}; it must be Normal.`,
                          fix: meaningIn(backend.fatal, status) ?? "Settle that in the Alibaba Cloud console.",
                      },
                  ];
        },
    },
    {
        name: "subscription-over",
        find: ({ alibaba: { borderRouter } }, now) =>
            borderRouter !== undefined && isExpired(borderRouter, now)
                ? [
                      {
                          says: `The subscription of circuit ${borderRouter.physicalConnectionId} ended at ${borderRouter.expireTime}.`,
                          fix: meaningIn(backend.fatal, "expired") ?? "",
                      },
                  ]
                : [],
    },
    {
        name: "vbr-terminated",
        find: ({ given, alibaba: { borderRouters, borderRouter, identity } }) => {
            if (borderRouter === undefined) {
                return borderRouters === undefined
                    ? []
                    : [
                          {
                              says: `${identity === undefined ? "Alibaba Cloud" : `Alibaba Cloud account ${identity.accountId} in ${identity.region}`} does not have ${given.vbrId ?? "a VBR of this link"}.`,
                              fix: "Compare ID, account and region; buy the connection if there is none.",
                          },
                      ];
            }
            const { vbrId, status } = borderRouter;
            return gone.includes(status)
                ? [
                      {
                          says: `${vbrId} is ${status}; it must be active.`,
                          fix: meaningIn(backend.fatal, "terminated") ?? "",
                      },
                  ]
                : [];
        },
    },
    {
        name: "outbound-billing-not-opened",
        find: ({ alibaba: { outboundBillingOpened, identity } }) =>
            outboundBillingOpened === false
                ? [
                      {
                          says: `Alibaba Cloud account ${identity?.accountId ?? "unknown"} has not opened billing of outbound traffic.`,
                          fix: "Open it in the Express Connect console (it costs by traffic), then run pulumi up.",
                      },
                  ]
                : [],
    },
];

function missingOf(router: BorderRouter): string[] {
    const { status, vlanId, localGatewayIp, peerGatewayIp, peeringSubnetMask } = router;
    const addresses = [
        numberOfAddress(localGatewayIp),
        numberOfAddress(peerGatewayIp),
        prefixLengthOf(peeringSubnetMask),
    ];
    return [
        ...(status === "active" || gone.includes(status) ? [] : [`it is ${status}`]),
        ...(router.physicalConnectionStatus === "Enabled" ? [] : [`the circuit is ${router.physicalConnectionStatus}`]),
        ...(vlanId === undefined ? ["it has no VLAN"] : []),
        ...(addresses.includes(undefined) ? ["it has no addresses"] : []),
    ];
}
