import type { ActionInput } from "../../action";
import { alibabaAsn } from "../../world/backendBgp";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { optionalFlag, optionalNumber, optionalText } from "../input";

const highestAsn = 4_294_967_295;
/** No document gives a length or a character set: what AWS takes at most, in printable ASCII (guess). */
const authKeyPattern = /^[\x20-\x7e]{1,80}$/;
const namePattern = /^[A-Za-z\u4e00-\u9fff][\w.\u4e00-\u9fff-]{1,127}$/;
const descriptionPattern = /^(?!https?:\/\/)[A-Za-z\u4e00-\u9fff].{1,255}$/s;

export interface BgpGroupSettings {
    name: string;
    description: string;
    authKey: string;
    peerAsn: number;
    localAsn: number;
    isFake: boolean;
    routeLimit: number;
}

/** What a group is created or modified with, checked; what the call leaves out is left out. */
export function readBgpGroupSettings(world: World, input: ActionInput): Partial<BgpGroupSettings> {
    const settings = {
        peerAsn: readPeerAsn(input),
        localAsn: readLocalAsn(world, input),
        name: readText(input, "Name", namePattern, "InvalidBgpName.Malformed"),
        description: readText(input, "Description", descriptionPattern, "InvalidBgpDescription.Malformed"),
        authKey: readText(input, "AuthKey", authKeyPattern, "InvalidBgpAuthkey.Malformed"),
        isFake: optionalFlag(input, "IsFakeAsn"),
        routeLimit: readRouteQuota(world, input),
    };
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function readPeerAsn(input: ActionInput): number | undefined {
    const illegal = new CloudError("IllegalParam.PeerAsn", "The param of PeerAsn is illegal");
    const peerAsn = optionalNumber(input, "PeerAsn", illegal);
    if (peerAsn === alibabaAsn) {
        throw new CloudError("InvalidPeerAsn.Malformed", "invalid peer asn cannot equals aliyun asn:45104");
    }
    if (peerAsn !== undefined && (peerAsn < 1 || peerAsn > highestAsn)) {
        throw illegal;
    }
    return peerAsn;
}

function readLocalAsn({ guesses }: World, input: ActionInput): number | undefined {
    const illegal = new CloudError("IllegalParam.LocalAsn", "The param of LocalAsn is illegal");
    const localAsn = optionalNumber(input, "LocalAsn", illegal);
    if (localAsn === undefined || localAsn === alibabaAsn) {
        return localAsn;
    }
    const allowed =
        (localAsn >= 64512 && localAsn <= 65534 && localAsn !== 65025) ||
        (localAsn >= 4_200_000_000 && localAsn <= 4_294_967_294);
    if (!allowed) {
        throw new CloudError(
            "InvalidBgpGroup.LocalAsnInvalid",
            "The specified BgpGroup LocalAsn is invalid, only support 64512 to 65534 or 4200000000 to 4294967294, but cannot be 65025.",
        );
    }
    if (guesses.customLocalAsn === "refused") {
        throw new CloudError(
            "OperationUnsupport",
            "Operation is unsupport, not in vbr support custom local asn white list.",
        );
    }
    return localAsn;
}

function readText(input: ActionInput, parameter: string, pattern: RegExp, code: string): string | undefined {
    const text = optionalText(input, parameter);
    if (text !== undefined && !pattern.test(text)) {
        throw new CloudError(code, `Specified Bgp Group ${parameter.toLowerCase()} is not valid.`);
    }
    return text;
}

function readRouteQuota({ quotas }: World, input: ActionInput): number | undefined {
    const quota = optionalNumber(input, "RouteQuota");
    if (quota !== undefined && (quota < 1 || quota > quotas.routesPerBgpGroup)) {
        throw new CloudError(
            "IllegalParam.RouteLimit",
            "The operation is failed because of bgp group max route entry num quota exceed.",
        );
    }
    return quota;
}
