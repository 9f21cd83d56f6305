import { randomInt } from "node:crypto";

import { isReadable, markOf } from "../borderRouterBgp/find";
import type { BgpGroup, VirtualInterface } from "../clouds/clouds";
import { checkAuthKeyLength } from "../rules";
import type { BgpAuthKeyInputs, BgpAuthKeyOutputs } from "./handler";

type Choice = Pick<BgpAuthKeyOutputs, "key" | "source">;

/** A key that the cloud has stays: it may be in use, and nobody but its maker knows who else holds it. A given one replaces only that of a group of ours. */
export function chooseKey(
    inputs: BgpAuthKeyInputs,
    group: BgpGroup | undefined,
    virtualInterface: VirtualInterface | undefined,
): Choice {
    const { vbrId, authKey, replaceAuthKey, virtualInterfaceId } = inputs;
    const ofInterface = isReadable(virtualInterface?.authKey) ? virtualInterface.authKey : "";
    const changesOurs = authKey !== undefined && group?.name === markOf(vbrId);
    // A group without a key is no agreement: AWS always sets one.
    if (group !== undefined && group.authKey !== "" && replaceAuthKey !== true && !changesOurs) {
        const subject = `BGP group ${group.bgpGroupId} of ${vbrId}`;
        if (isReadable(group.authKey)) {
            return keep(group.authKey, authKey, subject, "or set bgp.replaceAuthKey: true");
        }
        // AWS shows the key of a virtual interface that is there, and both sides have the same.
        if (authKey === undefined && ofInterface === "") {
            throw new Error(
                `${subject} has an authentication key that the cloud does not show. Set bgp.authKey to it, as the console shows it, or bgp.replaceAuthKey: true.`,
            );
        }
    }
    if (ofInterface !== "" && virtualInterfaceId !== undefined) {
        // Only a replacement of the VIF could change its key, and it is to be kept.
        const subject = `Virtual interface ${virtualInterfaceId}`;
        return keep(ofInterface, authKey, subject, "or delete that interface and leave adopt.virtualInterfaceId out");
    }
    if (ofInterface !== "" && authKey === undefined && replaceAuthKey !== true) {
        return { key: ofInterface, source: "cloud" };
    }
    return authKey === undefined ? { key: generateKey(), source: "generated" } : { key: authKey, source: "given" };
}

function keep(existing: string, given: string | undefined, subject: string, otherwise: string): Choice {
    if (given !== undefined && given !== existing) {
        throw new Error(
            `${subject} has another authentication key than bgp.authKey. Leave bgp.authKey out to keep the existing one, ${otherwise}.`,
        );
    }
    if (checkAuthKeyLength(existing).length > 0) {
        throw new Error(
            `${subject} has an authentication key of ${existing.length} characters, and Direct Connect takes 6 to 80. Give it one of that length, ${otherwise}.`,
        );
    }
    return { key: existing, source: "cloud" };
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** About 190 bits; both clouds take it (AWS: 6 to 80 characters). */
const generatedLength = 32;

function generateKey(): string {
    return Array.from({ length: generatedLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}
