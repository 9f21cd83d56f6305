import * as pulumi from "@pulumi/pulumi";
import {
    PrivateVirtualInterface,
    type PrivateVirtualInterfaceArgs,
} from "@pulumi/aws/directconnect/privateVirtualInterface";

import { BgpAuthKey } from "../provider/bgpAuthKey/resource";
import { BorderRouterBgp } from "../provider/borderRouterBgp/resource";
import type { CircuitActivation } from "../provider/circuitActivation/resource";
import type { HostedConnectionRelease } from "../provider/hostedConnectionRelease/resource";
import { ipOf } from "../provider/rules";
import { madeForTag } from "../provider/rules/marks";
import { adopting } from "./adoption";
import { withOverrides } from "./overrides";
import type { Scope } from "./scope";
import { refusingUnmanaged } from "./creationHooks";
import type { Gateway } from "./vpnGateway";

/** The highest ASN that fits into the API's field `asn`; a higher one travels as `asnLong` (CreatePrivateVirtualInterface). */
const highestShortAsn = 2147483646;

/** What only a replacement of the VIF can change (the Terraform provider's ForceNew attributes). */
const replaceOnly: (keyof PrivateVirtualInterfaceArgs)[] = [
    "addressFamily",
    "amazonAddress",
    "bgpAsn",
    "bgpAsnLong",
    "bgpAuthKey",
    "connectionId",
    "customerAddress",
    "name",
    "vlan",
    "vpnGatewayId",
];

/** One key for both sides: the VBR's own where it has one, else a given or a generated one. */
export function agreeOnAuthKey(
    { name, plan, dynamic }: Scope,
    circuit: CircuitActivation,
    gateway: Gateway,
): BgpAuthKey {
    const { bgp } = plan.args;
    return new BgpAuthKey(
        `${name}-bgp-auth-key`,
        {
            // Through the circuit: before its backend has finished, an empty list of BGP groups proves nothing.
            vbrId: circuit.vbrId,
            connectionId: circuit.id,
            authKey: bgp?.authKey === undefined ? undefined : pulumi.secret(bgp.authKey),
            replaceAuthKey: bgp?.replaceAuthKey,
            virtualInterfaceId: plan.adopts.virtualInterfaceId,
        },
        dynamic([circuit, ...gateway.attached]),
    );
}

/** The private virtual interface on the accepted connection, ending in the gateway; mirrors what the VBR holds. */
export function createVirtualInterface(
    { name, plan, hostSettings, official }: Scope,
    circuit: CircuitActivation,
    gateway: Gateway,
    authKey: BgpAuthKey,
    release: HostedConnectionRelease,
): PrivateVirtualInterface {
    const child = `${name}-virtual-interface`;
    return new PrivateVirtualInterface(
        child,
        withOverrides<PrivateVirtualInterfaceArgs>(
            {
                addressFamily: "ipv4",
                connectionId: circuit.id,
                vlan: circuit.vlanId,
                vpnGatewayId: gateway.attachedId,
                amazonAddress: circuit.amazonAddress,
                customerAddress: circuit.customerAddress,
                bgpAsn: circuit.localAsn.apply((asn) => (asn <= highestShortAsn ? asn : undefined)),
                bgpAsnLong: circuit.localAsn.apply((asn) => (asn > highestShortAsn ? String(asn) : undefined)),
                bgpAuthKey: authKey.key,
                // The name can only change by replacement, so it is made from what never changes; the label is a tag.
                name: pulumi.interpolate`multicloud-${circuit.vbrId}`,
                tags: { Name: plan.label, ...plan.args.tags, [madeForTag]: circuit.vbrId },
            },
            plan.args.overrides?.virtualInterface,
        ),
        {
            // The connection is deleted, where that is wished, after its virtual interface.
            ...official([...gateway.attached, release]),
            ...refusingUnmanaged(child, "virtualInterface", hostSettings),
            deleteBeforeReplace: true,
            additionalSecretOutputs: ["bgpAuthKey"],
            ...adopting(plan.adopts.virtualInterfaceId, replaceOnly),
        },
    );
}

/** The BGP group and peer on the VBR: adopted where the backend made them, else created. */
export function configureBorderRouterBgp(
    { name, plan, accounts, dynamic }: Scope,
    circuit: CircuitActivation,
    gateway: Gateway,
    authKey: BgpAuthKey,
): BorderRouterBgp {
    return new BorderRouterBgp(
        `${name}-border-router-bgp`,
        {
            vbrId: circuit.vbrId,
            peerAsn: gateway.amazonSideAsn,
            localAsn: circuit.localAsn,
            authKey: authKey.key,
            replaceAuthKey: plan.args.bgp?.replaceAuthKey,
            peerIpAddress: circuit.amazonAddress.apply(ipOf),
            enableBfd: plan.args.bgp?.enableBfd,
            alibabaAccountId: accounts.alibabaAccountId,
            alibabaRegion: accounts.alibabaRegion,
        },
        dynamic(gateway.attached),
    );
}
