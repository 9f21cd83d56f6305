import { ipOf, prefixLengthOf } from "../../rules";
import { isOfAlibaba } from "../causes/connection";
import { notThere, shown, type RowRule } from "./rule";

/** The circuit, from port to port. */
export const circuitRows: readonly RowRule[] = [
    {
        what: "account",
        causes: [],
        aws: ({ aws: { identity } }) =>
            shown(identity, undefined, ({ accountId, region }) => `${accountId}, ${region}`),
        alibaba: ({ alibaba: { identity } }) =>
            shown(identity, undefined, ({ accountId, region }) => `${accountId}, ${region}`),
    },
    {
        what: "circuit",
        causes: [
            "no-hosted-connection",
            "not-accepted",
            "connection-ended",
            "foreign-connection",
            "circuit-locked",
            "subscription-over",
            "circuit-down",
        ],
        aws: ({ aws: { connection, connections } }) =>
            shown(
                connection,
                connections,
                ({ connectionId, connectionState, bandwidth, partnerName }) =>
                    `${connectionId} ${connectionState}, ${bandwidth}${isOfAlibaba(partnerName) ? "" : `, partner "${partnerName}"`}`,
            ),
        alibaba: ({ alibaba: { borderRouter, borderRouters } }) =>
            shown(
                borderRouter,
                borderRouters,
                (router) =>
                    `${router.physicalConnectionId} ${router.physicalConnectionStatus}, ${router.physicalConnectionBusinessStatus}${router.expireTime === "" ? "" : `, until ${router.expireTime.slice(0, 10)}`}`,
            ),
    },
    {
        what: "interface",
        causes: [
            "backend-not-finished",
            "vbr-terminated",
            "no-virtual-interface",
            "virtual-interface-not-confirmed",
            "virtual-interface-on-another-connection",
            "failover-test",
        ],
        aws: ({ aws: { virtualInterface, virtualInterfaces } }) =>
            shown(
                virtualInterface,
                virtualInterfaces,
                ({ virtualInterfaceId, virtualInterfaceState, connectionId }) =>
                    `${virtualInterfaceId} ${virtualInterfaceState}, on ${connectionId}`,
            ),
        alibaba: ({ alibaba: { borderRouter, borderRouters } }) =>
            shown(
                borderRouter,
                borderRouters,
                ({ vbrId, status, own }) => `${vbrId} ${status}${own ? "" : ", of another account"}`,
            ),
    },
    {
        what: "VLAN",
        causes: ["vlans-differ"],
        aws: ({ aws: { virtualInterface, connection } }) =>
            String(virtualInterface?.vlan ?? connection?.vlan ?? notThere),
        alibaba: ({ alibaba: { borderRouter } }) => String(borderRouter?.vlanId ?? notThere),
    },
    {
        what: "address of AWS",
        causes: ["amazon-address-differs", "addresses-swapped"],
        aws: ({ aws: { virtualInterface } }) => ipOf(virtualInterface?.amazonAddress ?? notThere),
        alibaba: ({ alibaba: { borderRouter } }) => addressOf(borderRouter?.peerGatewayIp),
    },
    {
        what: "address of the VBR",
        causes: ["customer-address-differs"],
        aws: ({ aws: { virtualInterface } }) => ipOf(virtualInterface?.customerAddress ?? notThere),
        alibaba: ({ alibaba: { borderRouter } }) => addressOf(borderRouter?.localGatewayIp),
    },
    {
        what: "prefix length",
        causes: ["masks-differ"],
        aws: ({ aws: { virtualInterface } }) => virtualInterface?.amazonAddress.replace(/^[^/]*/, "") ?? notThere,
        alibaba: ({ alibaba: { borderRouter } }) => {
            const length = prefixLengthOf(borderRouter?.peeringSubnetMask ?? "");
            return length === undefined ? notThere : `/${length}`;
        },
    },
    {
        what: "longest packet",
        causes: ["mtu"],
        aws: ({ aws: { virtualInterface } }) => bytes(virtualInterface?.mtu),
        alibaba: ({ alibaba: { borderRouter } }) => bytes(borderRouter?.mtu),
    },
];

/** An empty one is not set yet. */
function addressOf(ip: string | undefined): string {
    return ip === undefined || ip === "" ? notThere : ip;
}

function bytes(mtu: number | undefined): string {
    return mtu === undefined ? "" : `${mtu} bytes`;
}
