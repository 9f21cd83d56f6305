import { ipOf } from "../rules";
import { hasEnded } from "../hostedConnectionAcceptance/find";
import { backend, isExpired } from "../backendConfiguration/status";
import { isReadable } from "../borderRouterBgp/find";
import { viewOf, type Ends } from "./find";

/** Both sides' last words, how often the session came up and fell meanwhile, and what to do. */
export function timeOutText(ends: Ends, falls: number, now: number): string {
    const { aws, alibaba } = viewOf(ends);
    const said = `AWS: connection ${aws.connectionState}, virtual interface ${aws.virtualInterfaceState}, BGP ${aws.bgpStatus}; Alibaba Cloud: circuit ${alibaba.circuitStatus} and ${alibaba.businessStatus}, VBR ${alibaba.borderRouterStatus}, BGP ${alibaba.bgpStatus}.`;
    const flapping =
        falls === 0 ? "" : `It came up and fell ${falls === 1 ? "once" : `${falls} times`}, which is not up. `;
    return `${said} ${flapping}${likelyCause(ends, now)} Then run pulumi up again; it goes on where it stopped.`;
}

/** The first thing that keeps BGP down, and what to do about it. */
export function likelyCause(ends: Ends, now: number): string {
    return (
        knownCause(ends, now) ??
        "Both sides mirror each other: wait if AWS has announced maintenance, which takes sessions down for hours; if it stays so, ask both supports."
    );
}

/** Read from the configuration and not from symptoms. undefined: both sides mirror each other. */
export function knownCause(ends: Ends, now: number): string | undefined {
    return circuitCause(ends, now) ?? missingCause(ends) ?? addressCause(ends) ?? bgpCause(ends);
}

function circuitCause(ends: Ends, now: number): string | undefined {
    const { aws, alibaba } = viewOf(ends);
    if (aws.connectionState === "not there" || hasEnded(aws.connectionState)) {
        return `The hosted connection is ${aws.connectionState}, and only Alibaba Cloud can issue it again: ask its support, and run pulumi refresh.`;
    }
    if (aws.connectionState !== "available") {
        return `The hosted connection is ${aws.connectionState}: wait if AWS has announced maintenance, which takes it down for hours; else ask Alibaba Cloud about the circuit.`;
    }
    if (alibaba.businessStatus !== "Normal") {
        const fix = (backend.fatal as Readonly<Record<string, string>>)[alibaba.businessStatus];
        return `The circuit is ${alibaba.businessStatus}. ${fix ?? "Settle that in the Alibaba Cloud console."}`;
    }
    if (ends.borderRouter !== undefined && isExpired(ends.borderRouter, now)) {
        return `The circuit's subscription ended at ${ends.borderRouter.expireTime}: renew it in the Alibaba Cloud console.`;
    }
    if (alibaba.circuitStatus !== "Enabled") {
        return `The circuit is ${alibaba.circuitStatus}: ask Alibaba Cloud about the circuit.`;
    }
    return alibaba.borderRouterStatus === "active"
        ? undefined
        : `The VBR is ${alibaba.borderRouterStatus}: recover it in the Alibaba Cloud console.`;
}

function missingCause({ virtualInterface, peer, group }: Ends): string | undefined {
    if (virtualInterface === undefined || ["deleting", "deleted"].includes(virtualInterface.virtualInterfaceState)) {
        return "The virtual interface is gone: run pulumi refresh, after which pulumi up makes it again.";
    }
    if (virtualInterface.virtualInterfaceState === "testing") {
        return "A failover test holds the session down: stop it in the Direct Connect console.";
    }
    return peer === undefined || group === undefined
        ? "The VBR's BGP peer is gone: run pulumi refresh, after which pulumi up makes it again."
        : undefined;
}

function addressCause({ connection, virtualInterface, borderRouter, peer }: Ends): string | undefined {
    const amazonIp = addressOf(virtualInterface?.amazonAddress);
    const customerIp = addressOf(virtualInterface?.customerAddress);
    const local = borderRouter?.localGatewayIp;
    const remote = borderRouter?.peerGatewayIp;
    const vlans = { aws: virtualInterface?.vlan ?? connection?.vlan, alibaba: borderRouter?.vlanId };
    if (vlans.aws !== vlans.alibaba) {
        return `The VLANs differ (AWS ${vlans.aws ?? "none"}, VBR ${vlans.alibaba ?? "none"}): unless the circuit translates, ask Alibaba Cloud to correct the VBR's.`;
    }
    if (customerIp === remote && amazonIp === local) {
        return "The addresses are swapped: the virtual interface's customer address must be the VBR's local gateway.";
    }
    if (customerIp !== local) {
        return `The customer address ${customerIp} is not the VBR's local gateway ${local ?? "none"}: correct one of them.`;
    }
    if (amazonIp !== remote) {
        return `The AWS address ${amazonIp} is not the VBR's peer gateway ${remote ?? "none"}: correct one of them.`;
    }
    return peer?.peerIpAddress === amazonIp
        ? undefined
        : `The BGP peer's address ${peer?.peerIpAddress ?? "none"} is not the AWS address ${amazonIp}: correct the peer.`;
}

function bgpCause({ virtualInterface, borderRouter, group, peer }: Ends): string | undefined {
    if (virtualInterface === undefined || group === undefined) {
        return undefined;
    }
    const { asn, amazonSideAsn, authKey } = virtualInterface;
    if (group.localAsn !== undefined && asn !== group.localAsn) {
        return `The virtual interface expects ASN ${asn}, the VBR has ${group.localAsn}: make them equal.`;
    }
    if (group.peerAsn !== undefined && amazonSideAsn !== undefined && amazonSideAsn !== group.peerAsn) {
        return `The AWS gateway has ASN ${amazonSideAsn}, the VBR expects ${group.peerAsn}: make them equal.`;
    }
    if (group.isFake) {
        return "The BGP group uses a fake ASN: turn that off in the Alibaba Cloud console.";
    }
    if (authKey === undefined || !isReadable(authKey) || !isReadable(group.authKey)) {
        return "A side does not show its authentication key: compare both in the consoles; a trailing space is enough.";
    }
    if (authKey !== group.authKey) {
        const how = authKey.trim() === group.authKey.trim() ? "differ by a space at an end" : "differ";
        return borderRouter?.own === false
            ? `The authentication keys ${how}: ask Alibaba Cloud to set the virtual interface's on the VBR, which is not yours.`
            : `The authentication keys ${how}: run pulumi refresh, after which pulumi up sets the virtual interface's on the VBR.`;
    }
    return peer?.status === "Available" ? undefined : `The BGP peer is ${peer?.status ?? "not there"}: wait for it.`;
}

function addressOf(end: string | undefined): string {
    return end === undefined ? "none" : ipOf(end);
}
