import type { ActionInput } from "../../action";
import { networkOf, parseIpv4, prefixLengthOf } from "../../world/addresses";
import type { BgpPeer, BorderRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { optionalFlag, optionalNumber, optionalText } from "../input";

/** Left out, it is the VBR's own peer, once it has one. Outside the VBR's subnet: no document says whether it is refused (guess). */
export function readPeerIpAddress({ guesses }: World, input: ActionInput, router: BorderRouter | undefined): string {
    const text = optionalText(input, "PeerIpAddress") ?? router?.peerGatewayIp ?? "";
    if (text === "") {
        throw new CloudError(
            "InvalidParams.PeerIpAddressMustPointOut",
            "vbr has 0 or more than 1 subif ,point out peerIpAddress.",
        );
    }
    const address = parseIpv4(text);
    if (address === undefined) {
        throw new CloudError("InvalidIP.Malformed", "Ip malformed.");
    }
    const local = parseIpv4(router?.localGatewayIp ?? "");
    const length = prefixLengthOf(router?.peeringSubnetMask ?? "");
    const inside =
        local !== undefined && length !== undefined && networkOf(local, length) === networkOf(address, length);
    if (!inside && guesses.peerOutsideSubnet === "refused") {
        throw new CloudError("IllegalParam.PeerIpAddress", "The param of PeerIpAddress is illegal.");
    }
    return text;
}

type Bfd = Pick<BgpPeer, "enableBfd" | "bfdMultiHop">;

/** A hop count without the switch is what EnableBfd is missing from; a peer that exists has it already. */
export function readBfd({ guesses }: World, input: ActionInput, before?: Bfd): Partial<Bfd> {
    const illegal = new CloudError("IllegalParam.BfdMultiHop", "BfdMultiHop is illegal.");
    const enableBfd = optionalFlag(input, "EnableBfd") ?? before?.enableBfd;
    const bfdMultiHop = optionalNumber(input, "BfdMultiHop", illegal);
    if (bfdMultiHop !== undefined && enableBfd === undefined) {
        throw new CloudError("MissingParam.EnableBfd", "The parameter EnableBfd is missing.");
    }
    if (bfdMultiHop !== undefined && (bfdMultiHop < 1 || bfdMultiHop > 255)) {
        throw illegal;
    }
    if (enableBfd === true && before?.enableBfd !== true && guesses.bfdSessions === "exhausted") {
        throw new CloudError("QuotaExceeded.BfdSession", "Your Bfd Session number reaches the upper limit.");
    }
    return { ...(enableBfd !== undefined && { enableBfd }), ...(bfdMultiHop !== undefined && { bfdMultiHop }) };
}
