import { ipOf, numberOfAddress, prefixLengthOf } from "../../rules";
import { covers } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { isUp } from "../session";
import { foreignConnection } from "./connection";

/** The four addresses, without prefix length; undefined: a side has none yet. */
interface Ends {
    amazon: string;
    customer: string;
    local: string;
    peer: string;
}

/** VLANs and addresses, which must mirror each other. */
export const linkCauses: readonly Cause[] = [
    {
        name: "vlans-differ",
        find: (facts) => {
            const { connection, virtualInterface } = facts.aws;
            const { borderRouter } = facts.alibaba;
            const vlan = virtualInterface?.vlan ?? connection?.vlan;
            const differ = borderRouter?.vlanId !== undefined && vlan !== undefined && vlan !== borderRouter.vlanId;
            if (!differ || facts.given.vlanMayDiffer === true || isUp(facts) || foreignConnection(facts)) {
                return [];
            }
            const subject = virtualInterface?.virtualInterfaceId ?? connection?.connectionId ?? "";
            return [
                {
                    says: `${subject} has VLAN ${vlan}, ${borderRouter.vbrId} has VLAN ${borderRouter.vlanId}.`,
                    fix: "Ask Alibaba Cloud to correct the VBR's; if the circuit translates, set aws.vlanMayDiffer.",
                },
            ];
        },
    },
    {
        name: "addresses-swapped",
        find: (facts) => {
            const ends = endsOf(facts);
            return ends !== undefined && areSwapped(ends)
                ? [
                      {
                          says: `The addresses are swapped: AWS has ${ends.amazon} for itself and ${ends.customer} for the VBR, the VBR ${ends.local} for itself and ${ends.peer} for AWS.`,
                          fix: "Make the virtual interface anew with both addresses exchanged: pulumi refresh, then pulumi up.",
                      },
                  ]
                : [];
        },
    },
    {
        name: "customer-address-differs",
        find: (facts) => {
            const ends = endsOf(facts);
            return ends === undefined || areSwapped(ends) || ends.customer === ends.local
                ? []
                : [
                      {
                          says: `The virtual interface expects the VBR at ${ends.customer}, the VBR is at ${ends.local} (local gateway).`,
                          fix: "Correct one of them: the VBR's owner its address, or pulumi refresh and pulumi up the virtual interface.",
                      },
                  ];
        },
    },
    {
        name: "amazon-address-differs",
        find: (facts) => {
            const ends = endsOf(facts);
            return ends === undefined || areSwapped(ends) || ends.amazon === ends.peer
                ? []
                : [
                      {
                          says: `AWS is at ${ends.amazon}, the VBR expects it at ${ends.peer} (peer gateway).`,
                          fix: "Correct one of them: the VBR's owner its address, or pulumi refresh and pulumi up the virtual interface.",
                      },
                  ];
        },
    },
    { name: "masks-differ", find: findUnreachable },
];

function endsOf({ aws: { virtualInterface }, alibaba: { borderRouter } }: LinkFacts): Ends | undefined {
    if (virtualInterface === undefined || borderRouter === undefined) {
        return undefined;
    }
    const ends = {
        amazon: ipOf(virtualInterface.amazonAddress),
        customer: ipOf(virtualInterface.customerAddress),
        local: borderRouter.localGatewayIp,
        peer: borderRouter.peerGatewayIp,
    };
    const areKnown = Object.values(ends).every((address) => numberOfAddress(address) !== undefined);
    return areKnown ? ends : undefined;
}

function areSwapped({ amazon, customer, local, peer }: Ends): boolean {
    return amazon === local && customer === peer && amazon !== customer;
}

/** A side whose own subnet does not hold its neighbour, or in which one of both has the first or the last address. */
function findUnreachable(facts: LinkFacts): ReturnType<Cause["find"]> {
    const { virtualInterface } = facts.aws;
    const { borderRouter } = facts.alibaba;
    const ends = endsOf(facts);
    const length = prefixLengthOf(borderRouter?.peeringSubnetMask ?? "");
    if (ends === undefined || virtualInterface === undefined || borderRouter === undefined || length === undefined) {
        return [];
    }
    const ofAws = Number(virtualInterface.amazonAddress.split("/")[1]);
    const mirror = areSwapped(ends) || (ends.amazon === ends.peer && ends.customer === ends.local);
    if (!mirror && ofAws === length) {
        // It is an address that is wrong.
        return [];
    }
    const reaches = [
        { from: ends.amazon, to: ends.customer, length: ofAws },
        { from: ends.local, to: ends.peer, length },
    ].every(({ from, to, length: prefix }) => isNeighbour(from, to, prefix));
    return reaches
        ? []
        : [
              {
                  says: `A side's subnet leaves the other out: AWS has ${virtualInterface.amazonAddress} and ${virtualInterface.customerAddress}, the VBR ${ends.local} and ${ends.peer} with mask ${borderRouter.peeringSubnetMask} (/${length}).`,
                  fix: "Give both sides one mask whose subnet holds both addresses, neither as its first or last.",
              },
          ];
}

function isNeighbour(from: string, to: string, prefixLength: number): boolean {
    const size = 2 ** (32 - prefixLength);
    const isHost = (address: string): boolean => {
        const place = (numberOfAddress(address) ?? 0) % size;
        return place !== 0 && place !== size - 1;
    };
    return covers(`${from}/${prefixLength}`, `${to}/32`) && isHost(from) && isHost(to);
}
