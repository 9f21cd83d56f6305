import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { isGone } from "../../virtualInterface";

/** The private virtual interface. */
export const virtualInterfaceCauses: readonly Cause[] = [
    { name: "no-virtual-interface", find: findMissing },
    {
        name: "virtual-interface-not-confirmed",
        find: ({ aws: { virtualInterface } }) => {
            const { virtualInterfaceId = "", virtualInterfaceState = "" } = virtualInterface ?? {};
            const says = `Virtual interface ${virtualInterfaceId} is ${virtualInterfaceState}.`;
            if (virtualInterfaceState === "confirming") {
                return [{ says, fix: "Confirm it in the Direct Connect console." }];
            }
            return ["pending", "verifying"].includes(virtualInterfaceState)
                ? [{ says, fix: "Wait: AWS sets it up." }]
                : [];
        },
    },
    {
        name: "virtual-interface-on-another-connection",
        find: ({ ids, aws: { virtualInterface } }) =>
            virtualInterface === undefined ||
            isGone(virtualInterface) ||
            ids.connectionId === undefined ||
            virtualInterface.connectionId === ids.connectionId
                ? []
                : [
                      {
                          says: `Virtual interface ${virtualInterface.virtualInterfaceId} is on ${virtualInterface.connectionId}, the link's connection is ${ids.connectionId}.`,
                          fix: `Delete it and run pulumi refresh; pulumi up makes one on ${ids.connectionId}.`,
                      },
                  ],
    },
    {
        name: "failover-test",
        find: ({ aws: { virtualInterface } }) =>
            virtualInterface?.virtualInterfaceState === "testing"
                ? [
                      {
                          says: `A failover test holds BGP on ${virtualInterface.virtualInterfaceId} down.`,
                          fix: "Wait until it is over, or stop it in the Direct Connect console.",
                      },
                  ]
                : [],
    },
];

function findMissing({ given, aws }: LinkFacts): ReturnType<Cause["find"]> {
    const { virtualInterface, virtualInterfaces, connection } = aws;
    if (virtualInterfaces === undefined || (virtualInterface !== undefined && !isGone(virtualInterface))) {
        return [];
    }
    const id = given.virtualInterfaceId;
    if (id === undefined && connection?.connectionState !== "available") {
        // There cannot be one yet.
        return [];
    }
    const another = virtualInterfaces.find((each) => each.connectionId === connection?.connectionId && !isGone(each));
    const state = virtualInterface?.virtualInterfaceState ?? "not there";
    return [
        {
            says:
                id === undefined
                    ? `Hosted connection ${connection?.connectionId ?? ""} has no virtual interface.`
                    : `Virtual interface ${id} is ${state}.`,
            fix:
                another === undefined
                    ? "Run pulumi refresh and then pulumi up, which makes one."
                    : `Take ${another.virtualInterfaceId} over, which is on the connection: run pulumi refresh, and pulumi up with adopt: { virtualInterfaceId: "${another.virtualInterfaceId}" }.`,
        },
    ];
}
