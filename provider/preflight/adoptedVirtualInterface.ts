import { isReadable } from "../borderRouterBgp/find";
import { alibabaAsn, ipOf } from "../rules";
import { isGone } from "../virtualInterface";
import type { Facts } from "./find";
import type { PreflightInputs } from "./handler";

/** What only a replacement of the virtual interface could change. */
export function problemsOfAdoptedVirtualInterface(inputs: PreflightInputs, facts: Facts): string[] {
    const virtualInterfaceId = inputs.adopt?.virtualInterfaceId;
    const { virtualInterface: found, group } = facts;
    if (virtualInterfaceId === undefined || found === undefined) {
        return [];
    }
    const subject = `Virtual interface ${virtualInterfaceId}`;
    if (found === null || isGone(found)) {
        return [
            `${subject} is ${found?.virtualInterfaceState ?? "not there"}. Leave adopt.virtualInterfaceId out: a new one is then made.`,
        ];
    }
    const mismatches = [
        ...differs("lies on", found.connectionId, "the named connection is", inputs.connectionId),
        ...differs("has VLAN", found.vlan, "its hosted connection has", facts.connectionOfInterface?.vlan),
        ...differs(
            "has the AWS address",
            ipOf(found.amazonAddress),
            "the VBR's peer gateway is",
            set(facts.borderRouter?.peerGatewayIp),
        ),
        ...differs(
            "has the customer address",
            ipOf(found.customerAddress),
            "the VBR's local gateway is",
            set(facts.borderRouter?.localGatewayIp),
        ),
        ...differs("expects ASN", found.asn, "the VBR has", group?.localAsn ?? inputs.localAsn ?? alibabaAsn),
    ].map((mismatch) => `${subject} ${mismatch}.`);
    return [...mismatches, ...problemsOfKey(subject, inputs, facts), ...problemsOfGateway(subject, inputs, facts)].map(
        (problem) => `${problem} Adopt one that mirrors the VBR, or delete it and leave adopt.virtualInterfaceId out.`,
    );
}

function differs<Value>(has: string, value: Value, other: string, wanted: Value | undefined): string[] {
    return wanted === undefined || value === wanted ? [] : [`${has} ${String(value)}, ${other} ${String(wanted)}`];
}

/** By equality alone: no key is ever shown. */
function problemsOfKey(subject: string, { authKey, replaceAuthKey }: PreflightInputs, facts: Facts): string[] {
    const key = facts.virtualInterface?.authKey;
    if (!isReadable(key)) {
        return [];
    }
    const groupKey = facts.group?.authKey;
    const keeps = replaceAuthKey !== true && isReadable(groupKey) && groupKey !== "";
    if (keeps && groupKey !== key) {
        return [`${subject} has another authentication key than the VBR's BGP group.`];
    }
    return authKey === undefined || authKey === key
        ? []
        : [`${subject} has another authentication key than bgp.authKey.`];
}

function problemsOfGateway(subject: string, { vpnGatewayId, vpcId }: PreflightInputs, facts: Facts): string[] {
    const { virtualInterface, gateway } = facts;
    const expected = vpnGatewayId ?? gateway?.vpnGatewayId;
    if (!virtualInterface || gateway === undefined || virtualInterface.virtualGatewayId === expected) {
        return [];
    }
    const has = virtualInterface.virtualGatewayId ?? "no virtual private gateway";
    return [`${subject} ends in ${has}, the VPC ${vpcId ?? ""} is attached to ${expected ?? "none"}.`];
}

function set(text: string | undefined): string | undefined {
    return text === "" ? undefined : text;
}
