import type { LinkIds } from "../../provider/diagnosis/link";
import { UsageError } from "../arguments";

/** The IDs that can be given as options, and how each begins. */
const idOptions = {
    vbrId: { option: "--vbr-id", prefix: "vbr-" },
    accessPointId: { option: "--access-point-id", prefix: "ap-" },
    connectionId: { option: "--connection-id", prefix: "dxcon-" },
    virtualInterfaceId: { option: "--virtual-interface-id", prefix: "dxvif-" },
    bgpPeerId: { option: "--bgp-peer-id", prefix: "bgp-" },
    vpnGatewayId: { option: "--vpn-gateway-id", prefix: "vgw-" },
    vpcId: { option: "--vpc-id", prefix: "vpc-" },
    cenId: { option: "--cen-id", prefix: "cen-" },
    transitRouterId: { option: "--transit-router-id", prefix: "tr-" },
} as const satisfies Partial<Record<keyof LinkIds, { option: string; prefix: string }>>;

export type IdName = keyof typeof idOptions;

/** The given ones among these, or a line on the first that cannot be one. */
export function idsAmong<Name extends IdName>(
    names: readonly Name[],
    given: Partial<Record<Name, string>>,
): Partial<Record<Name, string>> {
    const ids: Partial<Record<Name, string>> = {};
    for (const name of names) {
        const id = given[name];
        const { option, prefix } = idOptions[name];
        if (id !== undefined && !id.startsWith(prefix)) {
            throw new UsageError(`${option} is "${id}"; give an ID that begins with "${prefix}".`);
        }
        if (id !== undefined) {
            ids[name] = id;
        }
    }
    return ids;
}
