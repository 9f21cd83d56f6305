import { viewOf, type Ends } from "./find";

/** Both sides' last words, and the first thing that keeps BGP down, read from the configuration and not from symptoms. */
export function likelyCause(ends: Ends): string {
    const { aws, alibaba } = viewOf(ends);
    const { connection, virtualInterface, borderRouter, peer } = ends;
    const said = `AWS: ${aws.bgpStatus} (connection ${aws.connectionState}, virtual interface ${aws.virtualInterfaceState}); Alibaba: ${alibaba.bgpStatus} (VBR ${alibaba.borderRouterStatus}, circuit ${alibaba.circuitStatus}).`;
    const amazonIp = virtualInterface?.amazonAddress.split("/")[0];
    const customerIp = virtualInterface?.customerAddress.split("/")[0];
    const causes: [boolean, string][] = [
        [connection?.connectionState === "down", "The connection itself is down: ask both supports."],
        [virtualInterface === undefined, "The virtual interface is gone: run pulumi refresh, then pulumi up."],
        [peer === undefined, "The VBR's BGP peer is gone: run pulumi refresh, then pulumi up."],
        [
            alibaba.businessStatus !== "Normal",
            `The circuit is ${alibaba.businessStatus}: settle that in the Alibaba Cloud console.`,
        ],
        [
            borderRouter?.vlanId !== connection?.vlan,
            `The VLANs differ: AWS ${connection?.vlan ?? "none"}, VBR ${borderRouter?.vlanId ?? "none"}.`,
        ],
        [
            amazonIp !== borderRouter?.peerGatewayIp,
            `The AWS address ${amazonIp ?? "none"} is not the VBR's peer gateway ${borderRouter?.peerGatewayIp ?? "none"}.`,
        ],
        [
            customerIp !== borderRouter?.localGatewayIp,
            `The customer address ${customerIp ?? "none"} is not the VBR's local gateway ${borderRouter?.localGatewayIp ?? "none"}.`,
        ],
        [
            amazonIp !== peer?.peerIpAddress,
            `The BGP peer's address ${peer?.peerIpAddress ?? "none"} is not the AWS address ${amazonIp ?? "none"}.`,
        ],
    ];
    const found =
        causes.find(([applies]) => applies)?.[1] ??
        "Compare ASNs and the authentication key of both sides; a trailing space in a key is enough.";
    return `${said} ${found} Then run pulumi up again; it goes on where it stopped.`;
}
