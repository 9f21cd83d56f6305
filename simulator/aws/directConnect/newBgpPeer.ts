import type { ActionInput } from "../../action";
import type { AwsBgpPeer } from "../../world/awsState";
import type { World } from "../../world/world";
import { clientError, optionalNumber, optionalText } from "../input";
import { readPeerAddresses } from "./peerAddresses";
import { highestShortAsn } from "./shapes";

const highestAsn = 4_294_967_294;

/** What CreatePrivateVirtualInterface and CreateBGPPeer both ask for: a BGP peer, `pending` and without a session. */
export function readNewBgpPeer(world: World, input: ActionInput): AwsBgpPeer {
    const addressFamily = readAddressFamily(input);
    return {
        bgpPeerId: world.newId("dxpeer-f", 7),
        asn: readAsn(input),
        authKey: readAuthKey(input) ?? world.newId("", 24),
        addressFamily,
        ...readPeerAddresses(world, input, addressFamily),
        bgpPeerState: "pending",
        bgpStatus: "down",
    };
}

function readAddressFamily(input: ActionInput): "ipv4" | "ipv6" {
    const family = optionalText(input, "addressFamily") ?? "ipv4";
    if (family !== "ipv4" && family !== "ipv6") {
        throw clientError(`Address family ${family} is not valid: it must be ipv4 or ipv6.`);
    }
    return family;
}

/** "If you provide a value for both asn and asnLong, the API will only accept the value for asnLong": the API reference. */
export function readOptionalAsn(input: ActionInput): number | undefined {
    const short = optionalNumber(input, "asn");
    const long = optionalNumber(input, "asnLong");
    const asn = long ?? short;
    const highest = long === undefined ? highestShortAsn : highestAsn;
    if (asn !== undefined && (asn < 1 || asn > highest)) {
        throw clientError(`BGP ASN ${asn} is not valid: it must be between 1 and ${highest}.`);
    }
    return asn;
}

function readAsn(input: ActionInput): number {
    const asn = readOptionalAsn(input);
    if (asn === undefined) {
        throw clientError(`BGP ASN (none) is not valid: it must be between 1 and ${highestShortAsn}.`);
    }
    return asn;
}

/** Never says the key itself. */
function readAuthKey(input: ActionInput): string | undefined {
    const authKey = optionalText(input, "authKey");
    if (authKey !== undefined && (authKey.length < 6 || authKey.length > 80)) {
        throw clientError(`The BGP authentication key has ${authKey.length} characters: it must have 6 to 80.`);
    }
    return authKey;
}
